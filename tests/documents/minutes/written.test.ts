import { expect, test } from 'vitest';
import { minutesDocument } from '../../../src/documents/minutes/document.ts';
import { minutesOf } from '../../../src/documents/minutes/model.ts';
import { writeDocx } from '../../../src/documents/writing/docx/write.ts';
import type { BodyRules } from '../../../src/domain/body/body.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { Choice, WrittenAnswer } from '../../../src/domain/written-meeting/answer.ts';
import { basisOf, outcomesOf } from '../../../src/domain/written-meeting/outcome.ts';
import type { WrittenMeeting } from '../../../src/domain/written-meeting/written-meeting.ts';
import { readDocx } from '../../support/docx.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

/** 会議録 of a 書面開催, read back from its file. */

const said = (voter: number, choices: readonly Choice[], facts: Partial<WrittenAnswer> = {}) =>
  anAnswerOf(voter, choices, {
    votes: choices.map((choice, index) => ({
      position: index + 1,
      version: 1,
      choice,
      opinion: choice === 'agree' ? '' : `${['乙', '甲'][voter % 2]}案がよい`,
    })),
    ...facts,
  });
const VOTERS = [1, 2, 3, 4, 5, 6].map((position) => aVoter(position));
const AFTER = new Date('2023-08-11T09:00:00+09:00');
const ANSWERS = [
  said(1, ['agreeWithOpinion', 'agree']),
  said(2, ['object', 'agree']),
  said(3, ['agree', 'agree'], { proxy: { title: '第3部長', name: '後任 花子' } }),
  said(4, ['agree', 'agree'], {
    by: 'U0SECRETARY',
    received: { by: 'paper', on: localDate('2023-08-09') },
  }),
  said(5, ['object', 'agree'], { at: AFTER }),
];
const ITEMS = [anItem(), anItem({ position: 2, text: '年間スケジュールについて', kind: null })];

const blocksFor = async (
  answers: readonly WrittenAnswer[],
  rules: Partial<BodyRules> = {},
  facts: Partial<WrittenMeeting> = {},
) => {
  const meeting = aWrittenMeeting({
    items: ITEMS,
    state: 'announced',
    decisions: [
      { position: 1, result: 'amended', reply: '甲案に改めました。' },
      { position: 2, result: null, reply: '' },
    ],
    ...facts,
  });
  const body = aBody(rules);
  const items = outcomesOf(meeting, VOTERS, answers, body);
  const record = aMeeting({ items: ITEMS.map(({ text, kind }) => ({ text, kind })) });
  const written = { meeting, body, voters: VOTERS, answers, items, basis: basisOf(meeting, answers, body) };
  const minutes = minutesOf(
    { meeting: record, body, members: [], earlierActions: [], actions: [], written },
    new Map(),
  );
  return (await readDocx(await writeDocx(minutesDocument(minutes)))).blocks;
};

test('has the 回答者 in order with 代理 and 代理入力, and of each 案件 its numbers, result and opinions without names', async () => {
  expect(await blocksFor(ANSWERS)).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', '協働推進本部会議'],
        ['回答期限', '令和5年8月10日(木)'],
        ['開催方法', '書面開催'],
        ['備考', '開催案内送付'],
        ['文書番号', '豊コ第80号'],
        ['開催案内の日', '令和5年7月27日(木)'],
      ],
    },
    '# 回答者',
    '回答4名、未回答2名',
    {
      heads: [['役', '職名', '氏名', '回答']],
      rows: [
        ['委員長', '第1部長', '委員1', '回答'],
        ['委員', '第2部長', '委員2', '回答'],
        ['委員', '第3部長', '委員3', '回答(代理:第3部長 後任 花子)'],
        ['委員', '第4部長', '委員4', '回答(代理入力:紙、令和5年8月9日(水)受付)'],
        ['委員', '第5部長', '委員5', '未回答(期限後に回答)'],
        ['委員', '第6部長', '委員6', '未回答'],
      ],
    },
    '# 案件',
    {
      heads: [['No', '案件', '種別', '結果', '意見']],
      rows: [
        [
          '(1)',
          '市の調査・検討について',
          '審議',
          '修正のうえ承認\n異議なし3名\nうち意見あり1名\n異議あり1名\n未回答2名',
          '・(異議あり)乙案がよい\n・甲案がよい\n意見への回答:甲案に改めました。',
        ],
        ['(2)', '年間スケジュールについて', '', '確認4名\n未回答2名', ''],
      ],
    },
    '# 資料',
    'なし',
  ]);
});

const firstResult = async (...given: Parameters<typeof blocksFor>): Promise<readonly string[]> => {
  const table = (await blocksFor(...given)).find(
    (block) => typeof block !== 'string' && block.heads[0]?.[0] === 'No',
  );
  return typeof table === 'object' ? (table.rows[0]?.[3] ?? '').split('\n').slice(-2) : [];
};

test.each([
  [
    '未回答 that counted as 異議なし',
    { unanswered: 'consent' },
    ['未回答2名', '会議体の決まりにより、未回答の2名を異議なしとみなしています。'],
  ],
  ['a quorum that was reached, which needs no word', { quorum: 'majority' }, ['異議あり1名', '未回答2名']],
] as const)('says %s', async (_, rules, lines) => {
  expect(await firstResult(ANSWERS, rules)).toEqual(lines);
});

test.each([
  ['a quorum that was not', { quorum: 'majority' }, '定足数に達していません(回答2名、必要な回答4名)。'],
  ['a tie', {}, '異議なしと異議ありが同数です。'],
  [
    'that the chair decides it, and how the chair answered',
    { tie: 'chair' },
    '可否同数のため、委員長が決します。委員長の回答は「異議なし」です。',
  ],
] as const)('says %s', async (_, rules, line) => {
  expect((await firstResult(ANSWERS.slice(0, 2), rules)).at(-1)).toBe(line);
});

test('資料 are those that were sent, links and files', async () => {
  const blocks = await blocksFor(
    ANSWERS,
    {},
    {
      documents: '資料1 調査の結果 https://example.jp/1.pdf',
      files: [{ id: '00000000-0000-4000-8000-0000000000f1', name: '資料2.pdf' }],
    },
  );
  const from = blocks.indexOf('# 資料');
  expect(blocks.slice(from, from + 3)).toEqual([
    '# 資料',
    '資料1 調査の結果 https://example.jp/1.pdf',
    '資料2.pdf',
  ]);
});
