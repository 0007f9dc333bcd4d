import { printMoment } from '../../domain/calendar/moment.ts';
import { joinParts } from '../../domain/parts.ts';
import { printTrainingDate, type Recorded } from '../../domain/training/training.ts';
import type { CheckedIn } from '../../services/attendance/check-in.ts';
import type { AttendanceList, ListedAttendance } from '../../services/attendance/list.ts';
import type { TakenBack } from '../../services/attendance/take-back-check-in.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ATTENDANCE_BUTTON, attendanceText, SOURCE_WORD } from '../../texts/attendance.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { trainingText } from '../../texts/training.ts';
import { ATTENDANCE_WORD } from '../../texts/training-csv.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, rowsOfPage, turnButtons } from '../paging.ts';

/** 出席 3名・一部出席 0名・欠席 1名. */
export const countsText = ({ present, partial, absent }: Recorded): string =>
  attendanceText.counts(present, partial, absent);

/** What typing a reception code has recorded, to the one who typed it, with the way back. */
export const checkedInMessage = ({ session, name, state, at, isNew }: CheckedIn): SlackMessage => {
  const title = isNew ? attendanceText.checkedIn : attendanceText.checkedInBefore;
  const words = isNew ? attendanceText.checkedInAt : attendanceText.checkedInBeforeAt;
  return {
    text: escaped(titleOf(title, name)),
    blocks: [
      header(title),
      paragraph(`${name}\n${printTrainingDate(session)}`),
      paragraph(words(printMoment(at), ATTENDANCE_WORD[state])),
      ...buttons('checked-in', [
        button('attendance.take-back-check-in', OCCASION_BUTTON.takeBack, session.id),
      ]),
    ],
  };
};

/** The same after it was taken back. */
export const checkInTakenBackMessage = ({ session, name, at }: TakenBack): SlackMessage => ({
  text: escaped(titleOf(attendanceText.takenBack, name)),
  blocks: [
    header(attendanceText.takenBack),
    paragraph(`${name}\n${printTrainingDate(session)}`),
    paragraph(attendanceText.takenBackAt(printMoment(at))),
  ],
});

/** People a page of the list, each in a block. */
const ATTENDANCES_A_PAGE = 40;

const line = ({ name, sections, state, note: remark, sources }: ListedAttendance): string =>
  [
    attendanceText.line(
      name,
      sections.join('・'),
      ATTENDANCE_WORD[state],
      sources.map((source) => SOURCE_WORD[source]).join('・'),
    ),
    ...(remark === '' ? [] : [attendanceText.note(remark)]),
  ].join('\n');

/** 受講者 of a session as far as the reader may see them, `page` counted from 1; a page past the end shows the last one. */
export const attendanceListMessage = (list: AttendanceList, page: number): SlackMessage => {
  const { session, name, attendances, recorded, rate, mayRecord } = list;
  const here = rowsOfPage(attendances, page, ATTENDANCES_A_PAGE);
  return {
    text: attendanceText.listTitle,
    shown: { by: 'attendance-list', of: joinParts(session.id, here.shown) },
    blocks: [
      header(attendanceText.listTitle),
      paragraph(`${name}\n${printTrainingDate(session)}`),
      ...(attendances.length === 0
        ? [paragraph(attendanceText.nobody)]
        : [
            paragraph(
              [
                attendanceText.within(countsText(recorded)),
                ...(rate === null ? [] : [trainingText.rate(rate.came, rate.of)]),
              ].join('\n'),
            ),
            ...here.rows.map((attendance) => paragraph(line(attendance))),
          ]),
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('attendance-list', here, (to) => joinParts(session.id, to)),
      ),
      ...buttons('record', [
        ...(mayRecord ? [button('attendance.open', ATTENDANCE_BUTTON.record, session.id, 'primary')] : []),
        ...(attendances.length === 0 ? [] : [button('attendance.csv', ATTENDANCE_BUTTON.csv, session.id)]),
        ...(session.audience === 'open'
          ? []
          : [button('attendance-missing.open', ATTENDANCE_BUTTON.missing, session.id)]),
      ]),
    ],
  };
};
