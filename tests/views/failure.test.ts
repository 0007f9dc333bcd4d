import { describe, expect, test } from 'vitest';
import { BodyDraft } from '../../src/domain/body/body.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import { CancelDraft } from '../../src/domain/occasion/record.ts';
import {
  fieldSentences,
  problemMessage,
  schemaSentences,
  sentenceMessage,
  withoutSecretariat,
} from '../../src/views/failure.ts';
import { type Problem, problemSentence } from '../../src/views/problem.ts';
import { PROBLEMS } from '../support/problems.ts';

/** Words in Latin letters that people read in Slack as they stand. */
const LATIN_WORDS =
  /R5|Enter|Slack|No|Excel\(xlsx\)|Word\(docx\)|PDF|10MB|5MB|PNG|JPEG|http:\/\/|https:\/\/|URL|\/invite @協DOボット|\/kyodo-training/gu;

test.each(Object.values(PROBLEMS))('$kind is told in polite Japanese sentences, at its field', (problem) => {
  const sentence = problemSentence(problem);
  expect(sentence.replaceAll(LATIN_WORDS, '')).not.toMatch(/[a-zA-Z<>&]/u);
  // It ends with its last sentence, with an example of what to type, or with the names it speaks of.
  expect(sentence).toMatch(/(?:。|。例:[^。]+|ます:[^。]+)$/u);
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
    PROBLEMS['training-stands'],
    '協働推進員研修には令和6年1月の研修が記録されています。開催なしとするときは、先にその記録を取り消してください。',
  ],
  [
    PROBLEMS['training-not-held-stands'],
    '協働推進員研修は「令和5年度は開催なし」と記録されています。研修を記録するときは、先に一覧からその記録を取り消してください。',
  ],
  [PROBLEMS['too-many-programmes'], '1つの年度に登録できる研修の種類は99までです。'],
  [
    PROBLEMS['nobody-found'],
    '「山」がどなたか分かりませんでした。氏名(必要ならメールも)を、1行に1名ずつ入力してください。',
  ],
  [
    PROBLEMS['name-unclear'],
    '「山田花子」という氏名の方が2人以上います(市民課、税務課)。氏名の後にメールを入力して、どの方かお知らせください。',
  ],
  [
    PROBLEMS['outside-reach'],
    '恐れ入りますが、次の方の受講は、その方の課・部局の協働推進員か事務局が記録します:山田花子、鈴木一郎',
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
    const choices = { bodyId: 'choice', way: 'choice', heldOn: 'day', precision: 'choice' } as const;
    expect(schemaSentences(error ?? { issues: [] }, values, choices)).toEqual({
      bodyId: 'この内容は読み取れませんでした。入力し直してください。',
      way: 'この項目を選んでください。',
      heldOn: '実在する日付を選んでください。',
      note: '100文字以内で入力してください。',
      items: '3,000文字以内で入力してください。',
    });
  });

  test('of 会議を記録 left empty', () => {
    const { error } = MeetingDraft.safeParse({});
    expect(Object.keys(schemaSentences(error ?? { issues: [] }, {}, {})).toSorted()).toEqual([
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
    expect(Object.keys(schemaSentences(error ?? { issues: [] }, values, {}))).toEqual(['reason']);
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
    expect(schemaSentences(error ?? { issues: [] }, values, {})).toEqual({
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
