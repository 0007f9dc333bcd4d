import type { KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DepartmentWithSections } from '../../domain/department.ts';
import { MOST_OPINION } from '../../domain/opinion/draft.ts';
import { OPINION_KINDS, type Opinion, type OpinionFacts } from '../../domain/opinion/opinion.ts';
import type { CancelledOpinion } from '../../services/opinion/cancel.ts';
import type { OpenedOpinion } from '../../services/opinion/open.ts';
import { SECTION_PLACEHOLDER } from '../../texts/department.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import {
  OPINION_FORM,
  OPINION_HINT,
  OPINION_KIND_WORD,
  OPINION_LABEL,
  opinionText,
} from '../../texts/opinion.ts';
import { againButton } from '../again.ts';
import { form, note, paragraph, radioField, textField } from '../blocks.ts';
import { multiExternalSelectField, sectionChoice } from '../external-fields.ts';
import { finalActDone, finalActView } from '../final-act.ts';
import { cancelReasonField } from '../occasion/cancel-form.ts';
import { MOST_OPTIONS } from '../select-fields.ts';
import { undoPart } from '../undo.ts';

/**
 * 関係課, found by typing, in order; no field where the record has no sections yet. More than Slack shows as chosen stay as they are: the
 * form says so in place of the field.
 */
const sectionsField = (
  departments: readonly DepartmentWithSections[],
  chosen: readonly string[],
): readonly KnownBlock[] => {
  const sections = departments.flatMap(({ name: departmentName, sections: own }) =>
    own.map(({ id, name }) => ({ id, name, departmentName })),
  );
  if (sections.length === 0) return [];
  const initial = sections.filter(({ id }) => chosen.includes(id));
  if (initial.length > MOST_OPTIONS) return [note(opinionText.sectionsKept(initial.length))];
  return [
    multiExternalSelectField({
      name: 'sectionIds',
      label: OPINION_LABEL.sections,
      hint: OPINION_HINT.sections,
      actionId: 'opinion.sections',
      placeholder: SECTION_PLACEHOLDER,
      initial: initial.map(sectionChoice),
      optional: true,
    }),
  ];
};

const fields = (
  departments: readonly DepartmentWithSections[],
  { fiscalYear, opinion }: { readonly fiscalYear: number; readonly opinion?: Opinion },
): readonly KnownBlock[] => [
  textField({
    name: 'fiscalYear',
    label: OPINION_LABEL.fiscalYear,
    hint: OPINION_HINT.fiscalYear,
    initial: printFiscalYear(fiscalYear),
    maxLength: 20,
  }),
  textField({
    name: 'number',
    label: OPINION_LABEL.number,
    hint: OPINION_HINT.number,
    initial: opinion?.number,
    maxLength: MOST_OPINION.number,
    optional: true,
  }),
  textField({
    name: 'item',
    label: OPINION_LABEL.item,
    hint: OPINION_HINT.item,
    initial: opinion?.item,
    maxLength: MOST_OPINION.item,
  }),
  radioField({
    name: 'kind',
    label: OPINION_LABEL.kind,
    choices: OPINION_KINDS.map((value) => ({ value, text: OPINION_KIND_WORD[value] })),
    initial: opinion?.kind,
  }),
  textField({
    name: 'words',
    label: OPINION_LABEL.words,
    hint: OPINION_HINT.words,
    initial: opinion?.words,
    maxLength: MOST_OPINION.words,
    multiline: true,
  }),
  ...sectionsField(departments, opinion?.sectionIds ?? []),
];

/** 評価・意見を登録, of a year. */
export const opinionForm = (departments: readonly DepartmentWithSections[], fiscalYear: number): ModalView =>
  form(OPINION_FORM.register, 'opinion.register', '登録する', fields(departments, { fiscalYear }));

/** 評価・意見を編集. */
export const opinionEditForm = ({ opinion, departments }: OpenedOpinion): ModalView =>
  form(
    OPINION_FORM.edit,
    'opinion.edit',
    SAVE_CHANGES,
    [
      ...fields(departments, { fiscalYear: opinion.fiscalYear, opinion }),
      textField({
        name: 'reason',
        label: OPINION_LABEL.reason,
        hint: OPINION_HINT.reason,
        maxLength: 300,
        multiline: true,
        optional: true,
      }),
    ],
    {
      opinionId: opinion.id,
      revision: opinion.revision,
      ...(opinion.sectionIds.length > MOST_OPTIONS ? { keepsSections: true } : {}),
    },
  );

const called = ({ fiscalYear, number }: Pick<OpinionFacts, 'fiscalYear' | 'number'>): string =>
  opinionText.carriedNumber(printFiscalYear(fiscalYear), number);

/** What the form becomes: under which number it is registered, and the way to the next one. */
export const opinionSaved = (facts: OpinionFacts, isNew: boolean): ModalView =>
  form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'opinion.saved', null, [
    paragraph(
      isNew
        ? opinionText.registered(called(facts), facts.item)
        : opinionText.changed(called(facts), facts.item),
    ),
    ...(isNew ? againButton('opinion.new') : []),
  ]);

/** 記録を取り消す of an opinion: of how many of its year, which one, and why. */
export const opinionCancelForm = ({ opinion, ofYear, askedSections }: OpenedOpinion): ModalView =>
  finalActView('opinion.cancel', {
    numbers: [
      opinionText.toCancel(printFiscalYear(opinion.fiscalYear), ofYear),
      ...(askedSections === 0 ? [] : [opinionText.toCancelAsked(askedSections)]),
      ...(opinion.years.length === 0 ? [] : [opinionText.toCancelConsidered]),
    ],
    about: [
      opinionText.head(called(opinion), OPINION_KIND_WORD[opinion.kind], opinion.item),
      opinionText.words(opinion.words),
    ],
    fields: [cancelReasonField(OPINION_HINT.cancel)],
    metadata: { opinionId: opinion.id, revision: opinion.revision },
  });

/** What it becomes, with 元に戻す. */
export const opinionCancelled = ({ id, at, ...cancelled }: CancelledOpinion): ModalView =>
  finalActDone(
    'opinion.cancel',
    opinionText.cancelled(called(cancelled)),
    undoPart({ kind: 'opinion', id }, at),
  );
