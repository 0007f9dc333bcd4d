import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { HARDLY_DIVIDED } from '../../../src/domain/pieces.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { actionFacts } from '../full-workspace/action-item.ts';
import {
  appointmentRow,
  awayPeriod,
  bodyFacts,
  contentsWith,
  DEPARTMENT,
  JOB,
  meetingFacts,
  memberFacts,
  newMeeting,
  PERSON,
  PLANNED,
} from '../full-workspace/full-workspace.ts';
import { AT, DAY, EMAIL, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { finds, NEXT_DAY, NOTHING_SET_UP, own, refused, type WallCase, WORDS } from './case.ts';
import { CHAPTER_WALL_CASES } from './chapter5.ts';
import { DELIVERY_WALL_CASES } from './deliveries.ts';
import { INQUIRY_WALL_CASES } from './inquiry.ts';
import { NEWSLETTER_WALL_CASES } from './newsletter.ts';
import { OPINION_WALL_CASES } from './opinion.ts';
import { SEARCH_WALL_CASES } from './search.ts';
import { TRAINING_WALL_CASES } from './training.ts';
import { WRITTEN_MEETING_WALL_CASES } from './written-meeting.ts';

const LAST_DAY = localDate('2027-03-31');
const NOTHING_PAST = {
  names: [],
  counts: { people: 0, appointments: 0, attendances: 0, typedNames: 0, files: 0, deliveries: 0 },
  kept: 0,
};
/** A day to which all is past. */
const PAST = { firstKept: YEAR + 1, from: localDate('2027-04-01') };
const recorded = { by: SLACK_ID, at: AT };
const held = { heldConfirmedAt: AT, isToAsk: false };
const none = { bodyId: ID.body, fiscalYear: YEAR - 1, reason: WORDS, recordedBy: SLACK_ID, recordedAt: AT };
const department = { id: ID.department, name: WORDS, position: 1 };
const section = { id: ID.fresh, departmentId: ID.department, name: WORDS, position: 1 };

/** Every function of the record, `table.function`, asked for the rows of the full workspace. */
export const WALL_CASES: Readonly<Record<string, WallCase>> = {
  'bodies.nameable': finds([], ({ bodies }) => bodies.nameable(YEAR)),
  'bodies.find': finds(undefined, ({ bodies }) => bodies.find(ID.body, YEAR)),
  'bodies.lock': finds(false, ({ bodies }) => bodies.lock(ID.body)),
  'bodies.lockDay': own(({ bodies }) => bodies.lockDay(ID.body, DAY)),
  'bodies.lockAll': own(({ bodies }) => bodies.lockAll()),
  'bodies.histories': finds([], ({ bodies }) => bodies.histories()),
  'bodies.yearsWithMeetings': finds([], ({ bodies }) => bodies.yearsWithMeetings(ID.body)),
  'bodies.create': own(({ bodies }) => bodies.create(ID.body, AT)),
  'bodies.putYear': refused(({ bodies }) => bodies.putYear(ID.body, YEAR, bodyFacts(WORDS), true)),

  'restorations.held': finds(undefined, ({ restorations }) => restorations.held()),
  'restorations.choose': own(({ restorations }) => restorations.choose(true, AT), false),
  'clockAhead.read': finds(0, ({ clockAhead }) => clockAhead.read()),
  'clockAhead.put': own(({ clockAhead }) => clockAhead.put(60_000)),

  'setup.rows': finds(NOTHING_SET_UP, ({ setup }) => setup.rows(YEAR + 1)),

  'rollover.rows': finds(
    {
      ...{
        appointments: 0,
        unconfirmed: 0,
        hasMeetings: false,
        hasTrainings: false,
        withMembers: [],
        texts: 0,
      },
      ...{ actionItemsDue: 0, actionItemsGoOn: 0, inquiriesDue: 0, inquiriesGoOn: 0 },
      ...{ writtenDue: [], writtenGoOn: 0, opinionsDue: 0, opinionsGoOn: 0 },
    },
    ({ rollover }) => rollover.rows({ closing: YEAR - 1, next: YEAR }),
  ),

  'meetings.find': finds(undefined, ({ meetings }) => meetings.find(ID.meeting)),
  'meetings.findToChange': finds(undefined, ({ meetings }) => meetings.findToChange(ID.meeting)),
  'meetings.ofIds': finds([], ({ meetings }) => meetings.ofIds([ID.meeting])),
  'meetings.ofYear': finds([], ({ meetings }) => meetings.ofYear(YEAR)),
  'meetings.ofYears': finds([], ({ meetings }) => meetings.ofYears([YEAR])),
  'meetings.standing': finds([], ({ meetings }) => meetings.standing(ID.body, YEAR)),
  'meetings.beside': finds({ didNotMeet: undefined, meetings: [] }, ({ meetings }) =>
    meetings.beside(ID.body, meetingFacts(WORDS).date),
  ),
  'meetings.pending': finds([], ({ meetings }) => meetings.pending(localDate('2026-04-01'))),
  'meetings.create': refused(({ meetings }) => meetings.create(ID.fresh, meetingFacts(WORDS), newMeeting)),
  'meetings.putFacts': refused(({ meetings }) => meetings.putFacts(ID.meeting, meetingFacts(WORDS), held)),
  'meetings.putContents': refused(({ meetings }) => meetings.putContents(ID.meeting, contentsWith(WORDS))),
  'meetings.putChairConfirmed': refused(({ meetings }) => meetings.putChairConfirmed(ID.meeting, AT)),
  'meetings.confirm': refused(({ meetings }) => meetings.confirm(ID.meeting, AT)),
  'meetings.markHeldAsked': refused(({ meetings }) => meetings.markHeldAsked(ID.meeting, AT)),
  'meetings.markHeldConfirmed': refused(({ meetings }) => meetings.markHeldConfirmed(ID.meeting, AT)),
  'meetings.cancel': refused(({ meetings }) => meetings.cancel(ID.meeting, AT, WORDS)),
  'meetings.restore': refused(({ meetings }) => meetings.restore(ID.meeting)),

  'actionItems.find': finds(undefined, ({ actionItems }) => actionItems.find(ID.action)),
  'actionItems.findToChange': finds(undefined, ({ actionItems }) => actionItems.findToChange(ID.action)),
  'actionItems.ofIds': finds([], ({ actionItems }) => actionItems.ofIds([ID.action])),
  'actionItems.open': finds([], ({ actionItems }) => actionItems.open()),
  'actionItems.refsOf': finds([], ({ actionItems }) => actionItems.refsOf(ID.meeting)),
  'actionItems.ofMeeting': finds([], ({ actionItems }) => actionItems.ofMeeting(ID.meeting)),
  'actionItems.ofEarlierMeetings': finds([], ({ actionItems }) =>
    actionItems.ofEarlierMeetings(ID.body, LAST_DAY),
  ),
  'actionItems.create': refused(({ actionItems }) =>
    actionItems.create(ID.fresh, ID.meeting, actionFacts(WORDS), recorded),
  ),
  'actionItems.put': refused(({ actionItems }) => actionItems.put(ID.action, actionFacts(WORDS))),
  'actionItems.settle': refused(({ actionItems }) => actionItems.settle(ID.action, null)),

  'didNotMeet.find': finds(undefined, ({ didNotMeet }) => didNotMeet.find(ID.body, YEAR)),
  'didNotMeet.ofYear': finds([], ({ didNotMeet }) => didNotMeet.ofYear(YEAR)),
  'didNotMeet.ofYears': finds([], ({ didNotMeet }) => didNotMeet.ofYears([YEAR])),
  'didNotMeet.create': refused(({ didNotMeet }) => didNotMeet.create(none)),
  'didNotMeet.remove': refused(({ didNotMeet }) => didNotMeet.remove(ID.body, YEAR)),

  ...DELIVERY_WALL_CASES,

  'jobSlots.letGo': own(({ jobSlots }) => jobSlots.letGo(JOB.name, JOB.slot)),
  'jobSlots.finish': refused(({ jobSlots }) => jobSlots.finish(JOB.name, JOB.slot, AT, { sent: 1 })),
  'jobSlots.lastDay': finds(undefined, ({ jobSlots }) => jobSlots.lastDay(JOB.name, LAST_DAY)),
  'jobSlots.countsOf': finds(undefined, ({ jobSlots }) => jobSlots.countsOf(JOB.name, JOB.slot)),

  'auditLines.of': finds([], ({ auditLines }) => auditLines.of(PLANNED.subject, 20)),
  'auditLines.changesOf': finds(new Map(), ({ auditLines }) => auditLines.changesOf([PLANNED.subject])),
  'auditLines.search': finds([], ({ auditLines }) => auditLines.search({}, { limit: 20, skip: 0 })),
  'auditLines.confirmersIn': finds(new Map(), async ({ auditLines, meetings }) => {
    await meetings.confirm(ID.meeting, NEXT_DAY).catch(() => undefined);
    return auditLines.confirmersIn([YEAR]);
  }),

  'callers.read': finds(
    { settings: DEFAULT_SETTINGS, standing: { posts: [], memberOf: [], personId: null } },
    ({ callers }) => callers.read({ id: SLACK_ID, email: EMAIL }, { day: DAY, carriedFrom: DAY }),
  ),
  'people.find': finds(undefined, ({ people }) => people.find(ID.person)),
  'people.ofIds': finds([], ({ people }) => people.ofIds([ID.person])),
  'people.ofSlackIds': finds([], ({ people }) => people.ofSlackIds([SLACK_ID])),
  'people.findBySlackId': finds(undefined, ({ people }) => people.findBySlackId(SLACK_ID)),
  'people.standingOf': finds({ posts: [], memberOf: [], personId: null }, ({ people }) =>
    people.standingOf({ id: SLACK_ID, email: EMAIL }, { day: DAY, carriedFrom: DAY }),
  ),
  'people.findByEmail': finds(undefined, ({ people }) => people.findByEmail(EMAIL)),
  'people.everybody': finds({ all: [], claims: [] }, ({ people }) => people.everybody()),
  'people.all': finds([], ({ people }) => people.all()),
  'people.allInPieces': finds([], ({ people }) => people.allInPieces(HARDLY_DIVIDED)),
  'people.create': own(({ people }) => people.create([{ ...PERSON, name: WORDS }], AT)),
  'people.keep': refused(({ people }) =>
    people.keep({ kind: 'known', person: { ...PERSON, name: WORDS }, learned: { name: WORDS } }, AT),
  ),
  'people.namesOf': finds(new Map(), ({ people }) => people.namesOf([SLACK_ID])),
  'people.keepAll': refused(({ people }) =>
    people.keepAll([{ kind: 'known', person: PERSON, learned: { name: WORDS } }], AT),
  ),
  'people.ofAccount': finds(
    false,
    async ({ people }) =>
      (await people.ofAccount({ slackId: SLACK_ID, email: EMAIL, name: WORDS }, NEXT_DAY)).id === ID.person,
  ),
  'people.put': refused(({ people }) => people.put(ID.person, { name: WORDS })),
  'people.claims': finds([], ({ people }) => people.claims()),
  'people.claim': refused(({ people }) => people.claim(ID.person, SLACK_ID)),
  'people.leaveClaim': refused(({ people }) => people.leaveClaim(ID.person)),
  'people.unsought': finds([], ({ people }) => people.unsought()),
  'people.noteSought': own(({ people }) =>
    people.noteSought([{ id: ID.unsought, email: `new.${EMAIL}` }], AT),
  ),

  'departments.all': finds([], ({ departments }) => departments.all()),
  'departments.placesOf': finds(
    0,
    async ({ departments }) => (await departments.placesOf([ID.section])).size,
  ),
  'departments.createDepartments': own(({ departments }) => departments.createDepartments([department])),
  'departments.createSections': refused(({ departments }) => departments.createSections([section])),
  'departments.keep': refused(({ departments }) =>
    departments.keep({ department: DEPARTMENT, section: { name: WORDS } }),
  ),
  'departments.putDepartment': refused(({ departments }) =>
    departments.putDepartment(ID.department, { name: WORDS }),
  ),
  'departments.putSection': refused(({ departments }) =>
    departments.putSection(ID.section, { name: WORDS, endedOn: DAY }),
  ),

  'retention.lock': own(({ retention }) => retention.lock()),
  'retention.past': finds(NOTHING_PAST, ({ retention }) => retention.past(PAST, [])),
  'retention.erase': own(({ retention }) => retention.erase(PAST, [], NEXT_DAY), NOTHING_PAST),

  'appointments.lock': own(({ appointments }) => appointments.lock()),
  'appointments.find': finds(undefined, ({ appointments }) => appointments.find(ID.appointment)),
  'appointments.between': finds([], ({ appointments }) => appointments.between(DAY, DAY)),
  'appointments.betweenInPieces': finds([], ({ appointments }) =>
    appointments.betweenInPieces(DAY, DAY, HARDLY_DIVIDED),
  ),
  'appointments.ofSections': finds([], ({ appointments }) => appointments.ofSections([ID.section], DAY, DAY)),
  'appointments.ofYear': finds([], ({ appointments }) => appointments.ofYear(YEAR)),
  'appointments.ofYears': finds([], ({ appointments }) => appointments.ofYears([YEAR])),
  'appointments.everOfYear': finds([], ({ appointments }) => appointments.everOfYear(YEAR)),
  'appointments.ofPerson': finds([], ({ appointments }) => appointments.ofPerson(ID.person)),
  'appointments.wantingGuide': finds([], ({ appointments }) => appointments.wantingGuide(DAY)),
  'appointments.create': refused(({ appointments }) => appointments.create([appointmentRow(ID.fresh)])),
  'appointments.put': refused(({ appointments }) => appointments.put(ID.appointment, { cancelledAt: AT })),
  'appointments.putAll': own(({ appointments }) =>
    appointments.putAll([ID.appointment], { cancelledAt: AT }),
  ),

  'awayPeriods.find': finds(undefined, ({ awayPeriods }) => awayPeriods.find(ID.away)),
  'awayPeriods.notOver': finds([], ({ awayPeriods }) => awayPeriods.notOver(DAY, ID.person)),
  'awayPeriods.create': refused(({ awayPeriods }) => awayPeriods.create(awayPeriod(ID.fresh), AT)),
  'awayPeriods.cancel': refused(({ awayPeriods }) => awayPeriods.cancel(ID.away, AT)),

  'bodyMembers.find': finds(undefined, ({ bodyMembers }) => bodyMembers.find(ID.member)),
  'bodyMembers.all': finds([], ({ bodyMembers }) => bodyMembers.all(ID.body)),
  'bodyMembers.create': refused(({ bodyMembers }) =>
    bodyMembers.create(ID.fresh, memberFacts(WORDS), recorded),
  ),
  'bodyMembers.put': refused(({ bodyMembers }) => bodyMembers.put(ID.member, memberFacts(WORDS))),
  'bodyMembers.cancel': refused(({ bodyMembers }) => bodyMembers.cancel(ID.member, AT)),
  'bodyMembers.findRemoved': finds(undefined, async ({ bodyMembers }) => {
    await bodyMembers.cancel(ID.member, AT).catch(() => undefined);
    return bodyMembers.findRemoved(ID.member);
  }),
  'bodyMembers.restore': refused(({ bodyMembers }) => bodyMembers.restore(ID.member)),

  'settings.read': finds(DEFAULT_SETTINGS, ({ settings }) => settings.read()),
  'settings.lock': own(({ settings }) => settings.lock()),
  'settings.put': own(({ settings }) => settings.put({ ...DEFAULT_SETTINGS, contact: WORDS })),

  'rosterFiles.keep': own(({ rosterFiles }) =>
    rosterFiles.keep(ID.file, [{ name: WORDS }], SLACK_ID, NEXT_DAY),
  ),
  'rosterFiles.find': finds(undefined, ({ rosterFiles }) => rosterFiles.find(ID.file, SLACK_ID, AT)),
  'rosterFiles.remove': own(({ rosterFiles }) => rosterFiles.remove(ID.file)),

  ...TRAINING_WALL_CASES,
  ...WRITTEN_MEETING_WALL_CASES,
  ...INQUIRY_WALL_CASES,
  ...NEWSLETTER_WALL_CASES,
  ...CHAPTER_WALL_CASES,
  ...OPINION_WALL_CASES,
  ...SEARCH_WALL_CASES,
};
