import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import {
  actorOf,
  answerTo,
  bodyList,
  openMeetingForm,
  pressToOpen,
  recordAs,
  recordByForm,
  WORKSPACE,
  withDatabase,
} from '../steps.ts';

const NAME = '協働のまちづくり検討会';
const UNRECORDED = { heading: NAME, kind: 'text', paragraphs: ['(未記録)'] };
const AGENDA = '(1)年間スケジュールについて';
/** Neither in the list nor in the chapter of a year. */
const NOWHERE = { listed: [], structure: undefined, printed: undefined, unsettled: [] };
/** Its row of 体制, and what is asked for there: neither 構成 nor 主な役割 was registered. */
const STRUCTURE = { body: NAME, composition: ['(未記録)'], role: '(未記録)' };
const TEXTS_MISSING = [
  `・${NAME}:掲載する構成がありません。`,
  `・${NAME}:掲載する文章(主な役割)がありません。`,
];

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const register = async (entries: Readonly<Record<string, string>>): Promise<void> => {
  const form = await pressToOpen(practice.secretary, '会議体を登録', await bodyList(practice.secretary));
  await form.fill({ 名称: NAME, 年度: '令和8年度', ...entries });
  expect((await form.submit()).errors).toEqual({});
};

const recordNone = async (year: string): Promise<void> => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '開催なし')).opened();
  await form.fill({ '会議体・研修': NAME, 年度: year });
  expect((await form.submit()).errors).toEqual({});
};

const recordAsPromoter = (heldOn: string): Promise<void> =>
  recordAs(practice, actorOf(STAFF, 'promoter'), { body: NAME, heldOn });

/** All that is seen of the body in a year: it is the last of the list, and no other name has its own in it. */
const seenIn = async (year: number) => {
  const list = (await answerTo(practice.secretary, '/kyodo-meeting', `一覧 ${year}`)).plain.split('\n');
  const chapter = await withDatabase(practice, async (db) =>
    chapter5Of(await readChapter5({ clock: practice.clock, db }, WORKSPACE, year)),
  );
  return {
    listed: list.includes(NAME) ? list.slice(list.indexOf(NAME)) : [],
    structure: chapter.structure.find(({ body }) => body === NAME),
    printed: [...chapter.meetings, ...chapter.liaison].find(({ heading }) => heading === NAME),
    unsettled: chapter.unsettled.map(({ text }) => text).filter((line) => line.includes(NAME)),
  };
};

describe('a body registered from 令和8年度', () => {
  beforeEach(() => register({ 記録できる人: '協働推進員も' }));

  test('is expected to have a record from that year on, and in no year before', async () => {
    expect([await seenIn(2023), await seenIn(2025), await seenIn(2026)]).toEqual([
      NOWHERE,
      NOWHERE,
      {
        listed: [NAME, 'まだ記録がありません。'],
        structure: STRUCTURE,
        printed: UNRECORDED,
        unsettled: [...TEXTS_MISSING, `・${NAME}:会議の記録も「開催なし」の記録もありません。`],
      },
    ]);
  });

  test('is offered for a meeting of an earlier year, and stands in that year alone', async () => {
    const form = await openMeetingForm(practice);
    expect(form.options('会議体').at(-1)).toBe(NAME);
    await form.close();
    await recordByForm(practice, { 会議体: NAME, 開催日: '2024-03-31' });
    expect([await seenIn(2022), await seenIn(2023), await seenIn(2024)]).toEqual([
      NOWHERE,
      {
        listed: [NAME, 'No 1 令和6年3月31日', AGENDA],
        structure: STRUCTURE,
        printed: {
          heading: NAME,
          kind: 'table',
          rows: [
            {
              no: 1,
              date: '令和6年3月31日',
              items: [AGENDA],
              days: { first: '2024-03-31', last: '2024-03-31' },
            },
          ],
        },
        unsettled: TEXTS_MISSING,
      },
      NOWHERE,
    ]);
  });

  test('is in an earlier year for which 開催なし is recorded', async () => {
    await recordNone('令和5年度');
    expect([await seenIn(2023), await seenIn(2024)]).toEqual([
      {
        listed: [NAME, '令和5年度は開催なし'],
        structure: STRUCTURE,
        printed: { heading: NAME, kind: 'text', paragraphs: ['令和5年度は開催なし'] },
        unsettled: TEXTS_MISSING,
      },
      NOWHERE,
    ]);
  });

  test('is among the unsettled of an earlier year once its record there is', async () => {
    await recordAsPromoter('2023-08-10');
    expect(await seenIn(2023)).toEqual({
      listed: [NAME, '【未確認】令和5年8月10日', AGENDA],
      structure: STRUCTURE,
      printed: UNRECORDED,
      unsettled: [
        ...TEXTS_MISSING,
        `・${NAME} 令和5年8月10日:未確認の記録です。事務局が確認すると掲載します。`,
      ],
    });
  });

  test('leaves an earlier year with the last record it had there', async () => {
    const told = await recordByForm(practice, { 会議体: NAME, 開催日: '2023-08-10' });
    expect((await seenIn(2023)).listed).toEqual([NAME, 'No 1 令和5年8月10日', AGENDA]);
    const form = await pressToOpen(practice.secretary, '記録を取り消す', told);
    await form.fill({ 理由: '別の会議体の記録だった' });
    expect((await form.submit()).errors).toEqual({});
    expect(await seenIn(2023)).toEqual(NOWHERE);
  });
});

test('a 取組み without a text is asked for one from its year on only', async () => {
  await register({ 種別: '取組み(文章だけ)' });
  expect([await seenIn(2025), await seenIn(2026)]).toEqual([
    NOWHERE,
    // An effort among the bodies of 会議の実施状況 stands in 体制 only.
    { ...NOWHERE, structure: STRUCTURE, unsettled: TEXTS_MISSING },
  ]);
});
