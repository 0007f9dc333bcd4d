import type { ModalView } from '@slack/types';
import type { Body } from '../../domain/body/body.ts';
import { agendaText } from '../../domain/meeting/agenda.ts';
import type { MeetingChange } from '../../domain/meeting/history.ts';
import { MEETING_WAYS, type Meeting } from '../../domain/meeting/meeting.ts';
import type { NoteInForm } from '../../domain/meeting/written-note.ts';
import type { DatePrecision } from '../../domain/occasion/date.ts';
import { SAVE_CHANGES } from '../../texts/form-word.ts';
import { historyText } from '../../texts/history.ts';
import { MEETING_FORM, MEETING_HINT, MEETING_LABEL, WAY_WORD } from '../../texts/meeting.ts';
import { form, note, radioField, textField } from '../blocks.ts';
import { dateFields } from '../occasion/date-fields.ts';
import { selectField } from '../select-fields.ts';
import { historyLine } from './history.ts';
import { confirmedNote } from './minutes.ts';

/** Who opens the form for what: a new record, of a 会議体 where that is known already, or the one to be changed with its history. */
export type MeetingFormFor =
  | { readonly kind: 'record'; readonly bodyId?: string | undefined }
  | { readonly kind: 'edit'; readonly meeting: Meeting; readonly history: readonly MeetingChange[] };

const WAYS = MEETING_WAYS.map((way) => ({ value: way, text: WAY_WORD[way] }));

/** What follows from the 開催方法 and 会議体 chosen in an open form. */
export type FollowsFromChoice = { readonly precision: DatePrecision; readonly note: NoteInForm };

/**
 * 会議を記録, empty but for its 会議体 where that is known, or 会議を編集, filled with the record. `follows`, when given, is what follows from a choice just made: its
 * fields have other action ids, because Slack keeps an input's value while both ids stay the same.
 */
export const meetingForm = (
  bodies: readonly Body[],
  purpose: MeetingFormFor,
  follows?: FollowsFromChoice,
): ModalView => {
  const meeting = purpose.kind === 'edit' ? purpose.meeting : undefined;
  const filledFrom = follows?.note.filledFrom ?? null;
  const history = purpose.kind === 'edit' ? purpose.history : [];
  return form(
    meeting === undefined ? MEETING_FORM.record : MEETING_FORM.edit,
    meeting === undefined ? 'meeting.record' : 'meeting.edit',
    meeting === undefined ? '記録する' : SAVE_CHANGES,
    [
      ...(meeting === undefined ? [] : confirmedNote(meeting)),
      selectField({
        name: 'bodyId',
        label: MEETING_LABEL.bodyId,
        choices: bodies.map(({ id, name }) => ({ value: id, text: name })),
        initial: purpose.kind === 'record' ? purpose.bodyId : purpose.meeting.bodyId,
        tells: true,
      }),
      radioField({
        name: 'way',
        label: MEETING_LABEL.way,
        choices: WAYS,
        initial: meeting?.way,
        tells: true,
      }),
      ...dateFields(MEETING_HINT, meeting?.date, follows?.precision),
      textField({
        name: 'note',
        label: MEETING_LABEL.note,
        hint: MEETING_HINT.note,
        initial: follows?.note.note ?? meeting?.note,
        ...(filledFrom === null ? {} : { actionId: `note:${filledFrom}` }),
        maxLength: 100,
        optional: true,
      }),
      textField({
        name: 'place',
        label: MEETING_LABEL.place,
        initial: meeting?.place,
        maxLength: 100,
        optional: true,
      }),
      textField({
        name: 'items',
        label: MEETING_LABEL.items,
        hint: MEETING_HINT.items,
        initial: meeting && agendaText(meeting.items),
        maxLength: 3000,
        multiline: true,
      }),
      ...(meeting === undefined
        ? []
        : [
            textField({
              name: 'reason',
              label: MEETING_LABEL.reason,
              hint: MEETING_HINT.reason,
              maxLength: 300,
              optional: true,
            }),
          ]),
      ...(history.length === 0 ? [] : [note(historyText.title), ...history.map(historyLine)]),
    ],
    {
      ...(meeting === undefined ? {} : { meetingId: meeting.id, revision: meeting.revision }),
      ...(filledFrom === null ? {} : { filledFrom }),
    },
  );
};
