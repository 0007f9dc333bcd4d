import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections } from '../../domain/department.ts';
import { mayManageOpinions } from '../../domain/opinion/desk.ts';
import type { Opinion } from '../../domain/opinion/opinion.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** One to be changed or cancelled: how many there are of its year, and the sections of today and those that it has. */
export type OpenedOpinion = {
  readonly opinion: Opinion;
  readonly ofYear: number;
  /** To how many sections inquiries about it are open. */
  readonly askedSections: number;
  readonly departments: readonly DepartmentWithSections[];
};

/** Opens one for 編集 or 取り消す; for the secretariat. */
export const openOpinion = async (
  { clock, db }: ServiceDeps,
  opinionId: string,
  actor: Actor,
): Promise<Result<OpenedOpinion, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'open-opinion', at, subject: subjectOf('opinion', opinionId) };
  return db.look<OpenedOpinion, Refusal>(act, async (record) => {
    if (!mayManageOpinions(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const { opinions, departments, inquiryQuestions } = record;
    const opinion = await opinions.find(opinionId);
    if (opinion === undefined || opinion.cancelled !== null) return refuse({ kind: 'gone' });
    const [ofYear, all, askedSections] = await Promise.all([
      opinions.ofYear(opinion.fiscalYear),
      departments.all(),
      inquiryQuestions.openAbout(opinionId),
    ]);
    return succeed({
      opinion,
      ofYear: ofYear.length,
      askedSections,
      departments: choosableOn(all, todayInTokyo(at), opinion.sectionIds),
    });
  });
};
