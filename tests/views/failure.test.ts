import { describe, expect, test } from 'vitest';
import { BodyDraft } from '../../src/domain/body.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { CancelDraft, MeetingDraft } from '../../src/domain/meeting.ts';
import {
  fieldSentences,
  problemMessage,
  schemaSentences,
  sentenceMessage,
  withoutSecretariat,
} from '../../src/views/failure.ts';
import { type Problem, problemSentence } from '../../src/views/problem.ts';

/** Every problem there is, by kind: the compiler asks for the ones that are missing. */
const PROBLEMS: { readonly [Kind in Problem['kind']]: Problem & { readonly kind: Kind } } = {
  'too-early': { field: 'heldOn', kind: 'too-early' },
  'before-record': { field: 'heldOn', kind: 'before-record' },
  'still-to-come': { field: 'heldOn', kind: 'still-to-come' },
  'until-takes-no-end': { field: 'heldUntil', kind: 'until-takes-no-end' },
  'end-before-start': { field: 'heldUntil', kind: 'end-before-start' },
  'crosses-fiscal-years': { field: 'heldUntil', kind: 'crosses-fiscal-years', first: 2018, last: 2019 },
  'no-items': { field: 'items', kind: 'no-items' },
  'unknown-body': { field: 'bodyId', kind: 'unknown-body' },
  'body-has-no-meetings': { field: 'bodyId', kind: 'body-has-no-meetings' },
  'known-otherwise': { field: 'bodyId', kind: 'known-otherwise' },
  'ambiguous-body': { field: 'bodyId', kind: 'ambiguous-body' },
  'no-bodies': { kind: 'no-bodies' },
  'did-not-meet-stands': {
    field: 'heldOn',
    kind: 'did-not-meet-stands',
    bodyName: '幹事会',
    fiscalYear: 2019,
  },
  'year-unreadable': { field: 'fiscalYear', kind: 'year-unreadable' },
  'year-has-not-begun': { field: 'fiscalYear', kind: 'year-has-not-begun' },
  'meeting-stands': {
    field: 'subject',
    kind: 'meeting-stands',
    bodyName: '幹事会',
    printedDate: '令和5年7月7日まで',
  },
  'already-did-not-meet': {
    field: 'subject',
    kind: 'already-did-not-meet',
    name: '幹事会',
    fiscalYear: 2023,
  },
  'name-taken': { field: 'name', kind: 'name-taken', name: '幹事会', fiscalYear: 2023 },
  'too-many-bodies': { field: 'name', kind: 'too-many-bodies' },
  'has-meetings': { field: 'kind', kind: 'has-meetings', fiscalYear: 2023 },
  'bot-not-in-channel': { field: 'notifyChannel', kind: 'bot-not-in-channel' },
  'not-allowed': { kind: 'not-allowed', who: 'secretariat' },
  'no-person': { field: 'user', kind: 'no-person' },
  'not-a-member': { field: 'user', kind: 'not-a-member' },
  'two-ways-of-naming': { field: 'user', kind: 'two-ways-of-naming' },
  'ambiguous-name': { field: 'name', kind: 'ambiguous-name', sections: ['市民課', '税務課'] },
  'ends-before-start': { field: 'endsOn', kind: 'ends-before-start' },
  'term-crosses-years': { field: 'endsOn', kind: 'term-crosses-years', lastDay: localDate('2027-03-31') },
  'start-outside-year': { field: 'startsOn', kind: 'start-outside-year', fiscalYear: 2026 },
  'department-needed': { field: 'newDepartment', kind: 'department-needed' },
  'unknown-department': { field: 'department', kind: 'unknown-department' },
  'section-ended': { field: 'section', kind: 'section-ended', lastDay: localDate('2026-09-30') },
  'already-appointed': { field: 'startsOn', kind: 'already-appointed', name: '山田花子', section: '市民課' },
  'already-member': { field: 'startsOn', kind: 'already-member', name: '山田花子' },
  'department-taken': { field: 'department', kind: 'department-taken' },
  'section-taken': { field: 'section', kind: 'section-taken' },
  'section-needed': { field: 'section', kind: 'section-needed' },
  'still-appointed': { field: 'endedOn', kind: 'still-appointed', name: '山田花子' },
  'closing-day-unreadable': { field: 'closingDays', kind: 'closing-day-unreadable', line: '年末' },
  'secretariat-not-members': {
    field: 'secretariat',
    kind: 'secretariat-not-members',
    names: ['来客花子'],
  },
  'secretariat-without-you': { field: 'secretariat', kind: 'secretariat-without-you' },
  'outside-office-hours': { field: 'morningAt', kind: 'outside-office-hours' },
  'away-ends-before-start': { field: 'endsOn', kind: 'away-ends-before-start' },
  'away-is-past': { field: 'endsOn', kind: 'away-is-past' },
  'away-too-long': { field: 'endsOn', kind: 'away-too-long' },
  'away-overlaps': { field: 'startsOn', kind: 'away-overlaps' },
  gone: { kind: 'gone' },
  'changed-meanwhile': { kind: 'changed-meanwhile' },
  'already-recorded': { kind: 'already-recorded' },
};

test.each(Object.values(PROBLEMS))('$kind is told in polite Japanese sentences, at its field', (problem) => {
  const sentence = problemSentence(problem);
  expect(sentence).toMatch(/^[^a-zA-Z<>&]*(?:R5|Slack|\/invite @協DOボット)?[^a-zA-Z<>&]*。$/u);
  expect(fieldSentences(problem)).toEqual({ ['field' in problem ? problem.field : '']: sentence });
});

test.each<[Problem, string]>([
  [
    PROBLEMS['crosses-fiscal-years'],
    '平成30年度と令和元年度にまたがっています。3月31日までと4月1日からに分けて記録してください。',
  ],
  [
    PROBLEMS['did-not-meet-stands'],
    '幹事会は「令和元年度は開催なし」と記録されています。会議を記録するときは、先に一覧からその記録を取り消してください。',
  ],
  [
    PROBLEMS['meeting-stands'],
    '幹事会には令和5年7月7日までの会議が記録されています。開催なしとするときは、先にその記録を取り消してください。',
  ],
  [
    PROBLEMS['year-unreadable'],
    '年度を読み取れませんでした。「令和5年度」「R5」「5年度」「2023」のように入力してください。',
  ],
  [
    { kind: 'not-allowed', who: 'recorder' },
    '恐れ入りますが、この記録を変更できるのは、記録した人と事務局です。事務局にご相談ください。',
  ],
  [
    { kind: 'not-allowed', who: 'chief' },
    '恐れ入りますが、この操作は、部局の協働推進員(主任)と事務局が行います。事務局にご相談ください。',
  ],
  [
    { kind: 'not-allowed', who: 'self' },
    '恐れ入りますが、この操作は、ご本人が行います。事務局にご相談ください。',
  ],
  [
    PROBLEMS['ambiguous-name'],
    '同じ氏名の方が2人以上います(市民課、税務課)。メールを入力して、どの方かお知らせください。',
  ],
  [
    PROBLEMS['term-crosses-years'],
    '任期は年度ごとです。終了日は令和9年3月31日(水)までの日にしてください(空欄なら年度の最終日になります)。',
  ],
])('$kind names what is in the way', (problem, sentence) => {
  expect(problemSentence(problem)).toBe(sentence);
});

describe('what a form’s schema refuses is told at the field', () => {
  test('of 会議を記録', () => {
    const values = {
      bodyId: '本部会議',
      heldOn: '2023-02-30',
      precision: 'day',
      note: '注'.repeat(101),
      items: '案'.repeat(3001),
    };
    const { error } = MeetingDraft.safeParse(values);
    expect(schemaSentences(error ?? { issues: [] }, values)).toEqual({
      bodyId: 'この内容は読み取れませんでした。入力し直してください。',
      way: 'この項目を選んでください。',
      heldOn: '実在する日付を選んでください。',
      note: '100文字以内で入力してください。',
      items: '3,000文字以内で入力してください。',
    });
  });

  test('of 会議を記録 left empty', () => {
    const { error } = MeetingDraft.safeParse({});
    expect(Object.keys(schemaSentences(error ?? { issues: [] }, {})).toSorted()).toEqual([
      'bodyId',
      'heldOn',
      'items',
      'precision',
      'way',
    ]);
  });

  test('of 記録を取り消す with spaces alone', () => {
    const values = { reason: '　 ' };
    const { error } = CancelDraft.safeParse(values);
    expect(Object.keys(schemaSentences(error ?? { issues: [] }, values))).toEqual(['reason']);
  });

  test('of 会議体を登録', () => {
    const values = {
      name: '会'.repeat(76),
      fiscalYear: '令和5年度',
      kind: 'meeting',
      section: 'meetings',
      recordableBy: 'secretariat',
    };
    const { error } = BodyDraft.safeParse(values);
    expect(schemaSentences(error ?? { issues: [] }, values)).toEqual({
      name: '75文字以内で入力してください。',
    });
  });
});

const NO_SECRETARIAT = '事務局がまだ設定されていません。管理者に SECRETARIAT の設定をご依頼ください。';
const said = (text: string) => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } });

test('every answer says so while no secretariat is set', () => {
  const message = sentenceMessage('<!here> には届きません。');
  expect(withoutSecretariat(message)).toEqual({
    text: `${NO_SECRETARIAT}\n&lt;!here&gt; には届きません。`,
    blocks: [said(NO_SECRETARIAT), said('<!here> には届きません。')],
  });
});

test.each(['secretariat', 'recorder'] as const)(
  'nobody is sent to a secretariat that is not there: %s',
  (who) => {
    expect(withoutSecretariat(problemMessage({ kind: 'not-allowed', who }))).toEqual({
      text: NO_SECRETARIAT,
      blocks: [said(NO_SECRETARIAT)],
    });
  },
);
