import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { mayManageOpinions, type OpinionOnDesk, visibleTo } from '../../domain/opinion/desk.ts';
import { type Sought, soughtAmong, soughtIn, type Wanted } from '../../domain/person/sought.ts';
import { readOpinionsOfYear } from '../../queries/opinion.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** 評価・意見 of a year as its reader may see them: all, or those that are called as was looked for. */
export type OpinionList = {
  readonly year: FiscalYear;
  readonly today: LocalDate;
  readonly sought: Sought;
  /** Its own in order of number, then 前年度からの継続. */
  readonly listed: readonly OpinionOnDesk[];
  readonly mayManage: boolean;
};

/** What an opinion may be looked for by: its 項目 and its 関係課. */
const namesOf = ({ opinion, places }: OpinionOnDesk): readonly string[] => [
  opinion.item,
  ...places.flatMap(({ departmentName, sectionName }) => [departmentName, sectionName]),
];

/** Of a year all to the secretariat, and to everybody else what is 公表済: nothing tells them that there is more. */
export const listOpinions = async (
  { clock, db }: ServiceDeps,
  { of: year, words }: Wanted<FiscalYear>,
  actor: Actor,
): Promise<OpinionList> => {
  const today = todayInTokyo(clock.now());
  const desk = await readOpinionsOfYear(db.record(actor.workspaceId), year, today);
  const visible = visibleTo(actor, desk);
  const isSought = soughtIn(words);
  const listed = visible.filter((one) => isSought(...namesOf(one)));
  return {
    year,
    today,
    sought: soughtAmong(words, listed.length, [...new Set(visible.flatMap(namesOf))]),
    listed,
    mayManage: mayManageOpinions(actor),
  };
};
