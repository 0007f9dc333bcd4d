import { firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import type { ChapterItem } from '../../domain/chapter5/items.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import { EXAMPLE_DUTIES } from '../../domain/promoter/duties.ts';
import { lagBetween } from '../../domain/training/lag.ts';
import { participantsOf, recordedOf } from '../../domain/training/training.ts';
import type { BodyChapter, Chapter5Facts, ChapterSession } from '../../services/read-chapter5.ts';
import { offeredText } from '../../texts/chapter-text.ts';
import { chapterText } from '../../texts/chapter5.ts';
import { lagText } from '../training/lag.ts';

/** What the record counts of a year, and of the one before where that has records. */
export type FactsOfYears = { readonly facts: Chapter5Facts; readonly before: Chapter5Facts };

type BodyCount = { readonly name: string; readonly count: number; readonly inWriting: number };

const nameOf = ({ body }: BodyChapter): string => (body.shortName === '' ? body.name : body.shortName);

/** The bodies of 会議の実施状況 that meet, with how many of their meetings are printed. */
const countsOf = ({ bodies }: Chapter5Facts): readonly BodyCount[] =>
  bodies
    .filter(({ body }) => body.section === 'meetings' && body.kind === 'meeting')
    .map((chapter) => {
      const held = chapter.meetings.filter(({ no }) => no !== null);
      const inWriting = held.filter(({ meeting }) => meeting.way === 'written').length;
      return { name: nameOf(chapter), count: held.length, inWriting };
    });

/** Sentences of one paragraph. */
const paragraph = (...sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [sentences.join('')];

const meetingSentences = ({ facts, before }: FactsOfYears): readonly string[] => {
  const held = countsOf(facts).filter(({ count }) => count > 0);
  if (held.length === 0) return [];
  const earlier = countsOf(before).filter(({ count }) => count > 0);
  const inWriting = held.reduce((sum, body) => sum + body.inWriting, 0);
  return paragraph(
    offeredText.meetings(held.map(({ name, count }) => offeredText.meetingsOf(name, count))),
    ...(inWriting === 0 ? [] : [offeredText.inWriting(inWriting)]),
    ...(earlier.length === 0
      ? []
      : [offeredText.meetingsBefore(earlier.map(({ name, count }) => offeredText.countBefore(name, count)))]),
  );
};

const appointedSentences = ({ facts, before }: FactsOfYears): readonly string[] => {
  const [now, earlier] = [facts.appointed.onFirstDay, before.appointed.onFirstDay];
  if (now === 0) return [];
  return paragraph(
    offeredText.appointed(now),
    ...(earlier === 0 ? [] : [offeredText.appointedBefore(earlier)]),
  );
};

const heldSessions = ({ programmes }: Chapter5Facts): readonly ChapterSession[] =>
  programmes.flatMap(({ sessions }) => sessions.filter(({ standing }) => standing === 'settled'));

/** How many took part in all; null while that is not known of every one of them. */
const peopleOf = (sessions: readonly ChapterSession[]): number | null => {
  const counts = sessions.map(({ session, attendances }) => participantsOf(session, recordedOf(attendances)));
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
};

const trainingSentences = ({ facts, before }: FactsOfYears): readonly string[] => {
  const [now, earlier] = [heldSessions(facts), heldSessions(before)];
  if (now.length === 0) return [];
  return paragraph(
    offeredText.trainings(now.length, peopleOf(now)),
    ...(earlier.length === 0 ? [] : [offeredText.trainingsBefore(earlier.length, peopleOf(earlier))]),
  );
};

/** The first promoters' training of a year, by the name of its programme, and how long after 1 April it was. */
const firstForPromoters = ({ programmes, year }: Chapter5Facts) =>
  programmes
    .filter(({ programme }) => programme?.forPromoters === true)
    .flatMap(({ name, sessions }) => {
      const first = sessions.find(({ standing }) => standing === 'settled')?.session;
      if (first === undefined) return [];
      const lag = lagText(lagBetween(firstDayOf(year), first.date));
      return [{ name, printed: printRecordDate(first.date), lag }];
    })[0];

/** 研修の時期. */
const timingSentences = ({ facts, before }: FactsOfYears): readonly string[] => {
  const first = firstForPromoters(facts);
  if (first === undefined) {
    const programme = facts.programmes.find((one) => one.programme?.forPromoters === true && one.notHeld);
    return programme === undefined ? [] : [offeredText.notHeld(programme.name)];
  }
  const earlier = firstForPromoters(before);
  return paragraph(
    offeredText.heldOn(first.name, first.printed, first.lag),
    ...(earlier === undefined ? [] : [offeredText.heldBefore(earlier.printed, earlier.lag)]),
  );
};

/** The 8 duties, from which 取組み starts. */
const dutySentences = (): readonly string[] =>
  EXAMPLE_DUTIES.map((duty, index) => chapterText.duty(index + 1, duty));

const OFFERS: { readonly [Item in ChapterItem]?: readonly ((years: FactsOfYears) => readonly string[])[] } = {
  headquartersTopics: [meetingSentences, appointedSentences],
  promoterWork: [dutySentences],
  developmentTopics: [trainingSentences, timingSentences],
  review: [meetingSentences, appointedSentences, trainingSentences, timingSentences],
};

/** Whether sentences are made for it of what the record counts. */
export const isOffered = (item: ChapterItem): boolean => OFFERS[item] !== undefined;

/** A paragraph for each thing that the record counts, to begin a text with; none of what is not recorded. */
export const offeredSentences = (item: ChapterItem, years: FactsOfYears): readonly string[] =>
  (OFFERS[item] ?? []).flatMap((offer) => offer(years));
