import type { InputBlock, ModalView, SectionBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { CHOICES, MOST_OPINION_LETTERS } from '../../../src/domain/written-meeting/answer.ts';
import {
  MOST_ITEM_LETTERS,
  MOST_ITEMS,
  type WrittenMeeting,
} from '../../../src/domain/written-meeting/written-meeting.ts';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import type { OpenedWrittenAnswer } from '../../../src/services/written-meeting/open-answer.ts';
import { writtenAnswerForm } from '../../../src/views/written-meeting/answer-form.ts';
import { anAnswerOf, anItem, aVoter, aWrittenMeeting } from '../../support/written-meetings.ts';

const opened = (
  meeting: Partial<WrittenMeeting>,
  facts: Partial<OpenedWrittenAnswer> = {},
): OpenedWrittenAnswer => ({
  meeting: aWrittenMeeting(meeting),
  bodyName: '協働推進本部会議',
  voter: aVoter(2),
  as: 'own',
  answers: [],
  due: { dueOn: localDate('2023-08-10'), left: 7, isToday: false },
  takesAnswers: true,
  isOver: false,
  isEndedEarly: false,
  contact: 'コミュニティ政策課 内線0000',
  ...facts,
});

const TWO = [anItem(), anItem({ position: 2, text: '年間予定について', kind: null })];

type AnyBlock = ModalView['blocks'][number];
const isInput = (block: AnyBlock): block is InputBlock => block.type === 'input';
const isSection = (block: AnyBlock): block is SectionBlock => block.type === 'section';
/** Each field with its label, what it offers and what is filled in. */
const fieldsOf = (view: ModalView) =>
  view.blocks.filter(isInput).map(({ block_id, label, element }) => {
    if (element.type === 'radio_buttons')
      return [
        block_id,
        label.text,
        element.options.map(({ text }) => text.text),
        element.initial_option?.value,
      ];
    return [block_id, label.text, element.type === 'plain_text_input' ? element.initial_value : undefined];
  });
const textsOf = (view: ModalView): readonly string[] =>
  view.blocks.filter(isSection).map(({ text }) => text?.text ?? '');

describe('書面開催に回答', () => {
  test('asks every 案件 by its label, and fills in what was said', () => {
    const answers = [anAnswerOf(2, ['object', 'agree'])];
    const view = writtenAnswerForm(opened({ items: TWO }, { answers }));
    expect([view.title.text, view.submit?.text]).toEqual(['書面開催に回答', '回答する']);
    expect(fieldsOf(view)).toEqual([
      ['item1', '案件1', ['異議なし', '異議なし(意見あり)', '異議あり'], 'object'],
      ['opinion1', '案件1への意見', '意見'],
      ['item2', '案件2', ['確認しました', '確認しました(意見あり)'], 'agree'],
      ['opinion2', '案件2への意見', undefined],
    ]);
    expect(textsOf(view).slice(1)).toEqual(['(1)市の調査・検討について(審議)', '(2)年間予定について']);
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({
      meetingId: aWrittenMeeting().id,
      position: 2,
      as: 'own',
      versions: [1, 1],
      answers: 1,
    });
  });

  test('says which 案件 was amended since it was answered, and has nothing filled in there', () => {
    const items = [anItem({ version: 2 }), ...TWO.slice(1)];
    const view = writtenAnswerForm(opened({ items }, { answers: [anAnswerOf(2, ['agree', 'agree'])] }));
    expect(textsOf(view)[1]).toContain('この案件は訂正されました。お手数ですが、改めて回答をお願いします。');
    expect(fieldsOf(view).map((field) => field.at(-1))).toEqual([undefined, undefined, 'agree', undefined]);
  });

  test('says as whom one answers', () => {
    const said = (['own', 'proxy', 'on-behalf'] as const).map(
      (as) => textsOf(writtenAnswerForm(opened({}, { as })))[0],
    );
    expect(said.map((text) => text?.split('\n').at(-1))).toEqual([
      '回答者:第2部長 委員2',
      '第2部長 委員2さんの代理として回答します。',
      '第2部長 委員2さんから受け取った回答を入力します。',
    ]);
  });

  test('代理入力 asks how and when it came', () => {
    const view = writtenAnswerForm(opened({}, { as: 'on-behalf' }));
    expect(view.title.text).toBe('代理入力');
    expect(fieldsOf(view).slice(-2)).toEqual([
      ['receivedBy', '受けた方法', ['紙', '電話', '口頭', 'メール等'], undefined],
      ['receivedOn', '受けた日', undefined],
    ]);
  });

  test('after the end says that an answer is not counted', () => {
    expect(textsOf(writtenAnswerForm(opened({}, { isOver: true })))[1]).toContain('期限後の回答として記録し');
  });
});

test('twenty 案件 of 2,000 letters, all amended and answered with opinions as long as they may be, are shown whole within Slack’s limits', () => {
  const items = Array.from({ length: MOST_ITEMS }, (_, index) =>
    anItem({ position: index + 1, version: 3, text: `${index + 1}`.padEnd(MOST_ITEM_LETTERS, '議') }),
  );
  const votes = items.map(({ position, version }) => ({
    position,
    version,
    choice: CHOICES[position % 3] ?? 'agree',
    opinion: '意'.repeat(MOST_OPINION_LETTERS),
  }));
  const documents = Array.from(
    { length: 20 },
    (_, index) => `資料${index + 1} https://example.jp/${'a'.repeat(120)}`,
  );
  const answers = [anAnswerOf(2, [], { votes })];
  const view = writtenAnswerForm(
    opened({ items, documents: documents.join('\n') }, { as: 'on-behalf', answers }),
  );
  expect(checkView(view)).toEqual([]);
  const texts = textsOf(view).join('\n');
  expect(items.every(({ text, position }) => texts.includes(`(${position})${text}(審議)`))).toBe(true);
  const amended = writtenAnswerForm(opened({ items }, { answers: [anAnswerOf(2, Array(20).fill('agree'))] }));
  expect(checkView(amended)).toEqual([]);
});
