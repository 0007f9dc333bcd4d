import type { ModalView } from '@slack/types';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedMeeting } from '../../services/meeting/open.ts';
import { SAVE_CHANGES } from '../../texts/form-word.ts';
import { historyText } from '../../texts/history.ts';
import { MEETING_FORM, MEETING_HINT, MEETING_LABEL } from '../../texts/meeting.ts';
import { writtenResultText } from '../../texts/written-result.ts';
import { form, note, paragraph, textField } from '../blocks.ts';
import { historyLine } from '../meeting/history.ts';
import { confirmedNote } from '../meeting/minutes.ts';

/** 会議を編集 of the record of a 書面開催: what was asked and answered is shown, and can't be changed. */
export const writtenRecordForm = ({
  meeting,
  body,
  history,
}: Pick<OpenedMeeting, 'meeting' | 'body' | 'history'>): ModalView =>
  form(
    MEETING_FORM.edit,
    'written-record.edit',
    SAVE_CHANGES,
    [
      ...confirmedNote(meeting),
      paragraph(`${body.name}\n${printMeetingDate(meeting)}`),
      note(writtenResultText.fixed),
      textField({
        name: 'note',
        label: MEETING_LABEL.note,
        hint: writtenResultText.dateNoteHint,
        initial: meeting.note,
        maxLength: 100,
        optional: true,
      }),
      textField({
        name: 'reason',
        label: MEETING_LABEL.reason,
        hint: MEETING_HINT.reason,
        maxLength: 300,
        optional: true,
      }),
      ...(history.length === 0 ? [] : [note(historyText.title), ...history.map(historyLine)]),
    ],
    { meetingId: meeting.id, revision: meeting.revision },
  );
