import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isOfficeHours } from '../../domain/calendar/office-hours.ts';
import { dueOnOf, type TargetKey } from '../../domain/inquiry/inquiry.ts';
import {
  closedProblem,
  type DelegateDraft,
  mayOversee,
  type OverseeProblem,
  type TargetInPlace,
} from '../../domain/inquiry/standing.ts';
import { targetRef } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import { chosenPeople, strangersAmong } from '../../domain/person/chosen.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readTargetInPlace } from '../../queries/inquiry/target-in-place.ts';
import type { People } from '../../slack/people.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** Who was named for what, and whether they are told at once or on the next morning. */
export type NamedDelegate = TargetInPlace & { readonly name: string; readonly isToldNow: boolean };

/** The form as it was submitted, and who was named when it was opened. */
type NameInput = FormInput<DelegateDraft> & { readonly delegateId?: string | null };

type Problem = OverseeProblem | Refusal;

/** Tells who was named, in office hours; otherwise the next morning message does. */
const tellNow = async (
  record: ActingRecord,
  { inquiry, target }: TargetInPlace,
  { id, slackId }: Person,
  at: Date,
): Promise<boolean> => {
  const today = todayInTokyo(at);
  const calendar = calendarOf(await record.settings.read());
  const isAsked = inquiry.askedOn !== null && inquiry.askedOn <= today;
  const isAway = whoIsAwayOn(await record.awayPeriods.notOver(today), today).has(id);
  if (slackId === null || !isAsked || isAway || !isOfficeHours(at, calendar)) return false;
  const { inquiryId, sectionId, role } = target;
  await record.deliveries.plan(
    {
      key: joinParts('inquiry-asked', inquiryId, slackId, sectionId, role, today),
      kind: 'inquiry-asked',
      recipient: slackId,
      subject: subjectOf('inquiry', inquiryId),
      lines: [{ kind: 'inquiry', ref: targetRef(target), dueOn: dueOnOf(inquiry, target) }],
    },
    at,
  );
  await record.inquiryTargets.tell([{ inquiryId, sectionId, role, slackId }], today);
  return true;
};

/**
 * 担当を決める: the 主任 of the department or the secretariat names a full member of the workspace for one inquiry of one section.
 * It falls to them from then on; who had it before may still answer. Refused when somebody else was named since the form was opened.
 */
export const nameDelegate = async (
  { clock, db, people }: ServiceDeps & { readonly people: Pick<People, 'find'> },
  key: TargetKey,
  { key: formKey, draft, delegateId }: NameInput,
  actor: Actor,
): Promise<Result<NamedDelegate, Problem>> => {
  const at = clock.now();
  const chosen = [draft.delegate];
  const strangers = strangersAmong(chosen, await db.record(actor.workspaceId).people.all());
  const asked = await Promise.all(strangers.map(people.find));
  const act = { actor, action: 'name-delegate', at, subject: targetRef(key) };
  return db.submit<NamedDelegate, Problem>(act, { key: formKey, content: { key, draft } }, async (record) => {
    // The roster adds people too: one at a time. It is held before all else, by everybody, so that nobody waits in a ring.
    if (strangers.length > 0) await record.appointments.lock();
    const found = await readTargetInPlace(record, key, true);
    if (found === undefined) return refuse({ kind: 'gone' });
    const { inquiry, target, place } = found;
    if (!mayOversee(actor, place.departmentId)) return refuse({ kind: 'not-allowed', who: 'chief' });
    const closed = closedProblem(inquiry);
    if (closed !== undefined) return refuse(closed);
    if (target.answer !== null) return refuse({ kind: 'already-answered' });
    if (delegateId !== undefined && target.delegateId !== delegateId)
      return refuse(await record.changedMeanwhile(targetRef(key)));
    const [named] = chosenPeople(chosen, await record.people.all(), asked) ?? [];
    if (named === undefined) return refuse({ field: 'delegate', kind: 'delegate-not-member' });

    const person = await record.people.keep(named, at);
    const done = { ...found, target: { ...target, delegateId: person.id }, name: person.name };
    await record.inquiryTargets.putDelegate(key, person.id);
    await record.audit({
      subject: targetRef(key),
      before: { delegateId: target.delegateId },
      after: { delegateId: person.id },
    });
    const isToldNow = await tellNow(record, found, person, at);
    await record.deliveries.refreshLines([
      targetRef(key),
      subjectOf('inquiry-department', key.inquiryId, place.departmentId),
    ]);
    return succeed({ ...done, isToldNow });
  });
};
