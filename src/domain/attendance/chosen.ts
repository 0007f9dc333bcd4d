import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { AskedOfSlack, chosenPeople } from '../person/chosen.ts';
import { indexPeople, type Named } from '../person/match.ts';
import type { Person, UnknownName } from '../person/person.ts';
import { type Result, refuse, succeed } from '../result.ts';
import { AttendanceDraft, type AttendanceProblem } from './attendance.ts';
import { whoIsOnLine, writtenLines } from './lines.ts';
import { mayRecordAttendanceOf, type Seats } from './reach.ts';

/** Where somebody is found in the people of 受講を記録. */
export type Chosen = { readonly field: 'people' | 'peopleWithoutSlack'; readonly named: Named };

/** Who is meant by what was chosen and typed, of `everybody` in the record; `seats` tells those of one name apart. */
export const whoIsChosen = (
  draft: Pick<AttendanceDraft, 'people' | 'peopleWithoutSlack'>,
  everybody: readonly Person[],
  asked: AskedOfSlack,
  seats: Seats,
): Result<readonly Chosen[], AttendanceProblem> => {
  const rank = ({ id }: Person): number => seats(id)[0]?.rank ?? Number.POSITIVE_INFINITY;
  // In the order of sections: those of one name are told apart by them.
  const people = everybody.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const picked = chosenPeople(draft.people, people, asked);
  if (picked === undefined) return refuse({ field: 'people', kind: 'people-not-members' });
  const index = indexPeople(people);
  const chosen: Chosen[] = picked.map((named) => ({ field: 'people', named }));
  for (const line of writtenLines(draft.peopleWithoutSlack)) {
    const named = whoIsOnLine(line, index, ({ id }) => seats(id).map(({ name }) => name));
    if (!named.ok) return named;
    chosen.push({ field: 'peopleWithoutSlack', named: named.value });
  }
  return succeed(chosen);
};

/** Those whose attendance this person may not record, by name, at the field in which the first of them stands. */
export const outsideReach = (
  actor: Actor,
  seats: Seats,
  chosen: readonly Chosen[],
): AttendanceProblem | undefined => {
  const outside = chosen.filter(
    ({ named }) => !mayRecordAttendanceOf(actor, named.kind === 'known' ? seats(named.person.id) : []),
  );
  const [first] = outside;
  if (first === undefined) return undefined;
  const names = outside
    .filter(({ field }) => field === first.field)
    .map(({ named }) => (named.kind === 'known' ? named.person.name : named.facts.name));
  return { field: first.field, kind: 'outside-reach', names };
};

/** At most this many are named who may be meant by a name. */
const MOST_NEAR = 3;

/** The names typed that the record does not know. */
export const unknownAmong = (seats: Seats, chosen: readonly Chosen[]): readonly UnknownName[] =>
  chosen.flatMap(({ field, named }) =>
    field === 'people' || named.kind === 'known'
      ? []
      : {
          line: null,
          name: named.facts.name,
          near: named.near.slice(0, MOST_NEAR).map(({ id, name }) => ({
            name,
            places: seats(id).map((seat) => seat.name),
            line: null,
          })),
        },
  );

/** What is asked before names that the record does not know become people. It is kept as the outcome of the form. */
export type AttendanceAsked = {
  readonly kind: 'asks';
  readonly draft: AttendanceDraft;
  /** What Slack said of those chosen whom the record does not know. */
  readonly asked: AskedOfSlack;
  readonly unknown: readonly UnknownName[];
};

/** The part of a question that is read when it is answered. */
export const AttendanceQuestion = z.object({
  kind: z.literal('asks'),
  draft: AttendanceDraft,
  asked: AskedOfSlack,
});
