import type { BodyMember } from '../body/member.ts';
import { nameKey } from '../person/written-name.ts';
import type { Absence } from './absence.ts';
import type { Meeting, MeetingContents } from './meeting.ts';

/** Whether a member came, by what is recorded; `proxy` is who came instead. */
export type Presence =
  | { readonly kind: 'present' | 'absent' | 'unrecorded' }
  | { readonly kind: 'proxy'; readonly proxy: NonNullable<Absence['proxy']> };

/** Who came to a meeting, as its minutes list them. */
export type Attendance = {
  /** Every member of that day, in the city's order. */
  readonly members: readonly { readonly member: BodyMember; readonly presence: Presence }[];
  /** Who came and is no member: by account, then as typed. */
  readonly otherAccounts: readonly string[];
  readonly otherLines: readonly string[];
  /** 欠席・代理出席 of who is no member. */
  readonly otherAbsences: readonly Absence[];
};

/** What a line may name a person by: its first words, or its last ones. */
const namesIn = (line: string): ReadonlySet<string> => {
  const words = line.split(/[\s　()（）、,:：]+/u).filter((word) => word !== '');
  const runs = words.flatMap((_, index) => [words.slice(index), words.slice(0, index + 1)]);
  return new Set(runs.map((run) => nameKey(run.join(''))));
};

/** The one member whom a typed line means, by 職名 and 氏名 or by 氏名; nobody where it may be several. */
const memberMeant = (line: string, members: readonly BodyMember[]): BodyMember | undefined => {
  const names = namesIn(line);
  const [named, ...namesakes] = members.filter(({ person }) => names.has(nameKey(person.name)));
  if (namesakes.length === 0) return named;
  const [titled, ...others] = members.filter(
    ({ title, person }) => nameKey(line) === nameKey(`${title}${person.name}`),
  );
  return others.length === 0 ? titled : undefined;
};

/**
 * Who of the members came, and who else did. `members` are those of the meeting's day, in order. 欠席・代理出席 goes before 出席者 of the
 * same member, because it was typed of them alone. Everybody who was recorded is somewhere in it.
 */
export const attendanceOf = (
  { attendees, attendeesWithoutSlack, absences }: MeetingContents,
  members: readonly BodyMember[],
): Attendance => {
  const absenceOf = new Map<BodyMember, Absence>();
  const otherAbsences: Absence[] = [];
  for (const absence of absences) {
    const member = memberMeant(absence.member, members);
    if (member === undefined || absenceOf.has(member)) otherAbsences.push(absence);
    else absenceOf.set(member, absence);
  }
  const accounts = new Map(members.map((member) => [member.person.slackId, member]));
  const came = new Set([
    ...attendees.map((account) => accounts.get(account)),
    ...attendeesWithoutSlack.map((line) => memberMeant(line, members)),
  ]);
  const presenceOf = (member: BodyMember): Presence => {
    const absence = absenceOf.get(member);
    if (absence?.proxy != null) return { kind: 'proxy', proxy: absence.proxy };
    if (absence !== undefined) return { kind: 'absent' };
    return { kind: came.has(member) ? 'present' : 'unrecorded' };
  };
  return {
    members: members.map((member) => ({ member, presence: presenceOf(member) })),
    otherAccounts: attendees.filter((account) => !accounts.has(account)),
    otherLines: attendeesWithoutSlack.filter((line) => memberMeant(line, members) === undefined),
    otherAbsences,
  };
};

/** Whether a change makes confirmed minutes (案) again: the chair has confirmed what was recorded then, and nothing else. */
export const makesDraftAgain = (before: Meeting, after: Partial<Meeting>): boolean =>
  before.chairConfirmedAt !== null && JSON.stringify({ ...before, ...after }) !== JSON.stringify(before);

/** What an audit line says of that, before and after. */
export const draftAgain = (
  isAgain: boolean,
): Readonly<Record<'before' | 'after', { readonly chairConfirmed?: boolean }>> =>
  isAgain
    ? { before: { chairConfirmed: true }, after: { chairConfirmed: false } }
    : { before: {}, after: {} };
