import type { ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AskedAgain } from '../../domain/delivery/ask-again.ts';
import { joinParts } from '../../domain/parts.ts';
import { isReachable } from '../../domain/person/person.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { MissingList, MissingPerson } from '../../services/attendance/list-missing.ts';
import type { AskingToWatch } from '../../services/attendance/open-ask-again.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ATTENDANCE_BUTTON, attendanceText } from '../../texts/attendance.ts';
import { INQUIRY_BUTTON } from '../../texts/inquiry.ts';
import { ATTENDANCE_WORD } from '../../texts/training-csv.ts';
import { askAgainForm } from '../ask-again.ts';
import { button, buttons, header, paragraph, paragraphsOf } from '../blocks.ts';
import { doneMessage, sentenceForm } from '../failure.ts';
import { pageNote, rowsOfPage, turnButtons } from '../paging.ts';

/** People a page, a line each. */
const MISSING_A_PAGE = 60;

const line = ({ person, seats, isAbsent }: MissingPerson): string =>
  attendanceText.missingLine(seats.map(({ name }) => name).join('・'), person.name, [
    ...(isAbsent ? [ATTENDANCE_WORD.absent] : []),
    ...(isReachable(person) ? [] : [attendanceText.withoutSlack]),
  ]);

/** 未受講者 of a session as far as the reader may see them, `page` counted from 1; a page past the end shows the last one. */
export const missingListMessage = (list: MissingList, page: number): SlackMessage => {
  const { session, name, audience, missing, mayAsk } = list;
  const here = rowsOfPage(missing, page, MISSING_A_PAGE);
  return {
    text: attendanceText.missingTitle,
    shown: { by: 'attendance-missing', of: joinParts(session.id, here.shown) },
    blocks: [
      header(attendanceText.missingTitle),
      paragraph(`${name}\n${printTrainingDate(session)}`),
      ...(missing.length === 0
        ? [paragraph(attendanceText.nobodyMissing)]
        : [
            paragraph(attendanceText.missing(audience, missing.length)),
            ...paragraphsOf(here.rows.map(line)),
          ]),
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('attendance-missing', here, (to) => joinParts(session.id, to)),
      ),
      ...buttons('missing', [
        ...(mayAsk && missing.length > 0
          ? [button('attendance.again', INQUIRY_BUTTON.again, session.id, 'primary')]
          : []),
        ...(missing.length === 0
          ? []
          : [button('attendance-missing.csv', ATTENDANCE_BUTTON.missingCsv, session.id)]),
      ]),
    ],
  };
};

/** もう一度お願いする: how many are asked whether they have watched it, and when. */
export const askToWatchAgainForm = ({ session, name, people }: AskingToWatch): ModalView =>
  askAgainForm('attendance.again', [`${name} ${printTrainingDate(session)}`, attendanceText.again(people)], {
    sessionId: session.id,
  });

/** What the form becomes. */
export const askedToWatchAgainView = ({ people, morning }: AskedAgain): ModalView =>
  sentenceForm(
    doneMessage(
      'asked',
      morning === null
        ? attendanceText.askedAgainNow(people)
        : attendanceText.askedAgain(people, printDayWithWeekday(morning)),
    ),
  );
