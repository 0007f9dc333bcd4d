import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/actor.ts';
import { CODE_COUNT, codeOf } from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, fiscalYearOfRecord, hasBegun } from '../../domain/occasion/date.ts';
import { type KeptOrAsked, typedToKeep } from '../../domain/occasion/same-day.ts';
import { joinParts } from '../../domain/parts.ts';
import { mayConfirm, postToRecordFor } from '../../domain/permission.ts';
import { chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { keptTraining } from '../../domain/training/history.ts';
import { mayRecordTraining } from '../../domain/training/permission.ts';
import { isSameTraining, shownTrainings, TypedTraining } from '../../domain/training/same-day.ts';
import {
  chosenIn,
  printTrainingDate,
  programmeProblem,
  type TrainingDraft,
  type TrainingProblem,
  trainingFrom,
} from '../../domain/training/training.ts';
import type { People } from '../../slack/people.ts';
import type { AnswerInput, FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Records a 研修, its 対象者 and reception code, its audit line and the message that tells of it. The same form arriving
 * again changes nothing. Where one of the same programme and day stands, it asks first; the answer records what was asked
 * about, once. A record by anyone but the secretariat is 未確認.
 */
export const recordTraining = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  form: FormInput<TrainingDraft> | AnswerInput,
  actor: Actor,
): Promise<Result<KeptOrAsked<TypedTraining>, TrainingProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const strangers =
    'draft' in form
      ? strangersAmong(chosenIn(form.draft), await db.record(actor.workspaceId).people.all())
      : [];
  const asked = await Promise.all(strangers.map(people.find));
  const typed = 'draft' in form ? { draft: form.draft, asked } : undefined;
  return db.submit<KeptOrAsked<TypedTraining>, TrainingProblem | Refusal>(
    { actor, action: 'record-training', at },
    'draft' in form ? { key: form.key, content: form.draft, changes: true } : form,
    async (record, earlier) => {
      if (!mayRecordTraining(actor)) return refuse({ kind: 'not-allowed', who: 'promoter' });
      const input = typedToKeep(typed, earlier, TypedTraining);
      if (!input.ok) return input;
      const { draft, asked: answers } = input.value;
      const facts = trainingFrom(draft);
      if (!facts.ok) return facts;
      const { programmeId, date } = facts.value;
      const year = fiscalYearOfRecord(date);
      // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
      if (answers.length > 0) await record.appointments.lock();
      await (programmeId === null ? record.trainings.lockOthers() : record.programmes.lock(programmeId));

      const programme = programmeId === null ? undefined : await record.programmes.find(programmeId, year);
      if (programmeId !== null) {
        const isNotHeld = (await record.programmes.notHeldIn(year)).includes(programmeId);
        const problem = programmeProblem(programme, isNotHeld, year);
        if (problem !== undefined) return refuse(problem);
      }
      const named = chosenPeople(chosenIn(draft), await record.people.all(), answers);
      if (named === undefined) return refuse({ field: 'invitees', kind: 'invitees-not-members' });
      const same = (await record.trainings.beginningOn(firstDayOfRecord(date))).filter((session) =>
        isSameTraining(facts.value, session),
      );
      if (typed !== undefined && same.length > 0)
        return succeed({ kind: 'asks', typed, same: shownTrainings(programme?.name, same, today) });
      const invitees = (await record.people.keepAll(named, at)).map((person) => person.id);

      const id = randomUUID();
      const subject = subjectOf('training', id);
      const confirmed = mayConfirm(actor);
      await record.trainings.create(id, facts.value, {
        by: actor.id,
        forSection: confirmed ? null : (postToRecordFor(actor)?.sectionId ?? null),
        at,
        confirmed,
        heldConfirmed: hasBegun(date, today),
      });
      await record.trainings.putInvitees(id, invitees);
      const reception = draft.reception.length > 0;
      if (reception) await record.trainings.giveCode(id, () => codeOf(randomInt(CODE_COUNT)));
      await record.audit({
        subject,
        after: keptTraining(facts.value, { invitees, reception, printedTogether: false }),
        names: {
          ...(programme === undefined ? {} : { [programme.id]: programme.name }),
          [subject]: `${programme?.name ?? facts.value.otherName} ${printTrainingDate(facts.value)}`,
        },
      });
      await record.deliveries.plan(
        { key: joinParts('training-recorded', id), kind: 'training-recorded', recipient: actor.id, subject },
        at,
      );
      await record.deliveries.refresh(subjectOf('training-lag', year));
      return succeed({ kind: 'kept' });
    },
  );
};
