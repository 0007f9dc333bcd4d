import type { Actor } from '../domain/actor.ts';
import {
  currentFiscalYear,
  type FiscalYear,
  printFiscalYear,
  readFiscalYear,
} from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { YearPart } from '../domain/parts.ts';
import type { SlackMessage } from '../slack/message.ts';
import { readPageOf } from './paging.ts';
import type { Asked, ButtonRequest, CommandRequest, Handler, HandlerDeps } from './types.ts';

/** The present fiscal year as forms offer it, e.g. 令和5年度. */
export const printThisYear = ({ clock }: Pick<HandlerDeps, 'clock'>): string =>
  printFiscalYear(currentFiscalYear(todayInTokyo(clock.now())));

/** A page, counted from 1, of the list of a fiscal year. */
type YearPage = (deps: HandlerDeps, year: FiscalYear, page: number, actor: Actor) => Promise<SlackMessage>;

/** The ways to the list of a fiscal year. */
type YearList = {
  /** 一覧 [年度]: of the year that was typed, of the present one when nothing was. */
  readonly typed: Handler<CommandRequest>;
  /** A button that opens the list of the present year. */
  readonly open: Handler<Asked>;
  /** Another page, or the first of another year, in place of the one shown. */
  readonly turn: Handler<ButtonRequest>;
};

/** The list that `pageOf` writes, by command, by button, and page after page. */
export const yearList = (pageOf: YearPage): YearList => {
  const answerList =
    (deps: HandlerDeps) =>
    async ({ actor, answer, refuse }: Asked, typed: string): Promise<void> => {
      const today = todayInTokyo(deps.clock.now());
      const year = typed === '' ? currentFiscalYear(today) : readFiscalYear(typed, today);
      await (year === undefined
        ? refuse({ field: 'fiscalYear', kind: 'year-unreadable' })
        : answer(await pageOf(deps, year, 1, actor)));
    };
  return {
    typed: (deps) => (request) => answerList(deps)(request, request.words.join('')),
    open: (deps) => (request) => answerList(deps)(request, ''),
    turn:
      (deps) =>
      async ({ actor, value, replace }) => {
        const { of: year, page } = readPageOf(YearPart, value);
        await replace(await pageOf(deps, year, page, actor));
      },
  };
};
