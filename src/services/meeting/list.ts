import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type FiscalYear, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import {
  hasContents,
  type ListedMeeting,
  type Meeting,
  type MeetingFacts,
  numbered,
} from '../../domain/meeting/meeting.ts';
import { mayRecordContents, maySeeContents } from '../../domain/meeting/permission.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { isSecretariat, may, mayConfirm } from '../../domain/permission.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import { recordedFrom } from '../../domain/written-meeting/result.ts';
import { UNDER_WAY, type WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the reader of the list may do with a meeting; `maySeeContents` only where contents are kept. */
export type MayDo = {
  readonly mayChange: boolean;
  readonly mayRecordContents: boolean;
  readonly maySeeContents: boolean;
  /** 会議録, of a meeting that was held. */
  readonly mayTakeMinutes: boolean;
  /** 結果を見る, of one that was asked in writing and whose result they may know. */
  readonly maySeeResult: boolean;
};

/** One body's part of the list; `didNotMeet` when 開催なし stands. */
export type MeetingsOfBody = {
  readonly body: Body;
  readonly meetings: readonly (ListedMeeting & MayDo)[];
  /** 書面開催 that are asked and have no result yet, as the meetings of the record that they will be. */
  readonly underWay: readonly (Pick<WrittenMeeting, 'id' | 'state'> & { readonly facts: MeetingFacts })[];
  readonly didNotMeet: boolean;
};

/** The meetings of a year, by body in order: of all, or of those that are called as was looked for. */
export type MeetingList = {
  readonly year: FiscalYear;
  readonly sought: Sought;
  readonly today: LocalDate;
  readonly bodies: readonly MeetingsOfBody[];
  readonly forSecretariat: boolean;
  readonly mayConfirm: boolean;
};

/** The year's meetings by body, cancelled ones left out; bodies that hold no meetings, or are not looked for, are left out too. */
export const listMeetings = async (
  { clock, db }: ServiceDeps,
  { of: year, words }: Wanted<FiscalYear>,
  actor: Actor,
): Promise<MeetingList> => {
  const now = clock.now();
  const today = todayInTokyo(now);
  const record = db.record(actor.workspaceId);
  const [bodies, meetings, didNotMeet, written, notTold] = await Promise.all([
    record.bodies.nameable(year),
    record.meetings.ofYear(year),
    record.didNotMeet.ofYear(year),
    record.writtenMeetings.inState(UNDER_WAY),
    may(actor, 'manage-written-meeting') ? [] : record.writtenMeetings.toldAfter(now),
  ]);
  const asked = written.filter(({ askedOn }) => askedOn !== null && askedOn <= today);
  const standing = meetings.filter(({ cancelled }) => cancelled === null);
  const isHidden = ({ id }: Meeting): boolean => notTold.some(({ recordId }) => recordId === id);
  const parts = bodies.map((body) => ({
    body,
    didNotMeet: didNotMeet.some(({ bodyId }) => bodyId === body.id),
    underWay: asked
      .filter(({ bodyId, dueOn }) => bodyId === body.id && fiscalYearOf(dueOn) === year)
      .map((meeting) => ({ id: meeting.id, state: meeting.state, facts: recordedFrom(meeting, body) })),
    meetings: numbered(
      standing.filter(({ bodyId }) => bodyId === body.id),
      today,
    ).map((listed) => ({
      ...listed,
      maySeeResult: listed.meeting.writtenMeetingId !== null && !isHidden(listed.meeting),
      mayChange: mayChangeOccasion(actor, listed.meeting),
      mayRecordContents: mayRecordContents(actor, listed.meeting),
      maySeeContents: hasContents(listed.meeting) && maySeeContents(actor, listed.meeting),
      mayTakeMinutes:
        listed.standing !== 'planned' && maySeeContents(actor, listed.meeting) && !isHidden(listed.meeting),
    })),
  }));
  const isShown = ({ body, ...part }: MeetingsOfBody): boolean =>
    part.meetings.length + part.underWay.length > 0 ||
    part.didNotMeet ||
    (body.kind === 'meeting' && body.since <= year);
  const shown = parts.filter(isShown);
  const isSought = soughtIn(words);
  const found = shown.filter(({ body }) => isSought(body.name, body.shortName));
  const names = shown.flatMap(({ body }) => [body.name, body.shortName]).filter((name) => name !== '');
  return {
    year,
    today,
    sought: soughtAmong(words, found.length, names),
    bodies: found,
    forSecretariat: isSecretariat(actor),
    mayConfirm: mayConfirm(actor),
  };
};
