import { randomUUID } from 'node:crypto';
import type { WorkspaceRecord } from '../db/database.ts';
import type { Actor } from '../domain/actor.ts';
import { type BodyDraft, type BodyFacts, type BodyProblem, MOST_BODIES } from '../domain/body.ts';
import { type FiscalYear, readFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { isSecretariat } from '../domain/permission.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Channels } from '../slack/channels.ts';
import type { FormInput, ServiceDeps } from './service-deps.ts';

/** The body's number in the order (建制順) where none was typed: behind all others. */
const lastPosition = (positions: readonly number[]): number => Math.max(0, ...positions) + 10;

const problemOf = async (
  record: WorkspaceRecord,
  bodyId: string | null,
  year: FiscalYear,
  draft: BodyDraft,
): Promise<BodyProblem | undefined> => {
  const others = (await record.bodies.nameable(year)).filter(({ id }) => id !== bodyId);
  if (others.some(({ name }) => name === draft.name))
    return { field: 'name', kind: 'name-taken', name: draft.name };
  if (others.length >= MOST_BODIES) return { field: 'name', kind: 'too-many-bodies' };
  if (bodyId === null || draft.kind === 'meeting') return undefined;
  const [meeting] = await record.meetings.standing(bodyId, year);
  return meeting === undefined ? undefined : { field: 'kind', kind: 'has-meetings', fiscalYear: year };
};

/**
 * Registers a 会議体 (`bodyId` null) or changes one from the given fiscal year on; earlier years keep their facts.
 * Registering in the year in which an example was set makes it the workspace's own.
 */
export const registerBody = async (
  { clock, db, channels }: ServiceDeps & { readonly channels: Channels },
  bodyId: string | null,
  { key, draft }: FormInput<BodyDraft>,
  actor: Actor,
): Promise<Result<{ readonly fiscalYear: FiscalYear }, BodyProblem | Refusal>> => {
  const at = clock.now();
  const year = readFiscalYear(draft.fiscalYear, todayInTokyo(at));
  const channel = draft.notifyChannel ?? null;
  const channelUsable = channel === null || (await channels.mayPostTo(channel));
  type Registered = { readonly fiscalYear: FiscalYear };
  return db.act<Registered, BodyProblem | Refusal>({ actor, action: 'register-body', at }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
    if (!channelUsable) return refuse({ field: 'notifyChannel', kind: 'bot-not-in-channel' });
    if (bodyId !== null && !(await record.bodies.lock(bodyId))) return refuse({ kind: 'gone' });
    const seen = await record.submissions.seen({ key, content: draft });
    if (seen !== 'never')
      return seen === 'same' ? succeed({ fiscalYear: year }) : refuse({ kind: 'already-recorded' });
    const problem = await problemOf(record, bodyId, year, draft);
    if (problem !== undefined) return refuse(problem);

    const bodies = await record.bodies.nameable(year);
    const before = bodies.find(({ id }) => id === bodyId);
    const { fiscalYear: _, position, notifyChannel: __, ...texts } = draft;
    const facts: BodyFacts = {
      ...texts,
      notifyChannel: channel,
      position: position ?? before?.position ?? lastPosition(bodies.map((body) => body.position)),
    };
    const id = bodyId ?? randomUUID();
    if (bodyId === null) await record.bodies.create(id, at);
    await record.bodies.putYear(id, year, facts, false);
    await record.submissions.remember({ key, content: draft }, at);
    await record.audit({ subject: `body:${id}:${year}`, before, after: facts });
    return succeed({ fiscalYear: year });
  });
};
