import type { PromoterRole } from '../actor.ts';
import { addDays, type LocalDate, overlap } from '../calendar/local-date.ts';
import { type Appointment, isNewPromoter, type Term } from '../promoter/appointment.ts';
import type { RosterAddition, RosterChange, RosterEnding, RosterPlan, RosterRow } from './import.ts';
import type { KeyedPlace } from './import-places.ts';

/** A row whose person, place and term are known. */
export type RosterEntry = {
  readonly line: number;
  readonly personKey: string;
  readonly name: string;
  readonly place: KeyedPlace;
  readonly role: PromoterRole;
  readonly term: Term;
  readonly state: RosterRow['state'];
};

const wordsOf = (...parts: readonly (string | number)[]): string => parts.join(' ');

/** 課, role and fiscal year: what a successor takes over. */
const postOf = ({ place, role, term }: RosterEntry): string =>
  wordsOf(place.sectionKey, role, term.fiscalYear);
const postHeld = ({ sectionId, role, fiscalYear }: Appointment): string =>
  wordsOf(sectionId, role, fiscalYear);

/** A post of one person: what a row and an appointment must have in common to be the same. */
export const ownPostOf = (entry: RosterEntry): string => wordsOf(entry.personKey, postOf(entry));
const ownPostHeld = (held: Appointment): string => wordsOf(held.person.id, postHeld(held));

const grouped = <T>(values: readonly T[], keyOf: (value: T) => string) => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return (key: string): readonly T[] => groups.get(key) ?? [];
};

type Match = { readonly entry: RosterEntry; readonly appointment: Appointment };

/** Confirmed ones first, then those that end on the same day. */
const byFitness =
  ({ term }: RosterEntry) =>
  (one: Appointment, other: Appointment): number =>
    Number(one.confirmedAt === null) - Number(other.confirmedAt === null) ||
    Number(one.endsOn !== term.endsOn) - Number(other.endsOn !== term.endsOn);

/** Which appointment a row speaks of: of the same post and first day, else one with a day in common. */
const matchUp = (entries: readonly RosterEntry[], held: readonly Appointment[]): readonly Match[] => {
  const holding = grouped(held, ownPostHeld);
  const taken = new Set<Appointment>();
  const matched = new Map<RosterEntry, Match>();
  const match = (fits: (entry: RosterEntry, appointment: Appointment) => boolean): void => {
    for (const entry of entries) {
      if (matched.has(entry)) continue;
      const free = holding(ownPostOf(entry)).filter(
        (appointment) => !taken.has(appointment) && fits(entry, appointment),
      );
      const [appointment] = free.toSorted(byFitness(entry));
      if (appointment === undefined) continue;
      taken.add(appointment);
      matched.set(entry, { entry, appointment });
    }
  };
  match(({ term }, { startsOn }) => term.startsOn === startsOn);
  match(({ term }, appointment) => overlap(term, appointment));
  return [...matched.values()];
};

const isSame = ({ entry: { term }, appointment }: Match): boolean =>
  appointment.confirmedAt !== null &&
  appointment.startsOn === term.startsOn &&
  appointment.endsOn === term.endsOn;

/**
 * Whether somebody gets the 役割のご案内: a new promoter, and never for a term that has begun. What was decided of a
 * confirmed appointment stands, unless its first day is moved into the past.
 */
const guideFor = (
  { personKey, term }: RosterEntry,
  appointment: Appointment | undefined,
  heldBy: (personKey: string) => readonly Appointment[],
  today: LocalDate,
): boolean => {
  if (appointment === undefined || appointment.confirmedAt === null)
    return term.startsOn >= today && isNewPromoter(heldBy(personKey), term.startsOn);
  return appointment.guideWanted && (appointment.startsOn === term.startsOn || term.startsOn >= today);
};

const earliest = (days: readonly LocalDate[]): LocalDate | undefined => days.toSorted()[0];

/** What the rows say about the appointments that none of them speaks of. */
type Rows = {
  readonly ofPost: (key: string) => readonly RosterEntry[];
  readonly ofOwnPost: (key: string) => readonly RosterEntry[];
  readonly ofPerson: (key: string) => readonly RosterEntry[];
  readonly added: ReadonlySet<RosterEntry>;
  readonly today: LocalDate;
};

/** The last day of one whose post or next post a row takes up later; `stays` where that is so already. */
const handover = (
  { startsOn, endsOn }: Appointment,
  entries: readonly RosterEntry[],
  added: ReadonlySet<RosterEntry>,
): LocalDate | 'stays' | undefined => {
  if (entries.some(({ term }) => term.startsOn > endsOn)) return 'stays';
  const later = entries.filter((entry) => added.has(entry) && entry.term.startsOn > startsOn);
  const next = earliest(later.map(({ term }) => term.startsOn));
  return next && addDays(next, -1);
};

/**
 * The last day of an appointment that is not in the file: the day before the successor's first, or before the person's own
 * next post, else yesterday. null where no day of it is left, undefined where it stays as it is.
 */
const endOf = (held: Appointment, rows: Rows): LocalDate | null | undefined => {
  const { added, today } = rows;
  const isCovered = rows.ofOwnPost(ownPostHeld(held)).some(({ term }) => overlap(term, held));
  if (held.confirmedAt === null || held.startsOn > today || isCovered) return null;
  const sharers = rows.ofPost(postHeld(held));
  const next =
    handover(held, sharers, added) ??
    (sharers.some((entry) => added.has(entry) && overlap(entry.term, held))
      ? null
      : handover(held, rows.ofPerson(wordsOf(held.person.id, held.fiscalYear)), added));
  if (next === 'stays') return undefined;
  if (next !== undefined) return next;
  const yesterday = addDays(today, -1);
  return yesterday < held.startsOn ? null : yesterday;
};

const byPlace = <T extends { readonly place: { readonly rank: number } }>(
  listed: readonly T[],
): readonly T[] => listed.toSorted((one, other) => one.place.rank - other.place.rank);

/**
 * 追加, 変更 and 終了: how the record's appointments become those of the file, in the departments and fiscal years that the
 * file speaks of. What is over is never ended again, and other departments and years are never touched.
 */
export const changesOf = (
  rowsOfFile: readonly RosterEntry[],
  appointments: readonly Appointment[],
  placeOf: (sectionId: string) => KeyedPlace | undefined,
  today: LocalDate,
): Pick<RosterPlan, 'additions' | 'changes' | 'endings' | 'standing'> => {
  const entries = rowsOfFile.filter(({ state }) => state !== 'unconfirmed');
  // What the file says is 未確認 waits on as it does: it is neither confirmed nor ended nor added.
  const waiting = new Set(rowsOfFile.filter(({ state }) => state === 'unconfirmed').map(ownPostOf));
  const isWaiting = (held: Appointment): boolean =>
    held.confirmedAt === null && waiting.has(ownPostHeld(held));
  const matches = matchUp(
    entries,
    appointments.filter((held) => !isWaiting(held)),
  );
  const matched = new Set(matches.map(({ entry }) => entry));
  const spokenOf = new Set(matches.map(({ appointment }) => appointment));
  const added = entries.filter((entry) => !matched.has(entry));
  const rows: Rows = {
    ofPost: grouped(entries, postOf),
    ofOwnPost: grouped(entries, ownPostOf),
    ofPerson: grouped(entries, ({ personKey, term }) => wordsOf(personKey, term.fiscalYear)),
    // Who was 未確認 until now takes over as one who is new.
    added: new Set([
      ...added,
      ...matches.filter(({ appointment }) => appointment.confirmedAt === null).map(({ entry }) => entry),
    ]),
    today,
  };
  const heldBy = grouped(appointments, ({ person }) => person.id);
  const scope = new Set(rowsOfFile.map(({ place, term }) => wordsOf(place.departmentKey, term.fiscalYear)));
  const standing = appointments.flatMap((appointment) => {
    const place = placeOf(appointment.sectionId);
    return place !== undefined &&
      scope.has(wordsOf(place.departmentKey, appointment.fiscalYear)) &&
      appointment.endsOn >= today
      ? [{ appointment, place }]
      : [];
  });
  const endings = standing.flatMap(({ appointment, place }): readonly RosterEnding[] => {
    const endsOn = spokenOf.has(appointment) || isWaiting(appointment) ? undefined : endOf(appointment, rows);
    return endsOn === undefined ? [] : [{ name: appointment.person.name, place, appointment, endsOn }];
  });
  const changes = matches.flatMap((match): readonly RosterChange[] => {
    const { entry, appointment } = match;
    const { name, place, term } = entry;
    const guideWanted = guideFor(entry, appointment, heldBy, today);
    return isSame(match) ? [] : [{ name, place, appointment, term, guideWanted }];
  });
  const additions = added.map((entry): RosterAddition => {
    const { name, place, personKey, role, term } = entry;
    const guideWanted = guideFor(entry, undefined, heldBy, today);
    return { name, place, personKey, sectionKey: place.sectionKey, role, term, guideWanted };
  });
  return {
    additions: byPlace(additions),
    changes: byPlace(changes),
    endings: byPlace(endings),
    standing: standing.length,
  };
};
