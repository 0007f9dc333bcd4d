import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { firstDayOfRecord } from '../../../src/domain/occasion/date.ts';
import {
  attendanceEvent,
  CODE,
  newMeeting,
  programmeFacts,
  trainingFacts,
} from '../full-workspace/full-workspace.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { finds, NEXT_DAY, own, refused, type WallCase, WORDS } from './case.ts';

const notHeld = { reason: WORDS, by: SLACK_ID, at: AT };
const held = { heldConfirmedAt: AT, isToAsk: false };
const contents = { lecturer: WORDS, content: WORDS, link: '' };

/** Every function about programmes, trainings, attendance and reception codes. */
export const TRAINING_WALL_CASES: Readonly<Record<string, WallCase>> = {
  'programmes.nameable': finds([], ({ programmes }) => programmes.nameable(YEAR)),
  'programmes.find': finds(undefined, ({ programmes }) => programmes.find(ID.programme, YEAR)),
  'programmes.lock': finds(false, ({ programmes }) => programmes.lock(ID.programme)),
  'programmes.lockAll': own(({ programmes }) => programmes.lockAll()),
  'programmes.histories': finds([], ({ programmes }) => programmes.histories()),
  'programmes.create': own(({ programmes }) => programmes.create(ID.programme, AT)),
  'programmes.putYear': refused(({ programmes }) =>
    programmes.putYear(ID.programme, YEAR, programmeFacts(WORDS), true),
  ),
  'programmes.notHeldIn': finds([], ({ programmes }) => programmes.notHeldIn(YEAR)),
  'programmes.recordNotHeld': refused(({ programmes }) =>
    programmes.recordNotHeld(ID.programme, YEAR - 1, notHeld),
  ),
  'programmes.removeNotHeld': finds(undefined, ({ programmes }) =>
    programmes.removeNotHeld(ID.programme, YEAR),
  ),

  'trainings.find': finds(undefined, ({ trainings }) => trainings.find(ID.session)),
  'trainings.findToChange': finds(undefined, ({ trainings }) => trainings.findToChange(ID.session)),
  'trainings.findToAttend': finds([undefined, undefined], ({ trainings }) =>
    Promise.all([trainings.findToAttend({ id: ID.session }), trainings.findToAttend({ code: CODE })]),
  ),
  'trainings.ofYear': finds([], ({ trainings }) => trainings.ofYear(YEAR)),
  'trainings.ofYears': finds([], ({ trainings }) => trainings.ofYears([YEAR])),
  'trainings.cancelledOf': finds([], async ({ trainings }) => {
    await trainings.cancel(ID.session, AT, WORDS).catch(() => undefined);
    return trainings.cancelledOf(YEAR);
  }),
  'trainings.pending': finds([], ({ trainings }) => trainings.pending(localDate('2026-04-01'))),
  'trainings.beginningOn': finds([], ({ trainings }) =>
    trainings.beginningOn(firstDayOfRecord(trainingFacts(WORDS).date)),
  ),
  'trainings.lockOthers': own(({ trainings }) => trainings.lockOthers()),
  'trainings.create': refused(({ trainings }) =>
    trainings.create(ID.fresh, trainingFacts(WORDS), newMeeting),
  ),
  'trainings.putFacts': refused(({ trainings }) =>
    trainings.putFacts(ID.session, trainingFacts(WORDS), held),
  ),
  'trainings.putContents': refused(({ trainings }) => trainings.putContents(ID.session, contents)),
  'trainings.giveCode': refused(({ trainings }) => trainings.giveCode(ID.session, () => '457023')),
  'trainings.takeCodeBack': refused(({ trainings }) => trainings.takeCodeBack(ID.session)),
  'trainings.putPrintedTogether': refused(({ trainings }) => trainings.putPrintedTogether(ID.session, true)),
  'trainings.confirm': refused(({ trainings }) => trainings.confirm(ID.session, AT)),
  'trainings.markHeldAsked': refused(({ trainings }) => trainings.markHeldAsked(ID.session, AT)),
  'trainings.markHeldConfirmed': refused(({ trainings }) => trainings.markHeldConfirmed(ID.session, AT)),
  'trainings.cancel': refused(({ trainings }) => trainings.cancel(ID.session, AT, WORDS)),
  'trainings.restore': refused(({ trainings }) => trainings.restore(ID.session)),
  'trainings.inviteesOf': finds([], ({ trainings }) => trainings.inviteesOf(ID.session)),
  'trainings.putInvitees': refused(({ trainings }) => trainings.putInvitees(ID.session, [ID.person])),

  'attendances.lock': own(({ attendances }) => attendances.lock(SLACK_ID)),
  'attendances.enter': refused(({ attendances }) => attendances.enter([attendanceEvent(WORDS)])),
  'attendances.ofSession': finds([], ({ attendances }) => attendances.ofSession(ID.session)),
  'attendances.ofSessions': finds([], ({ attendances }) => attendances.ofSessions([ID.session])),
  'attendances.enteredIn': finds([], ({ attendances }) => attendances.enteredIn(YEAR)),
  'attendances.ofPerson': finds([], ({ attendances }) => attendances.ofPerson(ID.person)),
  'attendances.find': finds(undefined, ({ attendances }) => attendances.find(ID.session, ID.person)),
  'attendances.eventsOf': finds([], ({ attendances }) => attendances.eventsOf(ID.session, ID.person)),
  'attendances.eventsOfSession': finds([], ({ attendances }) => attendances.eventsOfSession(ID.session)),
  'attendances.peopleOf': finds([], ({ attendances }) => attendances.peopleOf([ID.session])),
  'attendances.promoters': finds(new Map(), ({ attendances }) =>
    attendances.promoters([{ id: ID.session, on: DAY }]),
  ),
  'attendances.counts': finds(new Map(), ({ attendances }) => attendances.counts([ID.session])),

  'wrongCodes.since': finds(0, ({ wrongCodes }) => wrongCodes.since(SLACK_ID, AT)),
  'wrongCodes.note': own(({ wrongCodes }) => wrongCodes.note(SLACK_ID, NEXT_DAY)),
};
