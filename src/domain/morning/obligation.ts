import type { LocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { type AwayPeriod, isAwayOn } from '../person/away.ts';

/** What somebody may owe. */
export type ObligationKind =
  | 'inquiry'
  | 'roster-report'
  | 'written-meeting'
  | 'video'
  | 'role-guide'
  | 'action-item';

/** Working days counted from the due day on which an obligation is mentioned, and to whom it is escalated. */
type Rhythm = {
  readonly before: readonly number[];
  readonly onTheDay: boolean;
  /** Working days after the due day. */
  readonly after: readonly number[];
  /** Working days after the due day, once each. */
  readonly chiefAfter: number | null;
  readonly secretariatAfter: number | null;
};

/** Every second working day after the due day, at most five times. */
const EVERY_SECOND = [2, 4, 6, 8, 10] as const;

/** What is owed decides the rhythm. The due day of a role guide is the day on which it was sent. */
const RHYTHMS: Readonly<Record<ObligationKind, Rhythm>> = {
  inquiry: {
    before: [14, 7, 3, 1],
    onTheDay: true,
    after: EVERY_SECOND,
    chiefAfter: 3,
    secretariatAfter: 5,
  },
  'roster-report': {
    before: [7, 1],
    onTheDay: true,
    after: EVERY_SECOND,
    chiefAfter: null,
    secretariatAfter: 3,
  },
  'written-meeting': {
    before: [3, 1],
    onTheDay: false,
    after: [],
    chiefAfter: null,
    secretariatAfter: null,
  },
  video: { before: [7, 1], onTheDay: false, after: [], chiefAfter: null, secretariatAfter: null },
  'role-guide': { before: [], onTheDay: false, after: [5, 10], chiefAfter: null, secretariatAfter: null },
  'action-item': {
    before: [3, 1],
    onTheDay: true,
    after: EVERY_SECOND,
    chiefAfter: null,
    secretariatAfter: null,
  },
};

/** Something that is owed, since the day on which it was first asked. */
export type Obligation = {
  readonly kind: ObligationKind;
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/**
 * The working days on which `obligation` is mentioned after the day on which it was asked, in order: who was asked yesterday hears
 * of it again only where it is due today.
 * E.g. an inquiry asked on 2026-11-20 and due on Thu 2026-12-10: 1, 7, 9, 10, 14, 16, 18, 22 and 24 December.
 */
export const reminderDays = (
  { kind, askedOn, dueOn }: Obligation,
  calendar: WorkingCalendar,
): readonly LocalDate[] => {
  const { before, onTheDay, after } = RHYTHMS[kind];
  const dayAfter = calendar.nextWorkingDay(askedOn);
  return [
    ...before.map((count) => calendar.addWorkingDays(dueOn, -count)),
    ...(onTheDay && calendar.isWorkingDay(dueOn) ? [dueOn] : []),
    ...after.map((count) => calendar.addWorkingDays(dueOn, count)),
  ].filter((day) => day > askedOn && (day !== dayAfter || day === dueOn));
};

/** The day on which `to` hears that an obligation is still open; null where they never do. */
export const escalationDay = (
  { kind, dueOn }: Pick<Obligation, 'kind' | 'dueOn'>,
  to: 'chief' | 'secretariat',
  calendar: Pick<WorkingCalendar, 'addWorkingDays'>,
): LocalDate | null => {
  const { chiefAfter, secretariatAfter } = RHYTHMS[kind];
  const count = to === 'chief' ? chiefAfter : secretariatAfter;
  return count === null ? null : calendar.addWorkingDays(dueOn, count);
};

/** The mornings that one message makes up for: after the last one that was, up to and including its own day. */
export type Window = { readonly after: LocalDate; readonly day: LocalDate };

/**
 * Whether something planned for `planned` is told by a message of this window: a day on which the person is 不在 moves to the
 * first working day on which they are back.
 */
export const fallsIn = (
  planned: LocalDate,
  { after, day }: Window,
  away: readonly Pick<AwayPeriod, 'startsOn' | 'endsOn'>[],
  calendar: Pick<WorkingCalendar, 'onOrAfter' | 'nextWorkingDay'>,
): boolean => {
  if (planned > day) return false;
  let told = calendar.onOrAfter(planned);
  while (told <= day && away.some((period) => isAwayOn(period, told))) told = calendar.nextWorkingDay(told);
  return after < told && told <= day;
};

/** The same days looked up once for all obligations of one kind, first and due day: there may be tens of thousands. */
export const rememberedReminderDays = (
  calendar: WorkingCalendar,
): ((obligation: Obligation) => readonly LocalDate[]) => {
  const known = new Map<string, readonly LocalDate[]>();
  return (obligation) => {
    const name = `${obligation.kind} ${obligation.askedOn} ${obligation.dueOn}`;
    const days = known.get(name) ?? reminderDays(obligation, calendar);
    known.set(name, days);
    return days;
  };
};
