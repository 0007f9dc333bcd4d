import type { Body } from '../domain/body.ts';
import type { FiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { type ListedMeeting, numbered } from '../domain/meeting.ts';
import type { ServiceDeps } from './service-deps.ts';

/** One body's facts for chapter 5. */
export type BodyChapter = {
  readonly body: Body;
  readonly meetings: readonly ListedMeeting[];
  readonly didNotMeet: boolean;
};

/** The facts of a year's chapter 5: bodies in order, with all that is recorded of them but what was cancelled. */
export type Chapter5Facts = { readonly year: FiscalYear; readonly bodies: readonly BodyChapter[] };

/** Reads what chapter 5 of a year is written from: the bodies in force then, and any other that has a record then. */
export const readChapter5 = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
  year: FiscalYear,
): Promise<Chapter5Facts> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(workspaceId);
  const [bodies, meetings, didNotMeet] = await Promise.all([
    record.bodies.nameable(year),
    record.meetings.ofYear(year),
    record.didNotMeet.ofYear(year),
  ]);
  const chapters = bodies.map((body) => ({
    body,
    meetings: numbered(
      meetings.filter(({ bodyId, cancelled }) => bodyId === body.id && cancelled === null),
      today,
    ),
    didNotMeet: didNotMeet.some(({ bodyId }) => bodyId === body.id),
  }));
  const belongs = (chapter: BodyChapter): boolean =>
    chapter.body.since <= year || chapter.meetings.length > 0 || chapter.didNotMeet;
  return { year, bodies: chapters.filter(belongs) };
};
