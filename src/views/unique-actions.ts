import type { Button, KnownBlock, Overflow } from '@slack/types';

/** Stands between an action id and its count where several buttons of a view do the same. */
const MARK = '~';

/** The action id without its count. */
export const plainActionId = (actionId: string): string => actionId.split(MARK, 1)[0] ?? actionId;

type Counted = { readonly next: (actionId: string) => string };

const createCount = (): Counted => {
  const counts = new Map<string, number>();
  return {
    next: (actionId) => {
      const count = (counts.get(actionId) ?? 0) + 1;
      counts.set(actionId, count);
      return count === 1 ? actionId : `${actionId}${MARK}${count}`;
    },
  };
};

const isPressable = (element: { readonly type: string } | undefined): element is Button | Overflow =>
  element?.type === 'button' || element?.type === 'overflow';

/**
 * The same blocks with the action id of every button and menu unique: a modal and the Home tab take each once, where a list has the same
 * button in every row. Those that are numbered are numbered anew. The second 確認する is `meeting.confirm~2`, and so on; `plainActionId` is the same of them all.
 */
export const withUniqueActions = (blocks: readonly KnownBlock[]): KnownBlock[] => {
  const count = createCount();
  const numbered = <Pressable extends Button | Overflow>(element: Pressable): Pressable => ({
    ...element,
    action_id: count.next(plainActionId(element.action_id ?? '')),
  });
  return blocks.map((block) => {
    if (block.type === 'section' && isPressable(block.accessory))
      return { ...block, accessory: numbered(block.accessory) };
    if (block.type !== 'actions') return block;
    return {
      ...block,
      elements: block.elements.map((element) => (isPressable(element) ? numbered(element) : element)),
    };
  });
};
