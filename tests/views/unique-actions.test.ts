import type { ActionsBlock, KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { button, buttons, paragraph } from '../../src/views/blocks.ts';
import { withUniqueActions } from '../../src/views/unique-actions.ts';

const row = (name: string): readonly KnownBlock[] =>
  buttons(
    name,
    ['一', '二'].map((words) => button('report.make', words, words)),
  );
const idsOf = (blocks: readonly KnownBlock[]) =>
  blocks
    .filter((block): block is ActionsBlock => block.type === 'actions')
    .flatMap(({ elements }) => elements.map((element) => ('action_id' in element ? element.action_id : '')));

test('each button of a view has an id of its own, also where some are numbered already', () => {
  const once = withUniqueActions([...row('first'), paragraph('と'), ...row('second')]);
  const ids = ['report.make', 'report.make~2', 'report.make~3', 'report.make~4'];
  expect(idsOf(once)).toEqual(ids);
  expect(
    idsOf(withUniqueActions([...withUniqueActions(row('first')), ...withUniqueActions(row('second'))])),
  ).toEqual(ids);
});
