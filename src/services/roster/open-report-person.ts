import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { placeOf } from '../../domain/department.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { firstDayToReport, yearToReport } from '../../domain/roster/report.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the form 別の人を選ぶ says of its place, and the first day it offers. */
export type ReportPersonForm = {
  readonly departmentName: string;
  readonly sectionName: string;
  readonly startsOn: LocalDate;
};

/** Opens 別の人を選ぶ for a section, to who may report its department. */
export const openReportPerson = async (
  { clock, db }: ServiceDeps,
  { sectionId, year }: { readonly sectionId: string; readonly year: number },
  actor: Actor,
): Promise<Result<ReportPersonForm, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-report-person', at, subject: subjectOf('section', sectionId) } as const;
  return db.look<ReportPersonForm, Refusal>(act, async (record) => {
    const place = placeOf(await record.departments.all(), sectionId);
    if (!may(actor, 'report-roster', { departmentId: place?.department.id }))
      return refuse({ kind: 'not-allowed', who: 'chief' });
    if (place === undefined) return refuse({ kind: 'gone' });
    if (year !== yearToReport(today)) return refuse({ kind: 'changed-meanwhile' });
    const { department, section } = place;
    const startsOn = firstDayToReport(year, today);
    return succeed({ departmentName: department.name, sectionName: section.name, startsOn });
  });
};
