import { z } from 'zod';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { splitParts } from '../domain/parts.ts';
import { fold } from '../domain/search/fold.ts';
import { SEARCH_KINDS, SearchPlace, type WantedPage } from '../domain/search/found.ts';
import { readSearchWords, type SearchWords } from '../domain/search/words.ts';
import { mentionedIn, readableText } from '../domain/slack/text.ts';
import { listMeetings } from '../services/meeting/list.ts';
import { nameMentioned } from '../services/name-mentioned.ts';
import { listPromoters } from '../services/promoter/list.ts';
import { findBody, search } from '../services/search.ts';
import { listTrainings } from '../services/training/list.ts';
import type { SlackMessage } from '../slack/message.ts';
import { SEARCH_BUTTON, SEARCH_HELP } from '../texts/search.ts';
import { sentenceForm } from '../views/failure.ts';
import { meetingListMessage, meetingShownMessage } from '../views/meeting/list.ts';
import { promoterListMessage } from '../views/promoter/list.ts';
import { searchForm } from '../views/search/form.ts';
import { effortShownMessage, searchMessage } from '../views/search/results.ts';
import { trainingShownMessage } from '../views/training/list.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import type { Asked, ButtonRequest, CommandRequest, Feature, HandlerDeps } from './types.ts';

const messageOf = async (
  deps: HandlerDeps,
  actor: Asked['actor'],
  wanted: SearchWords,
  page?: WantedPage,
): Promise<SlackMessage> => searchMessage(await search(deps, wanted, page, actor));

const readWords = ({ clock }: HandlerDeps, typed: string): SearchWords =>
  readSearchWords(typed, todayInTokyo(clock.now()));

/** The form 検索. */
const openSearch =
  (_deps: HandlerDeps) =>
  ({ openForm }: Asked): Promise<void> =>
    openForm(searchForm());

/** What was typed after a command as it was typed: Slack escapes letters in it, and has ids for the people who are named. */
const readTyped = async (deps: HandlerDeps, { actor, words }: CommandRequest): Promise<string> => {
  const typed = words.join(' ');
  const named = readableText(typed, await nameMentioned(deps, mentionedIn(typed), actor));
  return named.replaceAll(/(^|\s)[@#]/gu, '$1');
};

/** 検索 語 [年度]; without a word the form. */
const answerSearch =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> => {
    const wanted = readWords(deps, await readTyped(deps, request));
    if (wanted.words.length === 0) return openSearch(deps)(request);
    await request.answer(await messageOf(deps, request.actor, wanted));
  };

/** Letters that nobody sees are no word. */
const SearchDraft = z.object({
  searchWords: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((words) => fold(words) !== ''),
});

/** 検索 was submitted: what was found comes in its place. */
const submitSearch = filled(SearchDraft, async (deps, { actor, draft, show }) =>
  show(sentenceForm(await messageOf(deps, actor, readWords(deps, draft.searchWords)))),
);

/** What buttons of a result carry. */
const Carried = z.object({
  words: z.array(z.string().min(1).max(60)).min(1).max(8),
  year: z.number().int().nullable(),
  kind: z.enum(SEARCH_KINDS).optional(),
  after: SearchPlace.extend({ id: z.uuid() }).optional(),
});

/** もっと見る and the like: another page, or other words, in place of what is shown. */
const turn =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace }: ButtonRequest): Promise<void> => {
    const { words, year, kind, after } = readJson(Carried, value);
    const page = kind === undefined || after === undefined ? undefined : { kind, after };
    await replace(await messageOf(deps, actor, { words, year }, page));
  };

/** Something that is found and its year. */
const InYear = z
  .string()
  .transform(splitParts)
  .pipe(z.tuple([z.uuid(), z.coerce.number<string>().int()]));

type ShowOne = (deps: HandlerDeps, request: ButtonRequest) => Promise<SlackMessage | undefined>;

const meetingOf: ShowOne = async (deps, { actor, value }) => {
  const [id, year] = InYear.parse(value);
  return meetingShownMessage(await listMeetings(deps, { of: year, words: '' }, actor), id);
};

const trainingOf: ShowOne = async (deps, { actor, value }) => {
  const [id, year] = InYear.parse(value);
  return trainingShownMessage(await listTrainings(deps, { of: year, words: '' }, actor), id);
};

/** The meetings of a body in a year; of a 取組み, which is in no list of meetings, that it is one. */
const meetingsOfBody: ShowOne = async (deps, { actor, value }) => {
  const [id, year] = InYear.parse(value);
  const list = await listMeetings(deps, { of: year, words: '' }, actor);
  const name = list.bodies.find(({ body }) => body.id === id)?.body.name;
  if (name === undefined) {
    const body = await findBody(deps, id, year, actor);
    return body?.kind === 'effort' ? effortShownMessage(body.name) : undefined;
  }
  return meetingListMessage(await listMeetings(deps, { of: year, words: name }, actor), 1);
};

/** The 協働推進員 of a section today. */
const promotersOf: ShowOne = async (deps, { actor, value }) => {
  const sectionId = z.uuid().parse(value);
  const today = todayInTokyo(deps.clock.now());
  const list = await listPromoters(deps, { of: today, words: '' }, actor);
  const name = list.sections.find(({ section }) => section.id === sectionId)?.section.name;
  if (name === undefined) return undefined;
  return promoterListMessage(await listPromoters(deps, { of: today, words: name }, actor), 1);
};

/** 開く: in a view of its own. */
const openOne =
  (showOne: ShowOne) =>
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const message = await showOne(deps, request);
    await (message === undefined
      ? request.refuse({ kind: 'gone' })
      : request.openForm(sentenceForm(message)));
  };

/** The same as it is now, in its place. */
const redrawOne =
  (showOne: ShowOne) =>
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const message = await showOne(deps, request);
    await (message === undefined ? request.refuse({ kind: 'gone' }) : request.replace(message));
  };

/** 検索: what the record holds of some words, as far as the one who asks may see it. */
export const searchFeature: Feature = {
  noun: 'general',
  commands: {
    '/kyodo': [
      {
        words: ['検索', 'search'],
        argument: SEARCH_HELP.argument,
        audience: 'all',
        does: SEARCH_HELP.search,
        handle: answerSearch,
      },
    ],
  },
  buttons: {
    'search.open': openSearch,
    'search.more': turn,
    'search.again': turn,
    'search-meeting.open': openOne(meetingOf),
    'search-training.open': openOne(trainingOf),
    'search-body.open': openOne(meetingsOfBody),
    'search-promoter.open': openOne(promotersOf),
  },
  forms: { 'search.run': submitSearch },
  redraws: { search: turn, 'search-meeting': redrawOne(meetingOf), 'search-training': redrawOne(trainingOf) },
  openers: [{ actionId: 'search.open', words: SEARCH_BUTTON.open, may: () => true }],
};
