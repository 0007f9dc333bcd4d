import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { CODE_COUNT, codeOf } from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { joinParts } from '../../domain/parts.ts';
import { mayConfirm, postToRecordFor } from '../../domain/permission.ts';
import { chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { keptTraining } from '../../domain/training/history.ts';
import { mayRecordTraining } from '../../domain/training/permission.ts';
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
 * Records a 研修, its 対象者 and reception code, its audit line and the message that tells of it. The same form arriving
 * again changes nothing. A record by anyone but the secretariat is 未確認.
 */
export const recordTraining = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  { key, draft }: FormInput<TrainingDraft>,
  actor: Actor,
): Promise<Result<null, TrainingProblem | Refusal>> => {
  const facts = trainingFrom(draft);
  if (!facts.ok) return facts;
  const at = clock.now();
  const { programmeId, date } = facts.value;
  const year = fiscalYearOfRecord(date);
  const chosen = chosenIn(draft);
  const strangers = strangersAmong(chosen, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const act = { actor, action: 'record-training', at };
  return db.submit<null, TrainingProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!mayRecordTraining(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
    if (strangers.length > 0) await record.appointments.lock();
    if (programmeId !== null) await record.programmes.lock(programmeId);

    if (programmeId !== null) {
      const isNotHeld = (await record.programmes.notHeldIn(year)).includes(programmeId);
      const problem = programmeProblem(await record.programmes.find(programmeId, year), isNotHeld, year);
      if (problem !== undefined) return refuse(problem);
    }
    const named = chosenPeople(chosen, await record.people.all(), asked);
    if (named === undefined) return refuse({ field: 'invitees', kind: 'invitees-not-members' });
    const invitees = (await record.people.keepAll(named, at)).map((person) => person.id);

    const id = randomUUID();
    const subject = subjectOf('training', id);
    const confirmed = mayConfirm(actor);
    await record.trainings.create(id, facts.value, {
      by: actor.id,
      forSection: confirmed ? null : (postToRecordFor(actor)?.sectionId ?? null),
      at,
      confirmed,
      heldConfirmed: hasBegun(date, todayInTokyo(at)),
    });
    await record.trainings.putInvitees(id, invitees);
    const reception = draft.reception.length > 0;
    if (reception) await record.trainings.giveCode(id, () => codeOf(randomInt(CODE_COUNT)));
    await record.audit({
      subject,
      after: keptTraining(facts.value, { invitees, reception, printedTogether: false }),
    });
    await record.deliveries.plan(
      { key: joinParts('training-recorded', id), kind: 'training-recorded', recipient: actor.id, subject },
      at,
    );
    await record.deliveries.refresh(subjectOf('training-lag', year));
    return succeed(null);
  });
};
