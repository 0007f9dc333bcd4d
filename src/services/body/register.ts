import { randomUUID } from 'node:crypto';
import type { WorkspaceRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type Body,
  type BodyDraft,
  type BodyFacts,
  type BodyProblem,
  MOST_BODIES,
  NEUTRAL_RULES,
  rulesOf,
} from '../../domain/body/body.ts';
import { type FiscalYear, readFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import {
  factsIn,
  nameProblem,
  type OwnAndOthers,
  ownAndOthers,
  positionIn,
  spanOf,
} from '../../domain/yearly.ts';
import type { Channels } from '../../slack/channels.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Looks at every year in which the facts would hold, not only at the one that was typed. */
const problemOf = async (
  record: WorkspaceRecord,
  histories: OwnAndOthers<Body>,
  year: FiscalYear,
  { name, kind }: BodyDraft,
): Promise<BodyProblem | undefined> => {
  const { own, others } = histories;
  const taken = nameProblem(histories, name, year);
  if (taken !== undefined) return taken;
  if (others.length >= MOST_BODIES) return { field: 'name', kind: 'too-many-bodies' };
  if (own === undefined || kind === 'meeting') return undefined;
  const span = spanOf(own.years, year);
  const met = (await record.bodies.yearsWithMeetings(own.id)).find(
    (fiscalYear) => span.first <= fiscalYear && fiscalYear <= span.last,
  );
  return met === undefined ? undefined : { field: 'kind', kind: 'has-meetings', fiscalYear: met };
};

/** The body that a form is to change, and the digest of the history that it was opened with. */
export type BodyToChange = { readonly bodyId: string; readonly digest: string };

/**
 * Registers a 会議体 (`target` null) or changes one from the given fiscal year on; earlier years keep their facts.
 * Registering in the year in which an example was set makes it the workspace's own. Refused when any year of the body
 * was changed since the form was opened.
 */
export const registerBody = async (
  { clock, db, channels }: ServiceDeps & { readonly channels: Channels },
  target: BodyToChange | null,
  { key, draft }: FormInput<BodyDraft>,
  actor: Actor,
): Promise<Result<{ readonly fiscalYear: FiscalYear }, BodyProblem | Refusal>> => {
  const at = clock.now();
  const year = readFiscalYear(draft.fiscalYear, todayInTokyo(at));
  const channel = draft.notifyChannel ?? null;
  const channelUsable = channel === null || (await channels.mayPostTo(channel));
  type Registered = { readonly fiscalYear: FiscalYear };
  return db.submit<Registered, BodyProblem | Refusal>(
    { actor, action: 'register-body', at },
    { key, content: draft },
    async (record) => {
      if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
      if (year === undefined) return refuse({ field: 'fiscalYear', kind: 'year-unreadable' });
      if (!channelUsable) return refuse({ field: 'notifyChannel', kind: 'bot-not-in-channel' });
      await record.bodies.lockAll();
      if (target !== null && !(await record.bodies.lock(target.bodyId)))
        return refuse({ field: 'name', kind: 'unknown-body' });
      const histories = ownAndOthers(await record.bodies.histories(), target?.bodyId);
      const { own } = histories;
      if (own?.digest !== target?.digest)
        return refuse(await record.changedMeanwhile(subjectOf('body', target?.bodyId ?? '')));
      const problem = await problemOf(record, histories, year, draft);
      if (problem !== undefined) return refuse(problem);

      const before = factsIn(own?.years ?? [], year);
      const { fiscalYear: _, position, notifyChannel: __, ...texts } = draft;
      const facts: BodyFacts = {
        ...rulesOf(before ?? NEUTRAL_RULES),
        ...texts,
        notifyChannel: channel,
        position: positionIn(histories, position, year),
      };
      const id = own?.id ?? randomUUID();
      if (own === undefined) await record.bodies.create(id, at);
      await record.bodies.putYear(id, year, facts, false);
      await record.audit({ subject: subjectOf('body', id, year), before, after: facts });
      return succeed({ fiscalYear: year });
    },
  );
};
