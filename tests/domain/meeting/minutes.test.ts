import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { readAbsences } from '../../../src/domain/meeting/absence.ts';
import type { Meeting, MeetingContents } from '../../../src/domain/meeting/meeting.ts';
import { attendanceOf, draftAgain, makesDraftAgain } from '../../../src/domain/meeting/minutes.ts';
import { aMeeting } from '../../support/meetings.ts';
import { aMember, MEMBERS } from '../../support/members.ts';

const { contents: NOTHING } = aMeeting();

/** How each member stands, in order: 出 present, 欠 absent, 代 somebody else came, ? unrecorded; then who else is listed. */
const shown = (contents: Partial<MeetingContents>, members = MEMBERS) => {
  const attendance = attendanceOf({ ...NOTHING, ...contents }, members);
  const mark = { present: '出', absent: '欠', proxy: '代', unrecorded: '?' } as const;
  return [
    attendance.members.map(({ presence }) => mark[presence.kind]).join(''),
    [...attendance.otherAccounts, ...attendance.otherLines],
    attendance.otherAbsences.map(({ member }) => member),
  ];
};
const typed = (...attendeesWithoutSlack: readonly string[]) => ({ attendeesWithoutSlack });
const absent = (...lines: readonly string[]) => ({ absences: readAbsences(lines.join('\n')) });

describe('who came', () => {
  test.each<[string, Partial<MeetingContents>, readonly unknown[]]>([
    ['nothing is recorded', {}, ['????', [], []]],
    ['by account', { attendees: ['U0WELFARE', 'U0CHAIR'] }, ['出??出', [], []]],
    ['by 職名 and 氏名', typed('副市長 山﨑 花子', '総務部長　架空太郎'), ['?出出?', [], []]],
    ['by 氏名 and 職名', typed('架空太郎(総務部長)', '山﨑花子、副市長'), ['?出出?', [], []]],
    ['by 氏名, whatever 職名 is written', typed('新総務部長 架空 太郎'), ['??出?', [], []]],
    ['another letter is another person', typed('副市長 山崎花子'), ['????', ['副市長 山崎花子'], []]],
    ['part of a name is nobody', typed('山架空太郎'), ['????', ['山架空太郎'], []]],
    [
      'who is no member, by account before those who were typed',
      { attendees: ['U0GUEST'], ...typed('市民団体 代表 協働太郎') },
      ['????', ['U0GUEST', '市民団体 代表 協働太郎'], []],
    ],
    ['欠席', absent('架空太郎 欠席', '福祉部長 架空花子'), ['??欠欠', [], []]],
    ['代理', absent('山﨑花子 代理 総務課長 田中三郎', '架空太郎 代理'), ['?代代?', [], []]],
    [
      '欠席 goes before 出席者, who were filled in for the secretariat',
      { attendees: ['U0CHAIR', 'U0WELFARE'], ...absent('架空花子 欠席') },
      ['出??欠', [], []],
    ],
    ['欠席 of who is no member', absent('協働太郎 欠席'), ['????', [], ['協働太郎']]],
    [
      'what is said of one member a second time is not lost',
      absent('架空太郎 欠席', '架空太郎 代理 総務課長 田中三郎'),
      ['??欠?', [], ['架空太郎']],
    ],
  ])('%s', (_, contents, expected) => {
    expect(shown(contents)).toEqual(expected);
  });

  test('of two members of one name 職名 says which; without it neither is taken', () => {
    const members = [
      aMember(1, 'member', '総務部長', '架空 太郎'),
      aMember(2, 'member', '福祉部長', '架空太郎'),
    ];
    expect(shown(typed('福祉部長 架空 太郎'), members)).toEqual(['?出', [], []]);
    expect(shown(typed('架空太郎'), members)).toEqual(['??', ['架空太郎'], []]);
  });

  test('who came instead is told with 職名 and 氏名', () => {
    const { members } = attendanceOf({ ...NOTHING, ...absent('山﨑花子 代理 総務課長 田中三郎') }, MEMBERS);
    expect(members[1]?.presence).toEqual({ kind: 'proxy', proxy: { title: '総務課長', name: '田中三郎' } });
  });
});

describe('委員長確認済', () => {
  const confirmed = aMeeting({ chairConfirmedAt: new Date('2023-08-21T10:00:00+09:00') });

  test.each<[string, Meeting, Partial<Meeting>, boolean]>([
    ['the contents were changed', confirmed, { contents: { ...NOTHING, decisions: '承認' } }, true],
    ['案件 were changed', confirmed, { items: [{ text: '年間予定について', kind: null }] }, true],
    ['the date was changed', confirmed, { date: { kind: 'until', day: localDate('2023-08-11') } }, true],
    ['saved as it was', confirmed, { contents: { ...NOTHING }, place: '' }, false],
    ['it was (案) before', aMeeting(), { place: '第一庁舎' }, false],
  ])('%s', (_, before, after, expected) => {
    expect(makesDraftAgain(before, after)).toBe(expected);
  });

  test('that it fell away is in the audit line, and nothing where it did not', () => {
    expect([draftAgain(true), draftAgain(false)]).toEqual([
      { before: { chairConfirmed: true }, after: { chairConfirmed: false } },
      { before: {}, after: {} },
    ]);
  });
});
