import type { ModalView } from '@slack/types';
import { expect, test } from 'vitest';
import { placeOf } from '../../src/handlers/view-stack.ts';
import { form } from '../../src/views/blocks.ts';

/** What a view knows of those under it, of which a request tells only the ids. */

const isDrawn = (id: string) => id.endsWith('-list');
const LIST: ModalView = { ...form('一覧', 'meeting-list', null, []), private_metadata: '2026:本部 会議:2' };
const STATUS: ModalView = { ...form('状況', 'status-list', null, []), private_metadata: 'x' };
const FORM = form('編集', 'meeting.edit', '変更を保存する', [], { meetingId: 'm', revision: 3 });

/** A view as Slack shows it where it lies on `under`, the lowest first. */
const placed = (view: ModalView, id: string, ...under: readonly string[]) => ({
  id,
  callback_id: view.callback_id ?? '',
  private_metadata: view.private_metadata ?? '',
  previous_view_id: under.at(-1) ?? null,
  root_view_id: under[0] ?? id,
});
const known = (views: ReturnType<typeof placeOf>['beneath']) => views.map(({ id, by, of }) => [id, by, of]);

test('a form has its own metadata, and knows what it lies on', () => {
  const list = placeOf(placed(LIST, 'V1'), isDrawn);
  expect([known(list.itself), known(list.beneath)]).toEqual([
    [['V1', 'meeting-list', '2026:本部 会議:2']],
    [],
  ]);
  const above = list.above(FORM);
  expect(above.close?.text).toBe('戻る');
  const edit = placeOf(placed(above, 'V2', 'V1'), isDrawn);
  expect([edit.metadata, known(edit.itself)]).toEqual([FORM.private_metadata, []]);
  expect(known(edit.beneath)).toEqual([['V1', 'meeting-list', '2026:本部 会議:2']]);
});

test('of three the third knows both, also what comes in its place, and a form between stays unknown', () => {
  const second = placeOf(placed(placeOf(placed(LIST, 'V1'), isDrawn).above(STATUS), 'V2', 'V1'), isDrawn);
  const third = placeOf(placed(second.above(FORM), 'V3', 'V1', 'V2'), isDrawn);
  const both = [
    ['V2', 'status-list', 'x'],
    ['V1', 'meeting-list', '2026:本部 会議:2'],
  ];
  expect([third.isTopmost, known(third.beneath)]).toEqual([true, both]);
  for (const next of [third.here(FORM), third.above(FORM)])
    expect(known(placeOf(placed(next, 'V3', 'V1', 'V2'), isDrawn).beneath)).toEqual(both);
  // What is drawn anew in the middle lies on the first still.
  const [middle, lowest] = third.beneath.map(({ dress }) => dress(STATUS));
  expect([middle?.close?.text, lowest?.close?.text]).toEqual(['戻る', '閉じる']);
  expect(placeOf(placed(middle ?? FORM, 'V2', 'V1'), isDrawn).beneath.map(({ id }) => id)).toEqual(['V1']);

  const between = placeOf(placed(placeOf(placed(LIST, 'V1'), isDrawn).above(FORM), 'V2', 'V1'), isDrawn);
  const top = placeOf(placed(between.above(FORM), 'V3', 'V1', 'V2'), isDrawn);
  expect(known(top.beneath)).toEqual([['V1', 'meeting-list', '2026:本部 会議:2']]);
});

test('what lies on nothing that is drawn anew carries nothing', () => {
  const edit = placeOf(placed(FORM, 'V1'), isDrawn);
  expect(edit.above(FORM).private_metadata).toBe(FORM.private_metadata);
  expect(edit.here(FORM)).toEqual(FORM);
});
