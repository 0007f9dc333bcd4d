import type { KnownBlock } from '@slack/types';
import { printMeetingDate } from '../domain/meeting/print.ts';
import { printTrainingDate } from '../domain/training/training.ts';
import type { DepartmentToday } from '../services/inquiry/read-departments-today.ts';
import type { RecordsToConfirm } from '../services/occasion/read-records-to-confirm.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { OCCASION_BUTTON } from '../texts/occasion.ts';
import { ROLE_WORD } from '../texts/role-guide.ts';
import { ROSTER_REPORT_BUTTON, rosterHomeText } from '../texts/roster-report.ts';
import { TRAINING_BUTTON } from '../texts/training.ts';
import { button, buttons, header, note, paragraph } from './blocks.ts';

/** The Home tab shows at most this many rows of one's departments together. */
const MOST_ROWS = 10;

const rowsOf = ({ vacant, isAwaited, held }: DepartmentToday): readonly KnownBlock[] => [
  ...vacant.map(({ name }) =>
    paragraph(isAwaited ? rosterHomeText.awaited(name) : rosterHomeText.vacant(name)),
  ),
  ...held.map(({ section, appointment: { role, person }, isAway }): KnownBlock => {
    const who = rosterHomeText.held(section.name, ROLE_WORD[role], person.name);
    return {
      ...paragraph(isAway ? `${who} ${rosterHomeText.away}` : who),
      accessory: button('away.open', ROSTER_REPORT_BUTTON.away, person.id),
    };
  }),
];

/** 部局の状況: 未選任 or 選任報告待ち first, who is away today, and 選任を報告 while something waits for it. */
export const departmentTodayPart = (departments: readonly DepartmentToday[]): readonly KnownBlock[] => {
  let left = MOST_ROWS;
  return departments.flatMap((part): readonly KnownBlock[] => {
    const rows = rowsOf(part);
    const shown = rows.slice(0, left);
    left -= shown.length;
    const { department, toReport } = part;
    return [
      header(rosterHomeText.ofDepartment(department.name)),
      ...(rows.length === 0 ? [paragraph(rosterHomeText.noSections)] : shown),
      ...(rows.length > shown.length ? [note(rosterHomeText.others(rows.length - shown.length))] : []),
      ...(toReport === 0
        ? []
        : [
            {
              ...paragraph(rosterHomeText.toReport(toReport)),
              accessory: button('roster-report.open', ROSTER_REPORT_BUTTON.open, department.id, 'primary'),
            },
          ]),
    ];
  });
};

/** 記録の確認: what waits for the secretariat; no block where nothing does. */
export const recordsToConfirmPart = (waiting: RecordsToConfirm | undefined): readonly KnownBlock[] => {
  if (waiting === undefined) return [];
  const { meetings, otherMeetings, trainings, otherTrainings, appointments } = waiting;
  const { reported, open } = appointments;
  if (meetings.length + trainings.length + reported + open === 0) return [];
  return [
    header(rosterHomeText.confirmTitle),
    ...meetings.map(
      ({ meeting, bodyName }): KnownBlock => ({
        ...paragraph(rosterHomeText.record(bodyName, printMeetingDate(meeting))),
        accessory: button('meeting.confirm', OCCASION_BUTTON.confirm, meeting.id),
      }),
    ),
    ...(otherMeetings === 0
      ? []
      : [
          note(rosterHomeText.others(otherMeetings)),
          ...buttons('meetings-to-confirm', [button('meeting-list.open', MEETING_BUTTON.list, 'new')]),
        ]),
    ...trainings.map(
      ({ session, name }): KnownBlock => ({
        ...paragraph(rosterHomeText.record(name, printTrainingDate(session))),
        accessory: button('training.confirm', OCCASION_BUTTON.confirm, session.id),
      }),
    ),
    ...(otherTrainings === 0
      ? []
      : [
          note(rosterHomeText.others(otherTrainings)),
          ...buttons('trainings-to-confirm', [button('training-list.open', TRAINING_BUTTON.list, 'new')]),
        ]),
    ...(reported + open === 0
      ? []
      : [
          {
            ...paragraph(rosterHomeText.appointments(reported, open)),
            accessory: button('roster-confirm.open', ROSTER_REPORT_BUTTON.confirmList, '1'),
          },
        ]),
  ];
};
