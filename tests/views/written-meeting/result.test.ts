import { describe, expect, test } from 'vitest';
import type { WrittenAnswer } from '../../../src/domain/written-meeting/answer.ts';
import { noticeOf, resultsOnly } from '../../../src/domain/written-meeting/notice.ts';
import { basisOf, outcomesOf } from '../../../src/domain/written-meeting/outcome.ts';
import {
  MOST_ITEM_LETTERS,
  MOST_ITEMS,
  type WrittenItem,
} from '../../../src/domain/written-meeting/written-meeting.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { writtenResultConfirmation } from '../../../src/views/written-meeting/result-confirm.ts';
import { writtenResultForm } from '../../../src/views/written-meeting/result-form.ts';
import { writtenResultShown } from '../../../src/views/written-meeting/result-shown.ts';
import { asSent } from '../../support/as-sent.ts';
import { aBody } from '../../support/meetings.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

/** Twenty 案件 of 2,000 letters, opinions and replies of 1,000 and a 通知文 of 3,000: all of it within Slack's limits, and nothing cut. */

const long = (name: string, letters: number): string => `${name}${'字'.repeat(letters - name.length - 1)}末`;
const POSITIONS = Array.from({ length: MOST_ITEMS }, (_, index) => index + 1);
const itemsOf = (letters: number): readonly WrittenItem[] =>
  POSITIONS.map((position) => anItem({ position, text: long(`案${position}番`, letters) }));

/** What `voters` have each said in so many letters to every 案件, all 異議あり. */
const given = (voters: number, letters: number, itemLetters: number) => {
  const meeting = aWrittenMeeting({
    items: itemsOf(itemLetters),
    state: 'closed',
    notice: long('通知', 3000),
    decisions: POSITIONS.map((position) => ({
      position,
      result: 'approved',
      reply: long(`答${position}番`, 1000),
    })),
  });
  const all = Array.from({ length: voters }, (_, index) => aVoter(index + 1));
  const answers: readonly WrittenAnswer[] = all.map(({ position: voter }) => ({
    ...anAnswerOf(voter, []),
    votes: POSITIONS.map((position) => ({
      position,
      version: 1,
      choice: 'object',
      opinion: long(`見${voter}の${position}番`, letters),
    })),
  }));
  const items = outcomesOf(meeting, all, answers, aBody());
  return {
    meeting,
    body: aBody(),
    voters: all,
    answers,
    items,
    basis: basisOf(meeting, answers, aBody()),
  };
};

const opened = given(9, 1000, MOST_ITEM_LETTERS);
const notice = noticeOf(opened.meeting, opened.items, '協働推進本部会議', '事務局');
const preview = (of: ReturnType<typeof given>) => ({
  meetingId: of.meeting.id,
  revision: 1,
  notice: noticeOf(of.meeting, of.items, '協働推進本部会議', '事務局'),
  recipients: 9,
  away: 0,
  withoutSlack: [],
  isToCome: false,
  nextMorning: null,
});

const textOf = (blocks: unknown): string => JSON.stringify(blocks);
const wordsOf = ({ items }: ReturnType<typeof given>): readonly string[] => [
  ...items.map(({ item }) => item.text),
  ...items.flatMap(({ opinions }) => opinions.map(({ words }) => words)),
];

describe('the form 書面開催の結果をまとめる', () => {
  test('shows the opinions behind 状況 where they do not fit, and every 案件 and reply whole', () => {
    const form = writtenResultForm(opened);
    expect(checkView(form)).toEqual([]);
    const text = textOf(form.blocks);
    for (const { item } of opened.items) expect(text).toContain(item.text);
    for (const { reply } of opened.meeting.decisions) expect(text).toContain(reply);
    expect(text).toContain('意見が長いため');
    expect(text).toContain('written-progress.open');
  });

  test('shows them all, with whose they are, where they do', () => {
    const few = given(9, 20, 100);
    const form = writtenResultForm(few);
    expect(checkView(form)).toEqual([]);
    for (const words of wordsOf(few)) expect(textOf(form.blocks)).toContain(words);
    expect(textOf(form.blocks)).toContain('第9部長 委員9');
  });

  test('offers a 通知文 with the numbers of every 案件, and chooses no 結果', () => {
    const { meeting, ...rest } = given(9, 20, 100);
    const form = writtenResultForm({
      ...rest,
      meeting: { ...meeting, notice: '', decisions: [] },
      items: rest.items.map((item) => ({ ...item, decision: undefined })),
    });
    expect(checkView(form)).toEqual([]);
    expect(textOf(form.blocks)).not.toContain('initial_option');
    expect(textOf(form.blocks)).toContain('案件20 異議なし 0(うち意見あり 0)・異議あり 9・未回答 0');
  });
});

describe('送信の確認', () => {
  test('shows 通知文 alone where the whole does not fit, and says so', () => {
    const view = writtenResultConfirmation(preview(opened));
    expect(checkView(view)).toEqual([]);
    expect(textOf(view.blocks)).toContain(opened.meeting.notice);
    expect(textOf(view.blocks)).toContain('内容が長いため');
  });
  test('shows the whole where it does', () => {
    const few = given(9, 20, 100);
    const view = writtenResultConfirmation(preview(few));
    expect(checkView(view)).toEqual([]);
    for (const words of wordsOf(few)) expect(textOf(view.blocks)).toContain(words);
  });
});

test.each(['written-result', 'written-result-now', 'written-result-trial'] as const)(
  '%s is sent in as many messages as it takes, nothing cut',
  (kind) => {
    const pages = deliveryPages({ ...notice, kind, stands: true });
    expect(pages.flatMap((page) => checkMessage(asSent(page)))).toEqual([]);
    const text = pages.map(({ blocks }) => textOf(blocks)).join('');
    for (const words of wordsOf(opened)) expect(text).toContain(words);
  },
);

test('結果を見る turns pages, nothing cut; what everybody may read has no opinion', () => {
  const shown = { meetingId: opened.meeting.id, notice, maySeeProgress: true };
  const pages = Array.from({ length: 60 }, (_, index) => writtenResultShown(shown, index + 1));
  expect(pages.flatMap((page) => checkMessage(asSent(page)))).toEqual([]);
  const text = pages.map(({ blocks }) => textOf(blocks)).join('');
  for (const words of wordsOf(opened)) expect(text).toContain(words);
  const plain = textOf(writtenResultShown({ ...shown, notice: resultsOnly(notice) }).blocks);
  for (const part of ['見1の', '答1番', '通知']) expect(plain).not.toContain(part);
});
