import type { LocalDate } from '../calendar/local-date.ts';
import { type Responsibles, responsibleFor, responsiblesOn } from '../inquiry/responsible.ts';
import { targetRef } from '../inquiry/target.ts';
import { lastDayOfRecord } from '../occasion/date.ts';
import { servingDay } from '../promoter/serving.ts';
import { type Subject, subjectOf } from '../subject.ts';
import { videoAskedUntil } from './duties.ts';
import type { MorningWorld } from './morning.ts';
import type { Window } from './obligation.ts';

/**
 * What messages ask of, by name, that the passing of days alone has changed since the last morning: videos that can't be watched
 * or are not asked about any more, guides of terms that are over, and what of inquiries falls to others now.
 */
export const lapsedSince = (world: MorningWorld, { after, day }: Window): readonly Subject[] => {
  const { calendar, departments, appointments, people, secretariat } = world;
  const isOverSince = (last: LocalDate): boolean => after <= last && last < day;
  const videos = world.videos.filter(({ date }) =>
    [lastDayOfRecord(date), videoAskedUntil(date, calendar)].some(isOverSince),
  );
  const guides = appointments.filter(
    ({ guidePlannedAt, guideConfirmedAt, endsOn }) =>
      guidePlannedAt !== null && guideConfirmedAt === null && isOverSince(endsOn),
  );
  const responsiblesAt = (at: LocalDate): Responsibles =>
    responsiblesOn(servingDay(at, world), departments, appointments, people, secretariat);
  const [before, now] = [responsiblesAt(after), responsiblesAt(day)];
  const targets = world.inquiries
    .flatMap((inquiry) => inquiry.targets)
    .filter((target) => {
      const [had, has] = [before, now].map((each) => responsibleFor(target, each).receivers.join(' '));
      return had !== has;
    });
  return [
    ...videos.map(({ id }) => subjectOf('training', id)),
    ...guides.map(({ id }) => subjectOf('appointment', id)),
    ...targets.map(targetRef),
  ];
};
