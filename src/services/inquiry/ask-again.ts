import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type AskAgainDraft, type AskedAgain, askingAgain } from '../../domain/delivery/ask-again.ts';
import { dueOnOf } from '../../domain/inquiry/inquiry.ts';
import { responsibleFor, responsiblesOn } from '../../domain/inquiry/responsible.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import { type ClosedProblem, closedProblem } from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { may } from '../../domain/permission.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readRosterToAsk } from '../../queries/inquiry/roster-to-ask.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * もう一度お願いする: who still owes an answer is told of it once more, with the next morning message or at once, also after the last
 * reminder. Who is away is told when they are back.
 */
export const askAgain = async (
  deps: ServiceDeps & SecretariatDeps,
  inquiryId: string,
  { key, draft }: FormInput<AskAgainDraft>,
  actor: Actor,
): Promise<Result<AskedAgain, ClosedProblem | Refusal>> => {
  const { clock, db } = deps;
  const at = clock.now();
  const settings = await db.record(actor.workspaceId).settings.read();
  const secretariat = await secretariatOf(deps, settings);
  const subject = subjectOf('inquiry', inquiryId);
  const act = { actor, action: 'ask-again', at, subject };
  return db.submit<AskedAgain, ClosedProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!may(actor, 'manage-inquiry')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const inquiry = await record.inquiries.findToChange(inquiryId);
    if (inquiry === undefined) return refuse({ kind: 'gone' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);

    const isNow = draft.sending === 'now';
    const day = isNow ? todayInTokyo(at) : nextMorningOf(at, settings);
    const roster = await readRosterToAsk(record, day, secretariat);
    const { serving, departments, appointments, people, away } = roster;
    const responsibles = responsiblesOn(serving, departments, appointments, people, secretariat);
    const targets = await record.inquiryTargets.ofInquiry(inquiryId);
    const owed = targets
      .filter(({ answer }) => answer === null)
      .flatMap((target) =>
        responsibleFor(target, responsibles).receivers.map((slackId) => ({
          inquiryId,
          sectionId: target.sectionId,
          role: target.role,
          slackId,
          line: { kind: 'inquiry', ref: targetRef(target), dueOn: dueOnOf(inquiry, target) } as const,
        })),
      );
    const awayIds = whoIsAwayOn(away, day);
    const absent = new Set(
      people.flatMap(({ id, slackId }) => (awayIds.has(id) && slackId !== null ? [slackId] : [])),
    );
    const about = { kind: 'inquiry-asked', subject, at } as const;
    const { now, later, deliveries } = askingAgain(owed, draft, absent, about);
    await record.deliveries.planAll(deliveries, at);
    await record.inquiryTargets.tell(now, day);
    await record.postponedLines.put(
      later.map(({ slackId, line: { ref } }) => ({ slackId, ref, until: day })),
    );
    await record.deliveries.refreshLines([...new Set(later.map(({ line: { ref } }) => ref))]);
    const count = new Set(owed.map(({ slackId }) => slackId)).size;
    await record.audit({ subject, after: { sending: draft.sending, day, people: count } });
    return succeed({ people: count, morning: isNow ? null : day });
  });
};
