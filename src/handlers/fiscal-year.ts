import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import {
  currentFiscalYear,
  type FiscalYear,
  printFiscalYear,
  readFiscalYear,
} from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { YearPart } from '../domain/parts.ts';
import { isLikeDay, readWanted, readWantedPart, type Wanted } from '../domain/person/sought.ts';
import { problemMessage } from '../views/failure.ts';
import { readPageOf } from './paging.ts';
import type { Asked, ButtonRequest, CommandRequest, Handler, HandlerDeps, Looked } from './types.ts';

/** The present fiscal year as forms offer it, e.g. 令和5年度. */
export const printThisYear = ({ clock }: Pick<HandlerDeps, 'clock'>): string =>
  printFiscalYear(currentFiscalYear(todayInTokyo(clock.now())));

/** A page, counted from 1, of the list of a fiscal year, with what was looked for in it. */
type YearPage = (
  deps: HandlerDeps,
  wanted: Wanted<FiscalYear>,
  page: number,
  actor: Actor,
) => Promise<Looked>;

/** The ways to the list of a fiscal year. */
type YearList = {
  /** What is in it of what was typed, 年度 and a name; of the usual year when none was. */
  readonly look: Handler<CommandRequest, Looked>;
  /** 一覧 [年度] [名前]: the same as the answer. */
  readonly typed: Handler<CommandRequest>;
  /** A command or a button that opens the list of the usual year; a button, of the year that is its value. */
  readonly open: Handler<Asked & { readonly value?: string }>;
  /** Another page, or the first of another year, in place of the one shown. */
  readonly turn: Handler<ButtonRequest>;
};

/** The list that `pageOf` writes, by command, by button, and page after page; `usual` is the year of which it is where none is named. */
export const yearList = (
  pageOf: YearPage,
  usual: (today: LocalDate) => FiscalYear = currentFiscalYear,
): YearList => {
  const lookFor =
    (deps: HandlerDeps) =>
    async (words: readonly string[], actor: Actor, year?: FiscalYear): Promise<Looked> => {
      const today = todayInTokyo(deps.clock.now());
      const read = (text: string): FiscalYear | undefined =>
        text === '' ? undefined : readFiscalYear(text, today);
      const wanted = readWanted(words, read, year ?? usual(today));
      const looked = await pageOf(deps, wanted, 1, actor);
      return looked.isFound || !isLikeDay(wanted.words)
        ? looked
        : { ...looked, message: problemMessage({ field: 'fiscalYear', kind: 'year-unreadable' }) };
    };
  return {
    look:
      (deps) =>
      ({ actor, words }) =>
        lookFor(deps)(words, actor),
    typed:
      (deps) =>
      async ({ actor, words, answer }) =>
        answer((await lookFor(deps)(words, actor)).message),
    open:
      (deps) =>
      async ({ actor, answer, value }) =>
        answer((await lookFor(deps)([], actor, YearPart.safeParse(value).data)).message),
    turn:
      (deps) =>
      async ({ actor, value, replace }) => {
        const { of, page } = readPageOf(z.string(), value);
        await replace((await pageOf(deps, readWantedPart(YearPart, of), page, actor)).message);
      },
  };
};
