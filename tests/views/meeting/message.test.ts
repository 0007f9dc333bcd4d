import { describe, expect, test } from 'vitest';
import { localDate, yearMonth } from '../../../src/domain/calendar/local-date.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { meetingAnnouncedMessage, meetingRecordedMessage } from '../../../src/views/meeting/message.ts';
import { owedMessage } from '../../../src/views/morning/morning.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';

/** Every text a reader sees, block by block; buttons by their words. */
const shown = ({ blocks }: SlackMessage): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'header' || block.type === 'section') return [block.text?.text ?? ''];
    if (block.type === 'context')
      return block.elements.map((element) => ('text' in element ? element.text : ''));
    if (block.type === 'actions')
      return block.elements.map((element) => ('text' in element ? `[${element.text.text}]` : ''));
    return [block.type];
  });

const told = (facts: Partial<Meeting> = {}) => ({
  meeting: aMeeting(facts),
  body: aBody(),
  standing: 'settled' as const,
  askedOn: localDate('2023-08-14'),
  contact: 'コミュニティ政策課 内線0000',
});

const FACTS = ['協働推進本部会議', '回答期限:令和5年8月10日(木) 開催案内送付', '開催方法:書面開催'].join(
  '\n',
);
const AGENDA = '(1)協働推進本部会議の年間スケジュールについて';
const BUTTONS = ['[内容を記録]', '[編集]', '[記録を取り消す]', '[対応事項を登録]', '[会議録]'];

describe('記録しました', () => {
  test('says what was recorded, and offers to go on', () => {
    const message = meetingRecordedMessage(told());
    expect(message.text).toBe('記録しました:協働推進本部会議 令和5年8月10日まで 開催案内送付(書面開催)');
    expect(shown(message)).toEqual(['記録しました', FACTS, AGENDA, '令和5年度の記録', ...BUTTONS]);
  });

  test('marks what is planned', () => {
    const [, facts, , , standing] = shown(meetingRecordedMessage({ ...told(), standing: 'planned' }));
    expect(facts).toBe(`【予定】${FACTS}`);
    expect(standing).toBe(
      '予定として記録しました。令和5年8月14日(月)に、予定どおり行われたかをお尋ねします。',
    );
  });

  test('marks what the secretariat has still to confirm', () => {
    const [, facts, , , standing] = shown(meetingRecordedMessage({ ...told(), standing: 'unconfirmed' }));
    expect(facts).toBe(`【未確認】${FACTS}`);
    expect(standing).toBe('事務局が確認すると、報告書に載ります。');
  });

  test('becomes the word that it was taken back, with the reason', () => {
    const cancelled = { at: new Date('2023-08-15T09:00:00+09:00'), reason: '日付の誤り' };
    expect(shown(meetingRecordedMessage({ ...told({ cancelled }), standing: 'cancelled' }))).toEqual([
      '記録を取り消しました',
      '協働推進本部会議の記録を取り消しました。理由:日付の誤り',
      '令和5年8月10日まで 開催案内送付(書面開催)',
      '令和5年9月14日(木)までは、「元に戻す」で元に戻せます。',
      '[元に戻す]',
    ]);
  });
});

describe('the day is told with its weekday, as far as it is known', () => {
  test.each<[Meeting['date'], readonly string[]]>([
    [{ kind: 'day', day: localDate('2023-08-10') }, ['開催日:令和5年8月10日(木)']],
    [
      { kind: 'days', first: localDate('2023-07-03'), last: localDate('2023-07-07') },
      ['開催日:令和5年7月3日(月)から令和5年7月7日(金)まで'],
    ],
    [{ kind: 'month', month: yearMonth('2023-09') }, ['令和5年9月']],
  ])('%o', (date, lines) => {
    const [, facts = ''] = shown(meetingRecordedMessage(told({ date, way: 'onsite', note: '' })));
    expect(facts.split('\n')).toEqual(['協働推進本部会議', ...lines, '開催方法:対面']);
  });
});

test('a channel reads body, date, way and 案件 only', () => {
  const contents: Meeting['contents'] = {
    time: '14時から',
    attendees: ['U0AAA'],
    attendeesWithoutSlack: ['総務課長 山田花子'],
    absences: [{ member: '豊中太郎', proxy: null }],
    decisions: '原案のとおり',
    documents: '共有フォルダー',
  };
  const message = meetingAnnouncedMessage(told({ place: '市役所第二庁舎', contents }));
  expect(message.text).toBe('協働推進本部会議の記録です');
  expect(shown(message)).toEqual(['協働推進本部会議の記録です', FACTS, AGENDA]);
});

test('an announced meeting that was taken back does not tell the channel why', () => {
  const cancelled = { at: new Date('2023-08-15T09:00:00+09:00'), reason: '委員長の体調' };
  expect(shown(meetingAnnouncedMessage({ ...told({ cancelled }), standing: 'cancelled' }))).toEqual([
    '記録を取り消しました',
    '協働推進本部会議\n令和5年8月10日まで 開催案内送付(書面開催)',
  ]);
});

/** The morning message about one meeting. */
const morning = (facts: Partial<Meeting> = {}) => {
  const { contact, ...line } = told(facts);
  const day = localDate('2023-08-14');
  return shown(owedMessage({ kind: 'morning', day, contact, lines: [{ kind: 'held-meeting', ...line }] }));
};

test('after the day of a planned meeting its recorder is asked, and told whom to turn to', () => {
  expect(morning({ heldConfirmedAt: null })).toEqual([
    '回答・確認のお願い(1件)',
    '次の件をお願いします。回答すると、ここに「済み」と表示されます。',
    '協働推進本部会議(令和5年8月10日まで 開催案内送付(書面開催))は予定どおり実施されましたか。下のボタンからお知らせください。',
    '[実施を確認]',
    '[日程を変更]',
    '[中止]',
    '問合せ:コミュニティ政策課 内線0000',
  ]);
});

test('the answer is told with its time, and can be taken back', () => {
  expect(morning()).toEqual([
    '回答・確認のお願い(すべて済みました)',
    '協働推進本部会議 令和5年8月10日まで 開催案内送付(書面開催)\n令和5年8月14日(月) 10:00に実施を確認しました。',
    '[取り消す]',
    '問合せ:コミュニティ政策課 内線0000',
  ]);
});
