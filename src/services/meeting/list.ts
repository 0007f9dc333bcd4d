import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { hasContents, type ListedMeeting, numbered } from '../../domain/meeting/meeting.ts';
import { mayRecordContents, maySeeContents } from '../../domain/meeting/permission.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { isSecretariat, mayConfirm } from '../../domain/permission.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the reader of the list may do with a meeting; `maySeeContents` only where contents are kept. */
export type MayDo = {
  readonly mayChange: boolean;
  readonly mayRecordContents: boolean;
  readonly maySeeContents: boolean;
};

/** One body's part of the list; `didNotMeet` when 開催なし stands. */
export type MeetingsOfBody = {
  readonly body: Body;
  readonly meetings: readonly (ListedMeeting & MayDo)[];
  readonly didNotMeet: boolean;
};

/** The meetings of a year, by body in order. */
export type MeetingList = {
  readonly year: FiscalYear;
  readonly today: LocalDate;
  readonly bodies: readonly MeetingsOfBody[];
  readonly forSecretariat: boolean;
  readonly mayConfirm: boolean;
};

/** The year's meetings by body, cancelled ones left out; bodies that hold no meetings are left out too. */
export const listMeetings = async (
  { clock, db }: ServiceDeps,
  year: FiscalYear,
  actor: Actor,
): Promise<MeetingList> => {
  const today = todayInTokyo(clock.now());
  const record = db.record(actor.workspaceId);
  const [bodies, meetings, didNotMeet] = await Promise.all([
    record.bodies.nameable(year),
    record.meetings.ofYear(year),
    record.didNotMeet.ofYear(year),
  ]);
  const standing = meetings.filter(({ cancelled }) => cancelled === null);
  const parts = bodies.map((body) => ({
    body,
    didNotMeet: didNotMeet.some(({ bodyId }) => bodyId === body.id),
    meetings: numbered(
      standing.filter(({ bodyId }) => bodyId === body.id),
      today,
    ).map((listed) => ({
      ...listed,
      mayChange: mayChangeOccasion(actor, listed.meeting),
      mayRecordContents: mayRecordContents(actor, listed.meeting),
      maySeeContents: hasContents(listed.meeting) && maySeeContents(actor, listed.meeting),
    })),
  }));
  const isShown = ({ body, ...part }: MeetingsOfBody): boolean =>
    part.meetings.length > 0 || part.didNotMeet || (body.kind === 'meeting' && body.since <= year);
  return {
    year,
    today,
    bodies: parts.filter(isShown),
    forSecretariat: isSecretariat(actor),
    mayConfirm: mayConfirm(actor),
  };
};
