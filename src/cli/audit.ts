import type { Config } from '../config.ts';
import { readDay } from '../domain/calendar/japanese-era.ts';
import { instantInTokyo } from '../domain/calendar/local-date.ts';
import { findActors } from '../services/find-actors.ts';
import { type AuditEntry, listAuditLines } from '../services/list-audit-lines.ts';
import { auditText, auditWord, subjectWord, VIA_WORD } from '../texts/audit.ts';
import { factsText } from '../views/audit-facts.ts';
import { problemSentence } from '../views/problem.ts';
import { readMoment } from './job.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { type OpenedRecord, withRecord } from './record.ts';

export type AuditOptions = {
  readonly since?: string;
  readonly actor?: string;
  readonly json?: boolean;
  readonly workspace?: string;
};

/** More lines than any city has. */
const EVERY = { limit: 10_000_000, skip: 0 } as const;

/** A day in any spelling, from its first moment in Japan, or an ISO time. */
export const sinceOf = (typed: string): Date => {
  const day = readDay(typed);
  const since = day.ok ? instantInTokyo(day.value, '00:00') : readMoment(typed);
  if (since === undefined) throw new CommandEnd(EXIT.usage, auditText.sinceUnreadable(typed));
  return since;
};

const WHEN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What was typed somewhere must neither break the line nor move the terminal's cursor. */
const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

/** Columns with a tab between: when, who, through what, what, on what, why, before and after. */
const lineOf = (entry: AuditEntry): string => {
  const { at, actor, actorName, via, action, subject, subjectName, reason } = entry;
  return [
    WHEN.format(at),
    actorName === '' ? actor : `${actorName}(${actor})`,
    VIA_WORD[via] ?? via,
    auditWord(action) ?? action,
    auditText.subject(subjectWord(subject), subjectName),
    reason === '' ? '' : auditText.reason(reason),
    factsText(entry),
  ]
    .map(inOneLine)
    .join('\t')
    .trimEnd();
};

const actorsOf = async (record: OpenedRecord, typed: string): Promise<readonly string[]> => {
  const found = await findActors(record, typed, record.actor);
  if (found.ok) return found.value;
  const { error } = found;
  throw new CommandEnd(
    EXIT.refused,
    error.kind === 'unknown-person' ? auditText.unknownPerson(typed) : problemSentence(error),
  );
};

/** `audit [--since] [--actor] [--json]`: one line per audit line, oldest first. */
export const audit = async (config: Config, options: AuditOptions): Promise<void> => {
  const since = options.since === undefined ? {} : { since: sinceOf(options.since) };
  await withRecord(config, options.workspace, async (record) => {
    const who = options.actor === undefined ? {} : { actors: await actorsOf(record, options.actor) };
    const listed = await listAuditLines(record, { ...since, ...who }, EVERY, record.actor);
    if (!listed.ok) throw new CommandEnd(EXIT.refused, problemSentence(listed.error));
    for (const entry of listed.value.entries.toReversed())
      say(options.json === true ? JSON.stringify(entry) : lineOf(entry));
  });
};
