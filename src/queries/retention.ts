import type { WorkspaceRecord } from '../db/database.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isNothingPast, type RetentionContent, retentionLimit } from '../domain/person/retention.ts';
import type { KnowsSecretariat } from './free-text.ts';

type Sources = Pick<WorkspaceRecord, 'retention' | 'settings'>;

/** What is past 保存期間 on a day, as the record stands, said without names. `keeping` is the secretariat by Slack id. */
export const readPast = async (
  record: Sources,
  day: LocalDate,
  keeping: readonly string[],
): Promise<RetentionContent> => {
  const { retentionYears: years } = await record.settings.read();
  const limit = retentionLimit(day, years);
  const past = limit && (await record.retention.past(limit, keeping));
  const isPast = past !== undefined && !isNothingPast(past);
  return { kind: 'retention', years, limit: isPast ? limit : undefined, people: past?.counts.people ?? 0 };
};

/** The same as the message says it, of today. */
export const readRetention = async (
  record: Sources & KnowsSecretariat,
  _parts: readonly [],
  now: Date,
): Promise<RetentionContent> =>
  readPast(record, todayInTokyo(now), await record.secretariatNow(await record.settings.read()));
