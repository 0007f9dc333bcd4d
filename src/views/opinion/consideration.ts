import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { SectionPlace } from '../../domain/inquiry/standing.ts';
import { MOST_WHEN, revisionOf } from '../../domain/opinion/consideration.ts';
import {
  firstText,
  fittingText,
  MOST_CONSIDERED,
  marksOf,
  type SectionAnswer,
} from '../../domain/opinion/gathered.ts';
import { OPINION_RESPONSES } from '../../domain/opinion/opinion.ts';
import { questionName } from '../../domain/opinion/question.ts';
import { joinParts } from '../../domain/parts.ts';
import type { OpenedConsideration } from '../../services/opinion/open-consideration.ts';
import type { SavedConsideration } from '../../services/opinion/save-consideration.ts';
import {
  CONSIDERATION_FORM,
  CONSIDERATION_HINT,
  considerationText,
  PUBLISHED_WORD,
} from '../../texts/consideration.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import {
  CONSIDERATION_LABEL,
  OPINION_KIND_WORD,
  OPINION_RESPONSE_WORD,
  opinionText,
} from '../../texts/opinion.ts';
import {
  button,
  buttons,
  form,
  header,
  note,
  paragraph,
  paragraphsOf,
  radioField,
  textField,
} from '../blocks.ts';
import { fitsOneView } from '../measure.ts';
import { checkboxField, multiSelectField } from '../select-fields.ts';
import { meetingWords, responseLine } from './words.ts';

const placeName = ({ departmentName, sectionName }: SectionPlace): string =>
  considerationText.place(departmentName, sectionName);

const headed = ({ departmentName, sectionName }: SectionPlace): string =>
  considerationText.headed(departmentName, sectionName);

const standingLine = ({ place, answer, isReturned }: SectionAnswer): string => {
  if (answer !== null) return considerationText.answered(placeName(place), printMoment(answer.at));
  return isReturned
    ? considerationText.returned(placeName(place))
    : considerationText.unanswered(placeName(place));
};

/** What was given, what was considered the year before, and how the sections stand. */
const about = ({ opinion, year, before, answers, unasked }: OpenedConsideration): readonly KnownBlock[] => {
  const name = questionName({ opinion, fiscalYear: year });
  const lines = [
    ...answers.map(standingLine),
    ...unasked.map((place) => considerationText.unasked(placeName(place))),
  ];
  return [
    ...paragraphsOf([opinionText.head(name, OPINION_KIND_WORD[opinion.kind], opinion.item), opinion.words]),
    ...(before === undefined
      ? []
      : [
          header(considerationText.beforeTitle(printFiscalYear(before.fiscalYear))),
          ...paragraphsOf([before.consideration, ...responseLine(before)]),
        ]),
    ...(lines.length === 0 ? [] : paragraphsOf([considerationText.stands, ...lines])),
  ];
};

/** The text that the form begins with: what is kept, else what the sections answered, as far as it fits. */
const beginning = ({
  considered,
  answers,
}: OpenedConsideration): { readonly text: string; readonly hint: string; readonly isWhole: boolean } => {
  if (considered?.saved != null)
    return { text: considered.consideration, hint: CONSIDERATION_HINT.saved, isWhole: false };
  const whole = firstText(answers, headed);
  if (whole === '') return { text: '', hint: CONSIDERATION_HINT.none, isWhole: true };
  return whole.length <= MOST_CONSIDERED
    ? { text: whole, hint: CONSIDERATION_HINT.gathered, isWhole: true }
    : { text: fittingText(answers, headed), hint: CONSIDERATION_HINT.gatheredPart, isWhole: false };
};

/** Every answer as it is now, as far as Slack takes it beside the rest: below the fields, where the text has not all of it. */
const answersNow = (
  answers: readonly SectionAnswer[],
  beside: readonly KnownBlock[],
): readonly KnownBlock[] => {
  const given = answers.filter(({ answer }) => answer !== null);
  if (given.length === 0) return [];
  const blocks: KnownBlock[] = [header(considerationText.answersTitle)];
  for (const [index, { answer, place }] of given.entries()) {
    const more = paragraphsOf([headed(place), answer?.text ?? '']);
    if (!fitsOneView([...beside, ...blocks, ...more]))
      return [...blocks, paragraph(considerationText.moreAnswers(given.length - index))];
    blocks.push(...more);
  }
  return blocks;
};

const fields = (opened: OpenedConsideration, text: string, hint: string): readonly InputBlock[] => {
  const { considered, meetings } = opened;
  return [
    textField({
      name: 'consideration',
      label: CONSIDERATION_LABEL.consideration,
      hint,
      initial: text,
      multiline: true,
      maxLength: MOST_CONSIDERED,
    }),
    radioField({
      name: 'response',
      label: CONSIDERATION_LABEL.response,
      choices: OPINION_RESPONSES.map((value) => ({ value, text: OPINION_RESPONSE_WORD[value] })),
      initial: considered?.response ?? undefined,
    }),
    textField({
      name: 'responseWhen',
      label: CONSIDERATION_LABEL.responseWhen,
      hint: CONSIDERATION_HINT.responseWhen,
      initial: considered?.responseWhen,
      maxLength: MOST_WHEN,
      optional: true,
    }),
    ...(meetings.length === 0
      ? []
      : [
          multiSelectField({
            name: 'meetingIds',
            label: CONSIDERATION_LABEL.meetingIds,
            hint: CONSIDERATION_HINT.meetings,
            choices: meetings.map((meeting) => ({ value: meeting.id, text: meetingWords(meeting) })),
            initial: considered?.meetingIds ?? [],
            optional: true,
          }),
        ]),
    checkboxField({
      name: 'published',
      label: CONSIDERATION_LABEL.published,
      hint: CONSIDERATION_HINT.published,
      choices: [{ value: 'published', text: PUBLISHED_WORD }],
      initial: considered?.published == null ? [] : ['published'],
      optional: true,
    }),
  ];
};

/** 市の調査・検討を記録, or 編集 of what is kept. It carries the answers that it shows, so that one hears of what came since. */
export const considerationForm = (opened: OpenedConsideration): ModalView => {
  const { opinion, year, considered, answers } = opened;
  const isNew = considered?.saved == null;
  const { text, hint, isWhole } = beginning(opened);
  const blocks = [...about(opened), ...fields(opened, text, hint)];
  return form(
    isNew ? CONSIDERATION_FORM.record : CONSIDERATION_FORM.edit,
    'consideration.save',
    isNew ? '記録する' : SAVE_CHANGES,
    [...blocks, ...(isWhole ? [] : answersNow(answers, blocks))],
    {
      opinionId: opinion.id,
      year,
      revision: revisionOf(considered),
      seen: marksOf(answers),
    },
  );
};

/** After it was kept, with what came meanwhile. */
export const considerationSaved = (
  { opinion, isPublished, wasPublished, cameSince }: SavedConsideration,
  year: number,
): ModalView =>
  form(DONE_TITLE.saved, 'consideration.saved', null, [
    paragraph(
      [
        considerationText.saved(questionName({ opinion, fiscalYear: year })),
        ...(isPublished && !wasPublished ? [considerationText.published] : []),
        ...(!isPublished && wasPublished ? [considerationText.takenBack] : []),
      ].join('\n'),
    ),
    ...(cameSince.length === 0 ? [] : [note(considerationText.cameSince(cameSince.map(placeName)))]),
    ...buttons('again', [button('consideration.open', considerationText.again, joinParts(opinion.id, year))]),
  ]);
