import type { ModalView } from '@slack/types';
import type { Failure } from '../domain/delivery/failure-id.ts';
import { shorten } from '../domain/letters.ts';
import { NoDataFinding } from '../domain/no-data.ts';
import type { SlackMessage } from '../slack/message.ts';
import { DONE_TITLE } from '../texts/form-word.ts';
import { problemText } from '../texts/problem.ts';
import { NO_DATA_TEXT } from '../texts/unkept.ts';
import { form, header, paragraph } from './blocks.ts';
import { escaped } from './mrkdwn.ts';
import { type Problem, problemSentence } from './problem.ts';

/** A sentence at each field of a form; the empty name stands for the form as a whole. */
export type FieldSentences = Readonly<Record<string, string>>;

/** The sentence at the field it belongs to. */
export const fieldSentences = (problem: Problem): FieldSentences => ({
  ['field' in problem ? problem.field : '']: problemSentence(problem),
});

/** The part of a schema's finding that a sentence needs. */
type Finding = {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly maximum?: unknown;
  /** What is too big: a text, a number, or a list of people. */
  readonly origin?: unknown;
  readonly params?: unknown;
};

/** By name, the fields of a form where nothing is typed: one chooses there, or a day. */
export type ChoiceFields = Readonly<Record<string, 'choice' | 'day'>>;

const tooBig = (origin: unknown, most: number): string => {
  if (origin === 'array') return problemText.tooMany(most);
  return origin === 'number' ? problemText.tooBig(most) : problemText.tooLong(most);
};

const findingSentence = (
  finding: Finding,
  filled: boolean,
  choice: ChoiceFields[string] | undefined,
): string => {
  const { code, path, maximum, origin } = finding;
  const [name] = path;
  const noData = NoDataFinding.safeParse(finding).data;
  if (noData !== undefined) return NO_DATA_TEXT[noData.params.noData];
  if (code === 'too_big' && typeof maximum === 'number') return tooBig(origin, maximum);
  if (filled && name === 'email') return problemText.emailUnreadable;
  if (filled && name === 'link') return problemText.notALink;
  if (filled) return choice === 'day' ? problemText.chooseDay : problemText.unreadable;
  return choice === undefined ? problemText.required : problemText.chooseOne;
};

/** Spaces alone fill nothing in. */
const isFilled = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'string' && value.trim() === '');

/** What a form's schema found, a sentence at each field. `values` tells what was left empty, `choices` what kind of field it is. */
export const schemaSentences = (
  error: { readonly issues: readonly Finding[] },
  values: Readonly<Record<string, unknown>>,
  choices: ChoiceFields,
): FieldSentences =>
  Object.fromEntries(
    error.issues.map((finding) => {
      const name = String(finding.path[0] ?? '');
      return [name, findingSentence(finding, isFilled(values[name]), choices[name])];
    }),
  );

/** One sentence as a message. */
export const sentenceMessage = (sentence: string): SlackMessage => ({
  text: escaped(sentence),
  blocks: [paragraph(sentence)],
});

/** What was done, in two or three words and in a sentence; in a dialog the words are its title. */
export const doneMessage = (title: keyof typeof DONE_TITLE, sentence: string): SlackMessage => ({
  text: escaped(sentence),
  blocks: [header(DONE_TITLE[title]), paragraph(sentence)],
});

/** A problem as an answer only the person sees. */
export const problemMessage = (problem: Problem): SlackMessage => sentenceMessage(problemSentence(problem));

/** To one who does not belong to the city's staff. */
export const outsiderMessage = (): SlackMessage => sentenceMessage(problemText.onlyStaff);

const MOST_TITLE = 24;

const formOf = (blocks: SlackMessage['blocks']): ModalView => {
  const [first, ...rest] = blocks;
  if (first?.type !== 'header') return form(problemText.notDoneTitle, 'notice', null, blocks);
  const heading = first.text.text;
  const isTitle = heading.length <= MOST_TITLE && rest.length > 0;
  return form(shorten(heading, MOST_TITLE), 'notice', null, isTitle ? rest : blocks);
};

/**
 * An answer in a form of its own, for where there is no channel to answer in. Its heading becomes the title, and stays where it is too
 * long for one; what has no heading says why something was not done. What can be drawn anew has the name by which it is.
 */
export const sentenceForm = ({ blocks, shown }: SlackMessage): ModalView => {
  const view = formOf(blocks);
  return shown === undefined ? view : { ...view, callback_id: shown.by, private_metadata: shown.of };
};

/** The end of a form that lies on another: closing it closes them all, for there is nothing left to send. */
export const endForm = (message: SlackMessage): ModalView => ({
  ...sentenceForm(message),
  clear_on_close: true,
});

/** Something broke while a form was submitted. */
export const failureSentence = ({ id, isForLackOfRoom }: Failure): string =>
  isForLackOfRoom ? problemText.noRoom(id) : problemText.failed(id);

/** Something broke while a command or button was handled. */
export const failureMessage = ({ id, isForLackOfRoom, isTooLate }: Failure): SlackMessage => {
  if (isTooLate === true) return sentenceMessage(problemText.tooLate);
  return sentenceMessage(isForLackOfRoom ? problemText.noRoomAnswer(id) : problemText.failedAnswer(id));
};

/** Refusals that send to the secretariat: while there is none, only that is worth saying. */
const SENDS_TO_SECRETARIAT: readonly string[] = [
  problemText.onlySecretariat,
  problemText.onlyRecorder,
  problemText.onlyPromoter,
];

/** An answer while no secretariat is set: without one nobody can record anything. */
export const withoutSecretariat = ({ text, blocks, ...rest }: SlackMessage): SlackMessage => ({
  ...rest,
  text: sentenceWithoutSecretariat(text),
  blocks: [paragraph(problemText.noSecretariat), ...(SENDS_TO_SECRETARIAT.includes(text) ? [] : blocks)],
});

/** The same for the sentence of a form. */
export const sentenceWithoutSecretariat = (sentence: string): string => {
  const rest = SENDS_TO_SECRETARIAT.includes(sentence) ? [] : [sentence];
  return [problemText.noSecretariat, ...rest].join('\n');
};
