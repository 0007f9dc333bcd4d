import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';
import type { ReportFile } from './begin.ts';

/** What a report said, in the form in which documents are kept. */
type Content = Parameters<ReturnType<ServiceDeps['db']['record']>['reports']['keep']>[1];

/** Keeps what was given out: the content, in what format, when and to whom. */
export const keepReport = async (
  { clock, db }: ServiceDeps,
  { year, format }: Pick<ReportFile, 'year' | 'format'>,
  content: Content,
  actor: Actor,
): Promise<void> => {
  const at = clock.now();
  const subject = subjectOf('report', year);
  await db.act({ actor, action: 'give-out-report', at, subject }, async (record) => {
    const delivery = { format, givenTo: actor.id, givenAt: at };
    await record.reports.keep(year, content, delivery, { report: randomUUID(), delivery: randomUUID() });
    await record.audit({ subject, after: { format } });
    return succeed(null);
  });
};
