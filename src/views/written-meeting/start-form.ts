import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { Body } from '../../domain/body/body.ts';
import type { FileName } from '../../domain/file-type.ts';
import { DOCUMENT_TYPES } from '../../domain/inquiry/document-file.ts';
import type { Sending } from '../../domain/inquiry/inquiry.ts';
import { dayKnownOf } from '../../domain/occasion/date.ts';
import {
  ITEMS_FIELDS,
  itemsInFields,
  MOST_FIELD_LETTERS,
  MOST_FILES,
  MOST_VOTERS,
  type WrittenMeeting,
} from '../../domain/written-meeting/written-meeting.ts';
import type { OpenedWrittenMeetingForm } from '../../services/written-meeting/open-form.ts';
import {
  WRITTEN_START_BUTTON,
  WRITTEN_START_FORM,
  WRITTEN_START_HINT,
  WRITTEN_START_LABEL,
  writtenStartText,
} from '../../texts/written-start.ts';
import { button, buttons, dayField, fileField, form, peopleField, textField } from '../blocks.ts';
import { sendingField } from '../inquiry/sending.ts';
import { checkboxField, selectField } from '../select-fields.ts';

/** What the fields of 書面開催を始める hold. */
export type WrittenStartFilled = {
  readonly bodyId?: string | undefined;
  readonly documentNumber: string;
  readonly invitation: string;
  /** A text for each field of 案件. */
  readonly items: readonly string[];
  readonly documents: string;
  /** Of the files of the draft those that stay. */
  readonly keptFiles: readonly string[];
  readonly dueOn?: string | undefined;
  readonly voters: readonly string[];
  readonly votersWithoutSlack: string;
  readonly sending: Sending;
};

/** What the form is, beside what is typed in it: its submission and every choice in it bring that back. */
export type WrittenStartCarried = {
  readonly meetingId: string;
  readonly revision: number;
  /** How many fields of 案件 it has. */
  readonly fields: number;
  /** The body whose members were filled in, if one was. */
  readonly membersOf?: string | undefined;
  /** The 予定 that it was filled from, if it was. */
  readonly plannedId?: string | undefined;
};

/** What is offered to choose from: the bodies, and the files that the draft has. */
type Offered = { readonly bodies: readonly Body[]; readonly files: readonly FileName[] };

/** How many fields of 案件 come with each press. */
const MORE_AT_ONCE = 5;

/** The fields of 案件 after 案件の欄を増やす: 5, 10, 15, 20. */
const moreFieldsThan = (fields: number): number =>
  Math.min(ITEMS_FIELDS.length, (Math.floor(fields / MORE_AT_ONCE) + 1) * MORE_AT_ONCE);

const itemsFields = (texts: readonly string[], fields: number): readonly KnownBlock[] => [
  ...ITEMS_FIELDS.slice(0, fields).map(
    (name, index): InputBlock =>
      textField({
        name,
        label: index === 0 ? WRITTEN_START_LABEL.items : WRITTEN_START_LABEL.moreItems(index),
        hint: index === 0 ? WRITTEN_START_HINT.items : WRITTEN_START_HINT.moreItems,
        initial: texts[index],
        maxLength: MOST_FIELD_LETTERS,
        multiline: true,
        optional: index > 0,
      }),
  ),
  ...(fields >= ITEMS_FIELDS.length
    ? []
    : buttons('more-items', [
        button('written-start.more-items', WRITTEN_START_BUTTON.moreItems, String(moreFieldsThan(fields))),
      ])),
];

/** 資料 as links and as files; of those that a draft has, which stay. */
const documentFields = ({ documents, keptFiles }: WrittenStartFilled, files: readonly FileName[]) => [
  textField({
    name: 'documents',
    label: WRITTEN_START_LABEL.documents,
    hint: WRITTEN_START_HINT.documents,
    initial: documents,
    maxLength: MOST_FIELD_LETTERS,
    multiline: true,
    optional: true,
  }),
  ...(files.length === 0
    ? []
    : [
        checkboxField({
          name: 'keptFiles',
          label: WRITTEN_START_LABEL.keptFiles,
          hint: WRITTEN_START_HINT.keptFiles,
          choices: files.map(({ id, name }) => ({ value: id, text: name })),
          initial: keptFiles,
          optional: true,
        }),
      ]),
  fileField({
    name: 'file',
    label: WRITTEN_START_LABEL.file,
    hint: WRITTEN_START_HINT.file,
    fileTypes: DOCUMENT_TYPES,
    most: MOST_FILES,
    optional: true,
  }),
];

/**
 * 書面開催を始める, with what its fields hold. Where the members of a body were filled in, 回答者 have action ids of that body, because
 * Slack keeps an input's value while both ids stay the same.
 */
export const writtenStartForm = (
  { bodies, files }: Offered,
  carried: WrittenStartCarried,
  filled: WrittenStartFilled,
): ModalView => {
  const { fields, membersOf } = carried;
  return form(
    WRITTEN_START_FORM,
    'written-start.save',
    '送信する',
    [
      selectField({
        name: 'bodyId',
        label: WRITTEN_START_LABEL.bodyId,
        hint: WRITTEN_START_HINT.bodyId,
        choices: bodies.map(({ id, name }) => ({ value: id, text: name })),
        initial: filled.bodyId,
        tells: true,
        actionId: 'writtenBodyId',
      }),
      textField({
        name: 'documentNumber',
        label: WRITTEN_START_LABEL.documentNumber,
        initial: filled.documentNumber,
        maxLength: 60,
        optional: true,
      }),
      textField({
        name: 'invitation',
        label: WRITTEN_START_LABEL.invitation,
        initial: filled.invitation,
        maxLength: MOST_FIELD_LETTERS,
        multiline: true,
        optional: true,
      }),
      ...itemsFields(filled.items, fields),
      ...documentFields(filled, files),
      dayField({
        name: 'dueOn',
        label: WRITTEN_START_LABEL.dueOn,
        hint: WRITTEN_START_HINT.dueOn,
        initial: filled.dueOn,
      }),
      peopleField({
        name: 'voters',
        label: WRITTEN_START_LABEL.voters,
        hint: membersOf === undefined ? WRITTEN_START_HINT.votersChoose : WRITTEN_START_HINT.voters,
        initial: filled.voters,
        most: MOST_VOTERS,
        ...(membersOf === undefined ? {} : { actionId: `voters:${membersOf}` }),
        optional: true,
      }),
      textField({
        name: 'votersWithoutSlack',
        label: WRITTEN_START_LABEL.votersWithoutSlack,
        hint: WRITTEN_START_HINT.votersWithoutSlack,
        initial: filled.votersWithoutSlack,
        maxLength: MOST_FIELD_LETTERS,
        multiline: true,
        ...(membersOf === undefined ? {} : { actionId: `votersWithoutSlack:${membersOf}` }),
        optional: true,
      }),
      sendingField(filled.sending),
    ],
    carried,
  );
};

const filledWith = (meeting: WrittenMeeting): WrittenStartFilled => ({
  ...meeting,
  items: itemsInFields(meeting.items),
  keptFiles: meeting.files.map(({ id }) => id),
  sending: 'next-morning',
});

const EMPTY: WrittenStartFilled = {
  documentNumber: '',
  invitation: writtenStartText.invitation,
  items: [],
  documents: '',
  keptFiles: [],
  voters: [],
  votersWithoutSlack: '',
  sending: 'next-morning',
};

/** With what a 予定 says, to the members of its body. */
const filledFrom = ({ planned, offered, today }: OpenedWrittenMeetingForm): WrittenStartFilled => {
  const day = planned && dayKnownOf(planned.date);
  return {
    ...EMPTY,
    bodyId: planned?.bodyId,
    items: itemsInFields(planned?.items ?? []),
    ...(day !== undefined && day > today ? { dueOn: day } : {}),
    voters: offered?.voters ?? [],
    votersWithoutSlack: offered?.withoutSlack.join('\n') ?? '',
  };
};

/** The form as it is opened: empty, filled from a 予定, or with the draft that is continued. */
export const openedWrittenStart = (opened: OpenedWrittenMeetingForm): ModalView => {
  const { bodies, meetingId, meeting, planned } = opened;
  const filled = meeting === undefined ? filledFrom(opened) : filledWith(meeting);
  return writtenStartForm(
    { bodies, files: meeting?.files ?? [] },
    {
      meetingId,
      revision: meeting?.revision ?? 0,
      fields: Math.max(1, filled.items.length),
      ...(planned === undefined ? {} : { plannedId: planned.id, membersOf: planned.bodyId }),
    },
    filled,
  );
};
