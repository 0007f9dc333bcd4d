import { randomInt } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { CODE_COUNT, codeOf } from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { fiscalYearOfRecord } from '../../domain/occasion/date.ts';
import { heldAfterEdit } from '../../domain/occasion/held.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { keptSession, keptTraining } from '../../domain/training/history.ts';
import {
  chosenIn,
  programmeProblem,
  type TrainingDraft,
  type TrainingProblem,
  trainingFrom,
} from '../../domain/training/training.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Changes the facts of a 研修. The earlier ones stay in the audit log with the reason, and messages already posted are
 * updated. A reception code stays the same while 受付 stays ticked. Moved to a day to come, it is 予定 again and will be
 * asked about again.
 */
export const editTraining = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  target: { readonly sessionId: string; readonly revision: number },
  { key, draft }: FormInput<TrainingDraft>,
  actor: Actor,
): Promise<Result<null, TrainingProblem | Refusal>> => {
  const facts = trainingFrom(draft);
  if (!facts.ok) return facts;
  const at = clock.now();
  const { sessionId: id } = target;
  const { programmeId, date } = facts.value;
  const year = fiscalYearOfRecord(date);
  const subject = subjectOf('training', id);
  const chosen = chosenIn(draft);
  const strangers = strangersAmong(chosen, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const act = { actor, action: 'edit-training', at, subject };
  return db.submit<null, TrainingProblem | Refusal>(act, { key, content: draft }, async (record) => {
    // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
    if (strangers.length > 0) await record.appointments.lock();
    if (programmeId !== null) await record.programmes.lock(programmeId);

    const before = await record.trainings.findToChange(id);
    if (before === undefined || before.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayChangeOccasion(actor, before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (before.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));
    if (programmeId !== null) {
      const isNotHeld = (await record.programmes.notHeldIn(year)).includes(programmeId);
      const problem = programmeProblem(await record.programmes.find(programmeId, year), isNotHeld, year);
      if (problem !== undefined) return refuse(problem);
    }
    const invitedBefore = await record.trainings.inviteesOf(id);
    const named = chosenPeople(chosen, await record.people.all(), asked, invitedBefore);
    if (named === undefined) return refuse({ field: 'invitees', kind: 'invitees-not-members' });
    const invitees = (await record.people.keepAll(named, at)).map((person) => person.id);

    const reception = draft.reception.length > 0;
    const printedTogether = draft.printedTogether.length > 0;
    await record.trainings.putFacts(
      id,
      facts.value,
      heldAfterEdit(before, date, { at, today: todayInTokyo(at) }),
    );
    await record.trainings.putInvitees(id, invitees);
    await record.trainings.putPrintedTogether(id, printedTogether);
    if (!reception) await record.trainings.takeCodeBack(id);
    else if (before.code === null) await record.trainings.giveCode(id, () => codeOf(randomInt(CODE_COUNT)));
    await record.audit({
      subject,
      before: keptSession(before, invitedBefore),
      after: keptTraining(facts.value, { invitees, reception, printedTogether }),
      reason: draft.reason,
    });
    await record.deliveries.refresh(subject);
    for (const told of new Set([before.fiscalYear, year]))
      await record.deliveries.refresh(subjectOf('training-lag', told));
    return succeed(null);
  });
};
