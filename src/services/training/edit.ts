import { randomInt } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { CODE_COUNT, codeOf } from '../../domain/attendance/reception-code.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { firstDayOfRecord, fiscalYearOfRecord } from '../../domain/occasion/date.ts';
import { heldAfterEdit } from '../../domain/occasion/held.ts';
import { mayChangeOccasion } from '../../domain/occasion/permission.ts';
import { type KeptOrAsked, typedToKeep } from '../../domain/occasion/same-day.ts';
import { chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { keptSession, keptTraining } from '../../domain/training/history.ts';
import { isSameTraining, shownTrainings, TypedTraining } from '../../domain/training/same-day.ts';
import {
  chosenIn,
  OTHER_PROGRAMME,
  programmeProblem,
  type TrainingDraft,
  type TrainingProblem,
  trainingFrom,
} from '../../domain/training/training.ts';
import type { People } from '../../slack/people.ts';
import type { AnswerInput, FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * Holds what the change is decided from. The roster adds people too: one at a time. It is held before all else, by everybody,
 * so that nobody waits in a ring.
 */
const holdAll = async (record: ActingRecord, { draft, asked }: TypedTraining): Promise<void> => {
  if (asked.length > 0) await record.appointments.lock();
  const { programme } = draft;
  await (programme === OTHER_PROGRAMME ? record.trainings.lockOthers() : record.programmes.lock(programme));
};

/**
 * Changes the facts of a 研修. The earlier ones stay in the audit log with the reason, and messages already posted are
 * updated. A reception code stays the same while 受付 stays ticked. Moved to a day to come, it is 予定 again and will be
 * asked about again. Where the change makes it the same as another that stands, of programme and day, it asks first; the answer
 * carries out what was asked about, once.
 */
export const editTraining = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  target: { readonly sessionId: string; readonly revision: number },
  form: FormInput<TrainingDraft> | AnswerInput,
  actor: Actor,
): Promise<Result<KeptOrAsked<TypedTraining>, TrainingProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const { sessionId: id } = target;
  const strangers =
    'draft' in form
      ? strangersAmong(chosenIn(form.draft), await db.record(actor.workspaceId).people.all())
      : [];
  const asked = await Promise.all(strangers.map(people.find));
  const typed = 'draft' in form ? { draft: form.draft, asked } : undefined;
  const subject = subjectOf('training', id);
  return db.submit<KeptOrAsked<TypedTraining>, TrainingProblem | Refusal>(
    { actor, action: 'edit-training', at, subject },
    'draft' in form ? { key: form.key, content: form.draft, changes: true } : form,
    async (record, earlier) => {
      const input = typedToKeep(typed, earlier, TypedTraining);
      if (input.ok) await holdAll(record, input.value);

      const before = await record.trainings.findToChange(id);
      if (before === undefined || before.cancelled !== null) return refuse({ kind: 'gone' });
      if (!mayChangeOccasion(actor, before)) return refuse({ kind: 'not-allowed', who: 'recorder' });
      if (before.revision !== target.revision) return refuse(await record.changedMeanwhile(subject));
      if (!input.ok) return input;
      const { draft, asked: answers } = input.value;
      const facts = trainingFrom(draft);
      if (!facts.ok) return facts;
      const { programmeId, date } = facts.value;
      const year = fiscalYearOfRecord(date);
      const programme = programmeId === null ? undefined : await record.programmes.find(programmeId, year);
      if (programmeId !== null) {
        const isNotHeld = (await record.programmes.notHeldIn(year)).includes(programmeId);
        const problem = programmeProblem(programme, isNotHeld, year);
        if (problem !== undefined) return refuse(problem);
      }
      const invitedBefore = await record.trainings.inviteesOf(id);
      const named = chosenPeople(chosenIn(draft), await record.people.all(), answers, invitedBefore);
      if (named === undefined) return refuse({ field: 'invitees', kind: 'invitees-not-members' });
      // What was the same before has been asked about before.
      const same = isSameTraining(facts.value, before)
        ? []
        : (await record.trainings.beginningOn(firstDayOfRecord(date))).filter(
            (session) => session.id !== id && isSameTraining(facts.value, session),
          );
      if (typed !== undefined && same.length > 0)
        return succeed({ kind: 'asks', typed, same: shownTrainings(programme?.name, same, today) });
      const invitees = (await record.people.keepAll(named, at)).map((person) => person.id);

      const reception = draft.reception.length > 0;
      const printedTogether = draft.printedTogether.length > 0;
      await record.trainings.putFacts(id, facts.value, heldAfterEdit(before, date, { at, today }));
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
      return succeed({ kind: 'kept' });
    },
  );
};
