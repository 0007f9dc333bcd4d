import { z } from 'zod';
import { writtenSection } from '../../documents/chapter5/written.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FiscalYear, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { CHAPTER_ITEMS } from '../../domain/chapter5/items.ts';
import {
  CHAPTER_TEXT_FIELDS,
  ChapterTextDraft,
  inTextParts,
  partsInFields,
  textOf,
} from '../../domain/chapter5/text.ts';
import { yearWrittenOn } from '../../domain/chapter5/wanted.ts';
import { splitParts, YearPart } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { readChapter5 } from '../../services/read-chapter5.ts';
import {
  type ChapterTextKey,
  type OpenedChapterText,
  openChapterText,
} from '../../services/report/open-text.ts';
import { saveChapterText } from '../../services/report/save-text.ts';
import { CHAPTER_TEXT_BUTTON, CHAPTER_TEXT_HELP, offeredText } from '../../texts/chapter-text.ts';
import { isOffered, offeredSentences } from '../../views/report/offered.ts';
import {
  beginningOf,
  type ChapterTextCarried,
  carriedWith,
  chapterTextForm,
  openedChapterText,
} from '../../views/report/text-form.ts';
import { chapterTextSaved, chapterTextSaving, type PrintedText } from '../../views/report/text-shown.ts';
import { filled } from '../answer.ts';
import { type FormValues, readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, ChoiceRequest, CommandRequest, Feature, HandlerDeps } from '../types.ts';
import { chapterOf } from './chapter.ts';

const Item = z.enum(CHAPTER_ITEMS);
const keyFrom = (value: string): ChapterTextKey => {
  const [year, item] = z.tuple([YearPart, Item]).parse(splitParts(value));
  return { year, item };
};

const Carried: z.ZodType<ChapterTextCarried> = z.object({
  year: z.number().int(),
  item: Item,
  revision: z.number().int(),
  fields: z.number().int().min(1).max(CHAPTER_TEXT_FIELDS.length),
  joins: z.array(z.number().int().min(0)).max(CHAPTER_TEXT_FIELDS.length),
  filled: z.number().int(),
  turned: z.number().int(),
});

/** Sentences offered for a text, of what the record counts of its year and the one before. */
const offeredFor = async (
  deps: HandlerDeps,
  { year, item, contact }: OpenedChapterText,
  { workspaceId }: Actor,
): Promise<readonly string[]> => {
  if (item === 'contact') return contact === '' ? [] : [offeredText.contact(contact)];
  if (!isOffered(item)) return [];
  const [facts, before] = await Promise.all([
    readChapter5(deps, workspaceId, year),
    readChapter5(deps, workspaceId, year - 1),
  ]);
  return offeredSentences(item, { facts, before });
};

/** Opens the form with one of the texts. */
const openWith = async (
  deps: HandlerDeps,
  key: ChapterTextKey,
  { actor, refuse }: Pick<Asked, 'actor' | 'refuse'>,
  open: Asked['openForm'],
): Promise<void> => {
  const opened = await openChapterText(deps, key, actor);
  await (opened.ok
    ? open(openedChapterText(opened.value, await offeredFor(deps, opened.value, actor)))
    : refuse(opened.error));
};

/** The year whose chapter is written now. */
const yearWritten = ({ clock }: Pick<HandlerDeps, 'clock'>): FiscalYear =>
  yearWrittenOn(todayInTokyo(clock.now()));

/** 第5章の文章, of the year whose chapter is written now. */
const openText =
  (deps: HandlerDeps) =>
  (asked: Asked): Promise<void> =>
    openWith(deps, { year: yearWritten(deps), item: 'preface' }, asked, asked.openForm);

/** 文章 [年度]. */
const typeText =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> => {
    const typed = request.words.join('');
    const year = typed === '' ? yearWritten(deps) : readFiscalYear(typed, todayInTokyo(deps.clock.now()));
    await (year === undefined
      ? request.refuse({ field: 'fiscalYear', kind: 'year-unreadable' })
      : openWith(deps, { year, item: 'preface' }, request, request.openForm));
  };

/** 編集 of a text that is shown, or the next 項目: in its place. */
const pressEdit =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    openWith(deps, keyFrom(request.value), request, request.replaceForm);

const typedIn = (values: FormValues) => ({
  year: z.string().catch('').parse(values.fiscalYear),
  item: Item.safeParse(values.item).data,
  parts: partsInFields(values),
});

/** Another year or 項目 was chosen: its text comes into the fields, unless what is in them was changed and not saved. */
const choose =
  (deps: HandlerDeps) =>
  async ({ actor, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(Carried, metadata);
    const typed = typedIn(values);
    const wanted = {
      year: readFiscalYear(typed.year, todayInTokyo(deps.clock.now())) ?? carried.year,
      item: typed.item ?? carried.item,
    };
    if (wanted.year === carried.year && wanted.item === carried.item) return;
    const shown = await openChapterText(deps, carried, actor);
    const chosen = await openChapterText(deps, wanted, actor);
    if (!shown.ok || !chosen.ok) return;
    const text = textOf({ parts: typed.parts, joins: carried.joins });
    if (text === textOf({ parts: [beginningOf(shown.value)], joins: [] }))
      return updateForm(
        openedChapterText(chosen.value, await offeredFor(deps, chosen.value, actor), carried),
      );
    const offered = await offeredFor(deps, shown.value, actor);
    await updateForm(
      chapterTextForm(shown.value, { ...carried, turned: carried.turned + 1 }, typed.parts, {
        offered,
        leaving: wanted,
      }),
    );
  };

/** 保存しないで…を開く. */
const leave =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const { filled: times, turned } = readJson(Carried, metadata);
    const opened = await openChapterText(deps, keyFrom(chosen), actor);
    if (!opened.ok) return;
    const offered = await offeredFor(deps, opened.value, actor);
    await updateForm(openedChapterText(opened.value, offered, { filled: times, turned: turned + 1 }));
  };

/** The form as it is, with `change` made to what it carries and holds. */
const changed =
  (
    change: (
      form: {
        readonly carried: ChapterTextCarried;
        readonly parts: readonly string[];
        readonly offered: readonly string[];
      },
      chosen: string,
      opened: OpenedChapterText,
    ) => { readonly carried: ChapterTextCarried; readonly parts: readonly string[] },
  ) =>
  (deps: HandlerDeps) =>
  async ({ actor, chosen, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(Carried, metadata);
    const opened = await openChapterText(deps, carried, actor);
    if (!opened.ok) return;
    const offered = await offeredFor(deps, opened.value, actor);
    const made = change({ carried, parts: partsInFields(values), offered }, chosen, opened.value);
    await updateForm(chapterTextForm(opened.value, made.carried, made.parts, { offered }));
  };

/** 文章の欄を増やす: all that was typed stays. */
const addField = changed(({ carried, parts }, chosen) => ({
  carried: Carried.parse({ ...carried, fields: Number(chosen) }),
  parts,
}));

/** 案を文章に入れる: behind what was typed, of which nothing goes. */
const takeOffered = changed(({ carried, parts, offered }, _, opened) => {
  const typed = textOf({ parts, joins: carried.joins });
  const whole = inTextParts([...(typed === '' ? [] : [typed]), ...offered].join('\n'));
  return {
    carried: { ...carriedWith(opened, whole, carried), revision: carried.revision },
    parts: whole.parts,
  };
});

/** What the report of that year prints of a text now. */
const printedOf = async (
  deps: HandlerDeps,
  { year, item }: ChapterTextKey,
  actor: Actor,
): Promise<PrintedText> => {
  const { over, heading, lines } = writtenSection(await chapterOf(deps, year, actor), item);
  return { headings: over === null ? [heading] : [over, heading], lines };
};

/** 第5章の文章 was submitted. A long text comes after the acknowledgement: in Socket Mode one of 20 KB is dropped without a word. */
const submitText = filled(
  ChapterTextDraft,
  async (deps, { actor, key, draft, metadata, refuse, showThen }) => {
    const saved = await saveChapterText(deps, readJson(Carried, metadata), { key, draft }, actor);
    await (saved.ok
      ? showThen(chapterTextSaving(), async () =>
          chapterTextSaved(saved.value, await printedOf(deps, saved.value, actor)),
        )
      : refuse(saved.error));
  },
);

/** 第5章の文章: what of the annual report is written by hand. */
export const chapterTextFeature: Feature = {
  noun: 'report',
  commands: {
    '/kyodo-report': [
      {
        words: ['文章', 'text'],
        argument: CHAPTER_TEXT_HELP.argument,
        audience: 'secretariat',
        does: CHAPTER_TEXT_HELP.open,
        handle: typeText,
      },
    ],
  },
  buttons: { 'chapter-text.open': openText, 'chapter-text.edit': pressEdit },
  forms: { 'chapter-text.save': submitText },
  choices: {
    chapterTextYear: choose,
    chapterTextItem: choose,
    'chapter-text.more-fields': addField,
    'chapter-text.take': takeOffered,
    'chapter-text.leave': leave,
  },
  openers: [{ actionId: 'chapter-text.open', words: CHAPTER_TEXT_BUTTON.open, may: isSecretariat }],
};
