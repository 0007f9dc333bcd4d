import type { ModalView } from '@slack/types';
import { MOST_CHOSEN } from '../../domain/person/chosen.ts';
import type { Programme } from '../../domain/training/programme.ts';
import {
  OTHER_PROGRAMME,
  printTrainingDate,
  TRAINING_AUDIENCES,
  TRAINING_WAYS,
} from '../../domain/training/training.ts';
import type { OpenedTraining } from '../../services/training/open.ts';
import { SAVE_CHANGES } from '../../texts/form-word.ts';
import { historyText } from '../../texts/history.ts';
import {
  AUDIENCE_WORD,
  OTHER_WORD,
  RECEPTION_BOX,
  TOGETHER_BOX,
  TRAINING_CONTENTS_HINT,
  TRAINING_CONTENTS_LABEL,
  TRAINING_FORM,
  TRAINING_HINT,
  TRAINING_LABEL,
  TRAINING_WAY_WORD,
} from '../../texts/training.ts';
import {
  form,
  note,
  numberField,
  paragraph,
  peopleField,
  radioField,
  textField,
  urlField,
} from '../blocks.ts';
import { dateFields } from '../occasion/date-fields.ts';
import { checkboxField, selectField } from '../select-fields.ts';
import { trainingChangeLine } from './history.ts';

const MOST_PEOPLE = 99_999;
const RECEPTION = 'code';
const TOGETHER = 'together';

/** What only a record that is changed is asked for, and what was changed before. */
const editFields = ({ session, history }: OpenedTraining) => [
  checkboxField({
    name: 'printedTogether',
    label: TRAINING_LABEL.printedTogether,
    hint: TRAINING_HINT.printedTogether,
    choices: [{ value: TOGETHER, text: TOGETHER_BOX }],
    initial: session.printedTogether ? [TOGETHER] : [],
    optional: true,
  }),
  textField({
    name: 'reason',
    label: TRAINING_LABEL.reason,
    hint: TRAINING_HINT.reason,
    maxLength: 300,
    optional: true,
  }),
  ...(history.length === 0 ? [] : [note(historyText.title), ...history.map(trainingChangeLine)]),
];

/** 研修を記録 with the programmes to choose from, one of them chosen where that is known; or 研修を編集, filled with the session and its history. */
export const trainingForm = (
  programmes: readonly Programme[],
  opened?: OpenedTraining,
  programmeId?: string,
): ModalView => {
  const session = opened?.session;
  return form(
    session === undefined ? TRAINING_FORM.record : TRAINING_FORM.edit,
    session === undefined ? 'training.record' : 'training.edit',
    session === undefined ? '記録する' : SAVE_CHANGES,
    [
      selectField({
        name: 'programme',
        label: TRAINING_LABEL.programme,
        choices: [
          ...programmes.map(({ id, name }) => ({ value: id, text: name })),
          { value: OTHER_PROGRAMME, text: OTHER_WORD },
        ],
        initial: session === undefined ? programmeId : (session.programmeId ?? OTHER_PROGRAMME),
      }),
      textField({
        name: 'otherName',
        label: TRAINING_LABEL.otherName,
        hint: TRAINING_HINT.otherName,
        initial: session?.otherName,
        maxLength: 75,
        optional: true,
      }),
      radioField({
        name: 'way',
        label: TRAINING_LABEL.way,
        choices: TRAINING_WAYS.map((way) => ({ value: way, text: TRAINING_WAY_WORD[way] })),
        initial: session?.way,
      }),
      ...dateFields(TRAINING_HINT, session?.date),
      textField({
        name: 'place',
        label: TRAINING_LABEL.place,
        initial: session?.place,
        maxLength: 100,
        optional: true,
      }),
      radioField({
        name: 'audience',
        label: TRAINING_LABEL.audience,
        choices: TRAINING_AUDIENCES.map((audience) => ({ value: audience, text: AUDIENCE_WORD[audience] })),
        initial: session?.audience ?? 'open',
      }),
      peopleField({
        name: 'invitees',
        label: TRAINING_LABEL.invitees,
        hint: TRAINING_HINT.invitees(MOST_CHOSEN),
        initial: opened?.invitees ?? [],
        most: MOST_CHOSEN,
        optional: true,
      }),
      numberField({
        name: 'headCount',
        label: TRAINING_LABEL.headCount,
        hint: TRAINING_HINT.headCount,
        initial: session?.headCount ?? undefined,
        min: 0,
        max: MOST_PEOPLE,
        optional: true,
      }),
      checkboxField({
        name: 'reception',
        label: TRAINING_LABEL.reception,
        hint: TRAINING_HINT.reception,
        choices: [{ value: RECEPTION, text: RECEPTION_BOX }],
        initial: session === undefined || session.code === null ? [] : [RECEPTION],
        optional: true,
      }),
      ...(opened === undefined ? [] : editFields(opened)),
    ],
    session === undefined ? {} : { sessionId: session.id, revision: session.revision },
  );
};

/** 研修の内容を記録, filled with what is kept already. */
export const trainingContentsForm = ({ session, name }: OpenedTraining): ModalView => {
  const { lecturer, content, link } = session.contents;
  return form(
    TRAINING_FORM.contents,
    'training.contents',
    '記録する',
    [
      paragraph(`${name} ${printTrainingDate(session)}`),
      textField({
        name: 'lecturer',
        label: TRAINING_CONTENTS_LABEL.lecturer,
        initial: lecturer,
        maxLength: 100,
        optional: true,
      }),
      textField({
        name: 'content',
        label: TRAINING_CONTENTS_LABEL.content,
        hint: TRAINING_CONTENTS_HINT.content,
        initial: content,
        maxLength: 3000,
        multiline: true,
        optional: true,
      }),
      urlField({
        name: 'link',
        label: TRAINING_CONTENTS_LABEL.link,
        hint: TRAINING_CONTENTS_HINT.link,
        initial: link,
        optional: true,
      }),
    ],
    { sessionId: session.id, revision: session.revision },
  );
};
