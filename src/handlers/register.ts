import type { App, ViewSubmitAction } from '@slack/bolt';
import { MORE_MENU } from '../views/more-menu.ts';
import { plainActionId } from '../views/unique-actions.ts';
import { createAnew } from './anew.ts';
import type { Before } from './behind.ts';
import { calledBy, dispatch, gatherCommands } from './commands.ts';
import { onEnded, onFreeText, onHomeOpened, onUserChange } from './events.ts';
import { FEATURES } from './features.ts';
import { createMenu } from './home.ts';
import { answerOtherwise } from './kyodo.ts';
import { onCommand, onMessageShortcut, onShortcut } from './receive.ts';
import { onButton, onChoice } from './receive-action.ts';
import { onSubmission } from './receive-form.ts';
import { onOptions } from './receive-options.ts';
import type { Feature, Reception } from './types.ts';

/** What the features have of one kind, by id, dressed as Bolt calls it. */
const byId = <Handler, Dressed>(
  of: (feature: Feature) => Readonly<Record<string, Handler>>,
  dress: (handler: Handler) => Dressed,
): ReadonlyMap<string, Dressed> =>
  new Map(
    FEATURES.flatMap((feature) => Object.entries(of(feature)).map(([id, handler]) => [id, dress(handler)])),
  );

/** Tells Bolt of every way in that the features have, and of Slack's own events. What people have open is drawn anew behind `before`. */
export const registerHandlers = (app: App, reception: Reception, before: Before): void => {
  const menu = createMenu(FEATURES);
  const anew = createAnew(FEATURES, before);
  for (const [name, subcommands] of gatherCommands(FEATURES))
    app.command(
      name,
      onCommand(
        reception,
        dispatch(subcommands, answerOtherwise(FEATURES, name)),
        (words) => calledBy(subcommands, words).called?.reads,
      ),
    );
  for (const { shortcuts = {}, messageShortcuts = {} } of FEATURES) {
    for (const [id, handler] of Object.entries(shortcuts))
      app.shortcut({ type: 'shortcut', callback_id: id }, onShortcut(reception, handler));
    for (const [id, handler] of Object.entries(messageShortcuts))
      app.shortcut({ type: 'message_action', callback_id: id }, onMessageShortcut(reception, handler));
  }
  // Bolt asks every listener about every request: of forms and buttons, of which there are hundreds, one hears of all.
  const forms = byId(
    ({ forms: some = {} }) => some,
    (handler) => onSubmission(reception, anew, handler),
  );
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async (submitted) =>
    forms.get(submitted.view.callback_id)?.(submitted),
  );
  const choices = byId(
    ({ choices: some = {} }) => some,
    (handler) => onChoice(reception, anew, handler),
  );
  const buttons = byId(
    ({ buttons: some = {} }) => some,
    (handler) => handler,
  );
  const press = onButton(reception, { anew, menu }, buttons);
  app.action({ type: 'block_actions' }, async (pressed) => {
    const id = plainActionId(pressed.action.action_id);
    const isButton = id === MORE_MENU || buttons.has(id);
    await (choices.get(id) ?? (isButton ? press : undefined))?.(pressed);
  });
  const offered = byId(
    ({ options = {} }) => options,
    (handler) => handler,
  );
  app.options<'block_suggestion'>({ type: 'block_suggestion' }, onOptions(reception, anew, offered));
  app.event('app_home_opened', onHomeOpened(reception, anew));
  app.event('user_change', onUserChange(reception));
  app.event('app_uninstalled', onEnded(reception));
  app.event('tokens_revoked', onEnded(reception));
  app.message(onFreeText(reception));
};
