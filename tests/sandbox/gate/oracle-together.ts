import { type Blame, check, isNode, listed, type Node, type Reading, repeated } from './blame.ts';
import { MOST_BYTES, MOST_JSON, MOST_TEXT } from './limits.ts';

/** What blocks must be to one another, read apart from what each of them may be. */

/** The elements of a block that bear an action id. */
const elementsOf = (block: unknown, pointer: string): readonly (readonly [Node, string])[] => {
  if (!isNode(block)) return [];
  const placed = [
    [block.element, `${pointer}/element`] as const,
    [block.accessory, `${pointer}/accessory`] as const,
    ...listed(block.elements).map((element, index) => [element, `${pointer}/elements/${index}`] as const),
  ];
  return placed.flatMap(([element, at]) => (isNode(element) ? [[element, at] as const] : []));
};

const actionIds = (elements: readonly (readonly [Node, string])[]) =>
  elements.map(([element, pointer]) => [element.action_id, `${pointer}/action_id`] as const);

export const readTogether = (reading: Reading, blocks: readonly unknown[]): readonly Blame[] => {
  const placed = blocks.map((block, index) => [block, `/blocks/${index}`] as const);
  const inBlocks = placed.map(([block, pointer]) => elementsOf(block, pointer));
  const focused = inBlocks.flat().filter(([element]) => element.focus_on_load === true);
  return [
    ...repeated(
      reading,
      'block ids differ',
      placed.map(([block, pointer]) => [isNode(block) ? block.block_id : undefined, `${pointer}/block_id`]),
    ),
    ...(reading.surface === 'message'
      ? inBlocks.flatMap((elements) => repeated(reading, 'action ids of a block differ', actionIds(elements)))
      : repeated(reading, 'action ids of a view differ', actionIds(inBlocks.flat()))),
    ...focused.flatMap(([, pointer], index) =>
      check(reading, 'one focus', index === 0, `${pointer}/focus_on_load`),
    ),
  ];
};

const textOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textOf(item), 0);
  if (!isNode(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + textOf(inner), own);
};

const ofType = (blocks: readonly unknown[], type: string) =>
  blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => isNode(block) && block.type === type);

export const readMessage = (reading: Reading, blocks: readonly unknown[]): readonly Blame[] => {
  const markdown = textOf(ofType(blocks, 'markdown').map(({ block }) => block));
  const tables = ofType(blocks, 'table');
  return [
    ...check(reading, `text 0-${MOST_TEXT}`, textOf(blocks) <= MOST_TEXT, '/blocks', 'msg_blocks_too_long'),
    ...check(
      reading,
      `JSON below ${MOST_JSON}`,
      JSON.stringify(blocks).length < MOST_JSON,
      '/blocks',
      'msg_blocks_too_long',
    ),
    ...check(reading, 'markdown 0-12000 in all', markdown <= 12_000, '/blocks'),
    ...tables.flatMap(({ index }, nth) => check(reading, 'one table', nth === 0, `/blocks/${index}`)),
  ];
};

export const readView = (reading: Reading, view: Node): readonly Blame[] => {
  const bytes = Buffer.byteLength(JSON.stringify(view));
  const asks = ofType(listed(view.blocks), 'input').length > 0;
  return [
    ...check(reading, `view 0-${MOST_BYTES} bytes`, bytes <= MOST_BYTES, '', 'view_too_large'),
    ...(view.type === 'modal' && asks
      ? check(reading, 'a modal that asks can be submitted', view.submit !== undefined, '')
      : []),
  ];
};
