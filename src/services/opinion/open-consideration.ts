import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { SectionPlace } from '../../domain/inquiry/standing.ts';
import { isConsideredIn } from '../../domain/opinion/consideration.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import { answersAbout, type SectionAnswer } from '../../domain/opinion/gathered.ts';
import {
  consideredIn,
  lastConsideredBefore,
  type Opinion,
  type OpinionYear,
} from '../../domain/opinion/opinion.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { type Deliberation, readDeliberations } from '../../queries/deliberations.ts';
import { readPlacesInOrder } from '../../queries/places-in-order.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 市の調査・検討を記録 is made of, for one opinion in a year. */
export type OpenedConsideration = {
  readonly opinion: Opinion;
  readonly year: FiscalYear;
  /** As it is kept of this year. */
  readonly considered: OpinionYear | undefined;
  /** As it was last, before the year: where it is carried. */
  readonly before: OpinionYear | undefined;
  /** What each section that was asked says, in the order of sections. */
  readonly answers: readonly SectionAnswer[];
  /** 関係課 that were not asked. */
  readonly unasked: readonly SectionPlace[];
  readonly meetings: readonly Deliberation[];
};

/** An opinion in a year, as a button or form names it. */
export type OpinionInYear = { readonly opinionId: string; readonly year: FiscalYear };

/** Opens it. */
export const openConsideration = async (
  { clock, db }: ServiceDeps,
  { opinionId, year }: OpinionInYear,
  actor: Actor,
): Promise<Result<OpenedConsideration, Refusal>> => {
  const at = clock.now();
  const act = {
    actor,
    action: 'open-consideration',
    at,
    subject: subjectOf('opinion', opinionId),
  };
  return db.look<OpenedConsideration, Refusal>(act, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const opinion = await record.opinions.find(opinionId);
    if (opinion === undefined || !isConsideredIn(opinion, year)) return refuse({ kind: 'gone' });
    const places = await readPlacesInOrder(record);
    const asked = await record.inquiryQuestions.asked([opinionId], year);
    const answers = answersAbout(opinionId, asked, places);
    const considered = consideredIn(opinion, year);
    return succeed({
      opinion,
      year,
      considered,
      before: opinion.fiscalYear < year ? lastConsideredBefore(opinion, year) : undefined,
      answers,
      unasked: places.filter(
        ({ sectionId }) =>
          opinion.sectionIds.includes(sectionId) && answers.every((one) => one.sectionId !== sectionId),
      ),
      meetings: await readDeliberations(record, year, considered?.meetingIds ?? [], todayInTokyo(at)),
    });
  });
};
