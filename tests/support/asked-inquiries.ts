import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import { fiscalYearOf } from '../../src/domain/calendar/fiscal-year.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { askedBy } from '../../src/domain/inquiry/audience.ts';
import type { InquiryFacts } from '../../src/domain/inquiry/inquiry.ts';
import { daysOfServing, servingDay } from '../../src/domain/promoter/serving.ts';
import { succeed } from '../../src/domain/result.ts';

/** What is asked unless a test asks otherwise: due Thu 2026-12-10. */
const PLAIN: InquiryFacts = {
  title: '協働事業についての調査',
  documentNumber: '豊コ第120号',
  requester: '大阪府',
  content: '令和8年度の協働事業について、該当の有無をお知らせください。',
  link: '',
  duty: 'prefectureSurvey',
  dueOn: localDate('2026-12-10'),
  collectBy: null,
  audience: 'promoters',
  departmentIds: [],
  chosen: [],
  answerForm: 'applicability',
};

/** Puts an inquiry into the record as it is once it was sent, past every form, asked on the day of `at`; gives its id. */
export const putInquiry = async (
  db: Database,
  workspaceId: string,
  at: Date,
  facts: Partial<InquiryFacts> & {
    readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  } = {},
): Promise<string> => {
  const id = randomUUID();
  const { file, ...rest } = facts;
  const whole = { ...PLAIN, ...rest };
  const day = localDate(new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10));
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'put-inquiry', at };
  await db.act(act, async (record) => {
    const fileId = file === undefined ? null : randomUUID();
    if (file !== undefined && fileId !== null)
      await record.storedFiles.keep(fileId, file, { by: 'cli:test', at });
    await record.inquiries.create(id, whole, { fiscalYear: fiscalYearOf(day), fileId, by: 'cli:test', at });
    const departments = await record.departments.all();
    const serving = servingDay(day, await record.settings.read());
    const { first, last } = daysOfServing(serving);
    const appointments = await record.appointments.between(first, last);
    const asked = askedBy(whole, { serving, departments, appointments });
    if (!asked.ok) throw new Error(`strangers: ${asked.error.strangers}`);
    await record.inquiryTargets.add(id, asked.value);
    await record.inquiries.putCourse(id, { state: 'open', sentAt: at, askedOn: day });
    return succeed(null);
  });
  return id;
};
