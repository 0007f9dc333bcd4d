import type { Button, Overflow } from '@slack/types';

/** The action id of every such menu. */
export const MORE_MENU = 'more';

/**
 * Buttons that are needed less often, behind 「…」: choosing one does what the button would. None for none. Slack takes 5 of
 * them, and of each 150 letters of its action id and value together.
 */
export const moreMenu = (buttons: readonly Button[]): readonly Overflow[] =>
  buttons.length === 0
    ? []
    : [
        {
          type: 'overflow',
          action_id: MORE_MENU,
          options: buttons.map(({ text, action_id, value }) => ({ text, value: `${action_id} ${value}` })),
        },
      ];

/** What may be done with a row of a list: what is done most beside one another, several rarer acts in a menu behind them. */
export const rowActs = (
  most: readonly Button[],
  rarer: readonly Button[],
): readonly (Button | Overflow)[] => [...most, ...(rarer.length > 1 ? moreMenu(rarer) : rarer)];

/** The button that was chosen in such a menu, by its option's value. */
export const chosenInMenu = (option: string): { readonly action_id: string; readonly value: string } => {
  const [action_id = '', ...value] = option.split(' ');
  return { action_id, value: value.join(' ') };
};
