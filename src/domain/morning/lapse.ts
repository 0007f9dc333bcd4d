import { responsibleForAction } from '../action-item/responsible.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Responsibles, responsibleFor, responsiblesOn } from '../inquiry/responsible.ts';
import { targetRef } from '../inquiry/target.ts';
import { lastDayOfRecord } from '../occasion/date.ts';
import { isAskedBy } from '../occasion/held.ts';
import type { Steps } from '../pieces.ts';
import { servingDay } from '../promoter/serving.ts';
import { type Subject, subjectOf } from '../subject.ts';
import { ballotReceivers } from '../written-meeting/owed.ts';
import { videoAskedUntil } from './duties.ts';
import type { ActionToPlan, MorningWorld, TargetToPlan } from './morning.ts';
import type { Window } from './obligation.ts';

/**
 * What messages ask of, by name, that the passing of days alone has changed since the last morning: videos that can't be watched
 * or are not asked about any more, meetings whose day is over, guides of terms that are over, and what of inquiries, 対応事項 and 書面開催
 * falls to others now.
 */
export const lapsedSince = function* (
  world: MorningWorld,
  { after, day }: Window,
): Steps<readonly Subject[]> {
  const { calendar, departments, appointments, people, secretariat } = world;
  const isOverSince = (last: LocalDate): boolean => after <= last && last < day;
  const videos = world.videos.filter(({ date }) =>
    [lastDayOfRecord(date), videoAskedUntil(date, calendar)].some(isOverSince),
  );
  const preparations = world.preparations.filter(
    (one) => !isAskedBy(one, calendar, after) && isAskedBy(one, calendar, day),
  );
  const guides = appointments.filter(
    ({ guidePlannedAt, guideConfirmedAt, endsOn }) =>
      guidePlannedAt !== null && guideConfirmedAt === null && isOverSince(endsOn),
  );
  const responsiblesAt = (at: LocalDate): Responsibles =>
    responsiblesOn(servingDay(at, world), departments, appointments, people, secretariat);
  const before = responsiblesAt(after);
  yield;
  const now = responsiblesAt(day);
  const targets: TargetToPlan[] = [];
  for (const target of world.inquiries.flatMap((inquiry) => inquiry.targets)) {
    yield;
    const [had, has] = [before, now].map((each) => responsibleFor(target, each).receivers.join(' '));
    if (had !== has) targets.push(target);
  }
  const actions: ActionToPlan[] = [];
  for (const item of world.actionItems) {
    yield;
    const [had, has] = [before, now].map((each) => responsibleForAction(item, each).receivers.join(' '));
    if (had !== has) actions.push(item);
  }
  const ballots: Subject[] = [];
  for (const { id, voters, unanswered, ...body } of world.writtenMeetings) {
    for (const { voter } of unanswered) {
      yield;
      const [had, has] = [after, day].map((at) =>
        ballotReceivers(voter, voters, { ...body, day: at }, secretariat).reminded.join(' '),
      );
      if (had !== has) ballots.push(subjectOf('written-meeting', id, String(voter.position)));
    }
  }
  return [
    ...videos.map(({ id }) => subjectOf('training', id)),
    ...preparations.map(({ id }) => subjectOf('meeting', id)),
    ...guides.map(({ id }) => subjectOf('appointment', id)),
    ...targets.map(targetRef),
    ...actions.map(({ id }) => subjectOf('action-item', id)),
    ...ballots,
  ];
};
