import { z } from 'zod';
import { attendanceCsv } from '../../documents/csv/attendance.ts';
import { AttendanceDraft } from '../../domain/attendance/attendance.ts';
import { mayRecordSomeAttendance } from '../../domain/attendance/reach.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
import { YearPart } from '../../domain/parts.ts';
import { checkIn } from '../../services/attendance/check-in.ts';
import { confirmVideo } from '../../services/attendance/confirm-video.ts';
import { exportAttendance } from '../../services/attendance/export.ts';
import { listAttendance } from '../../services/attendance/list.ts';
import { openAttendanceForm, type WantedSession } from '../../services/attendance/open-form.ts';
import { confirmAttendance, recordAttendance } from '../../services/attendance/record.ts';
import { takeBackCheckIn } from '../../services/attendance/take-back-check-in.ts';
import { takeBackVideo } from '../../services/attendance/take-back-video.ts';
import { readDepartmentTraining } from '../../services/training/read-department.ts';
import { readTrainingRecord } from '../../services/training/read-record.ts';
import { ATTENDANCE_BUTTON, ATTENDANCE_HELP, attendanceText } from '../../texts/attendance.ts';
import { sentenceForm } from '../../views/failure.ts';
import {
  attendanceListMessage,
  checkedInMessage,
  checkInTakenBackMessage,
} from '../../views/training/attendance.ts';
import {
  attendanceForm,
  attendanceRecordedView,
  unknownNamesForm,
} from '../../views/training/attendance-form.ts';
import { departmentTrainingPart, ownTrainingPart } from '../../views/training/record.ts';
import { filled } from '../answer.ts';
import { Asking, readJson } from '../modal-input.ts';
import { sendOwnFile } from '../own-file.ts';
import { readPageOf } from '../paging.ts';
import type { Asked, ButtonRequest, CommandRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** Opens 受講を記録, for a certain session where one is wanted. */
const openFor = async (
  deps: HandlerDeps,
  { actor, openForm, refuse }: Asked,
  wanted: WantedSession,
): Promise<void> => {
  const content = await openAttendanceForm(deps, wanted, actor);
  await (content.ok ? openForm(attendanceForm(content.value)) : refuse(content.error));
};

/** 受講者 [番号]. */
const openByCommand =
  (deps: HandlerDeps) =>
  async ({ words, ...request }: CommandRequest): Promise<void> =>
    openFor(deps, request, words.length === 0 ? undefined : { typed: words.join('') });

const Wanted = z.union([z.literal('new').transform(() => undefined), z.uuid().transform((id) => ({ id }))]);

/** 受講を記録, of any session or of the one whose list is shown. */
const openByButton =
  (deps: HandlerDeps) =>
  async ({ value, ...request }: ButtonRequest): Promise<void> =>
    openFor(deps, request, Wanted.parse(value));

/** 受講を記録 was submitted: what stands recorded now is shown in its place, or on top of it which names are not known. */
const submitAttendance = filled(AttendanceDraft, async (deps, { actor, key, draft, refuse, show, push }) => {
  const recorded = await recordAttendance(deps, { key, draft }, actor);
  if (!recorded.ok) return refuse(recorded.error);
  const { value } = recorded;
  await (value.kind === 'asks'
    ? push(unknownNamesForm(value.unknown, key))
    : show(attendanceRecordedView(value)));
});

/** 記録にない氏名の確認 was submitted. */
const submitConfirmation =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, refuse, show }: FormSubmission): Promise<void> => {
    const { asking } = readJson(Asking, metadata);
    const recorded = await confirmAttendance(deps, { key, answers: asking }, actor);
    await (recorded.ok ? show(attendanceRecordedView(recorded.value)) : refuse(recorded.error));
  };

/** 受付 CODE: one's own attendance. */
const typeCode =
  (deps: HandlerDeps) =>
  async ({ actor, words, answer, refuse }: CommandRequest): Promise<void> => {
    const checkedIn = await checkIn(deps, words.join(''), actor);
    await (checkedIn.ok ? answer(checkedInMessage(checkedIn.value)) : refuse(checkedIn.error));
  };

const SessionId = z.uuid();

/** 取り消す under what a code has recorded. */
const pressTakeBackCheckIn =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const taken = await takeBackCheckIn(deps, SessionId.parse(value), actor);
    await (taken.ok ? replace(checkInTakenBackMessage(taken.value)) : refuse(taken.error));
  };

/** 受講しました of a video, or 取り消す of it. The message itself changes through its delivery. */
const pressWatched =
  (say: typeof confirmVideo) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const said = await say(deps, SessionId.parse(value), actor);
    if (!said.ok) await refuse(said.error);
  };

/** 受講者 of a session. */
const openList =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const list = await listAttendance(deps, SessionId.parse(value), actor);
    await (list.ok ? openForm(sentenceForm(attendanceListMessage(list.value, 1))) : refuse(list.error));
  };

/** Another page of the list, in place of the one shown. */
const turnList =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { of: id, page } = readPageOf(SessionId, value);
    const list = await listAttendance(deps, id, actor);
    await (list.ok ? replace(attendanceListMessage(list.value, page)) : refuse(list.error));
  };

const WantedCsv = z.union([
  YearPart.transform((year) => ({ year })),
  SessionId.transform((sessionId) => ({ sessionId })),
]);

/** 受講者をCSVで受け取る, of one training or of a fiscal year: the file comes into one's own messages with the bot. */
const sendCsv =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const wanted = WantedCsv.parse(request.value);
    const exported = await exportAttendance(deps, wanted, request.actor);
    if (!exported.ok) return request.refuse(exported.error);
    const { of } = exported.value;
    const [what, on] =
      of.kind === 'year' ? [printFiscalYear(of.year), of.year] : [of.name, firstDayOfRecord(of.date)];
    const file = { name: attendanceText.csvName(on), bytes: attendanceCsv(exported.value) };
    const words = { beside: attendanceText.csvWords(what), sent: attendanceText.csvSent };
    await sendOwnFile(deps, request, file, words);
  };

/** Who attended 研修: entered by those who know, by oneself with a code or a button, and shown to those who may see. */
export const attendanceFeature: Feature = {
  noun: 'training',
  commands: {
    '/kyodo-training': [
      {
        words: ['受講者', 'attend'],
        argument: ATTENDANCE_HELP.recordArgument,
        audience: 'promoters',
        does: ATTENDANCE_HELP.record,
        handle: openByCommand,
      },
      {
        words: ['受付', '出席', '受講', 'checkin'],
        argument: ATTENDANCE_HELP.checkInArgument,
        audience: 'all',
        does: ATTENDANCE_HELP.checkIn,
        handle: typeCode,
      },
    ],
  },
  buttons: {
    'attendance.open': openByButton,
    'attendance.list': openList,
    'attendance.csv': sendCsv,
    'attendance-list.previous': turnList,
    'attendance-list.next': turnList,
    'attendance.take-back-check-in': pressTakeBackCheckIn,
    'attendance.watched': pressWatched(confirmVideo),
    'attendance.take-back-watched': pressWatched(takeBackVideo),
  },
  forms: { 'attendance.record': submitAttendance, 'attendance.confirm': submitConfirmation },
  redraws: { 'attendance-list': turnList },
  openers: [{ actionId: 'attendance.open', words: ATTENDANCE_BUTTON.record, may: mayRecordSomeAttendance }],
  home: [
    {
      place: 'department',
      read: async (deps, actor) => departmentTrainingPart(await readDepartmentTraining(deps, actor)),
    },
    {
      place: 'own',
      read: async (deps, actor) => ownTrainingPart(await readTrainingRecord(deps, actor)),
    },
  ],
  sends: [{ what: ATTENDANCE_HELP.sendsVideo, audience: 'all' }],
};
