import type { ModalView } from '@slack/types';
import type { Body } from '../../domain/body/body.ts';
import { absenceText } from '../../domain/meeting/absence.ts';
import { type Meeting, MOST_ATTENDEES } from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { CONTENTS_HINT, CONTENTS_LABEL, MEETING_FORM } from '../../texts/meeting.ts';
import { form, paragraph, peopleField, textField } from '../blocks.ts';

/** 会議の内容を記録, filled with what is kept already. */
export const meetingContentsForm = (meeting: Meeting, body: Body): ModalView => {
  const { time, attendees, attendeesWithoutSlack, absences, decisions, documents } = meeting.contents;
  const many = { multiline: true, maxLength: 3000, optional: true } as const;
  return form(
    MEETING_FORM.contents,
    'meeting.contents',
    '記録する',
    [
      paragraph(`${body.name} ${printMeetingDate(meeting)}`),
      textField({
        name: 'time',
        label: CONTENTS_LABEL.time,
        hint: CONTENTS_HINT.time,
        initial: time,
        maxLength: 100,
        optional: true,
      }),
      peopleField({
        name: 'attendees',
        label: CONTENTS_LABEL.attendees,
        hint: CONTENTS_HINT.attendees(MOST_ATTENDEES),
        initial: attendees,
        most: MOST_ATTENDEES,
        optional: true,
      }),
      textField({
        ...many,
        name: 'attendeesWithoutSlack',
        label: CONTENTS_LABEL.attendeesWithoutSlack,
        hint: CONTENTS_HINT.attendeesWithoutSlack,
        initial: attendeesWithoutSlack.join('\n'),
      }),
      textField({
        ...many,
        name: 'absences',
        label: CONTENTS_LABEL.absences,
        hint: CONTENTS_HINT.absences,
        initial: absenceText(absences, many.maxLength),
      }),
      textField({
        ...many,
        name: 'decisions',
        label: CONTENTS_LABEL.decisions,
        hint: CONTENTS_HINT.decisions,
        initial: decisions,
      }),
      textField({
        name: 'documents',
        label: CONTENTS_LABEL.documents,
        initial: documents,
        maxLength: 300,
        optional: true,
      }),
    ],
    { meetingId: meeting.id, revision: meeting.revision },
  );
};
