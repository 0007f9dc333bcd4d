import { randomUUID } from 'node:crypto';
import type { ActingRecord } from '../../db/database.ts';
import type { Actor } from '../../domain/actor.ts';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OccasionName } from '../../domain/occasion/record.ts';
import { joinParts } from '../../domain/parts.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { OfferLike } from '../../domain/schedule/plan.ts';
import {
  type ChosenSchedule,
  meetingLike,
  notKnown,
  plannedFrom,
  plannedOnField,
  type ScheduleProblem,
  trainingLike,
} from '../../domain/schedule/planned.ts';
import { subjectOf } from '../../domain/subject.ts';
import { keptTraining } from '../../domain/training/history.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import { readScheduleOffers } from '../../queries/schedule/offers.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** How many 予定 were recorded, and how many not, because the record had one of that body or programme and day by then. */
export type ScheduleRecorded = { readonly recorded: number; readonly known: number };

type Years = { readonly year: FiscalYear; readonly baseYear: FiscalYear };
type Made = { readonly by: string; readonly at: Date };

/** Holds all that there may be 予定 of, in one order for everybody: nobody records beside it meanwhile. */
const hold = async (record: ActingRecord, years: Years, today: LocalDate): Promise<void> => {
  const { offers } = await readScheduleOffers(record, years, today);
  const idsOf = (kind: OfferLike['kind']): readonly string[] =>
    [...new Set(offers.filter((offer) => offer.kind === kind).map(({ occasion }) => occasion.of))].toSorted();
  for (const id of idsOf('meeting')) await record.bodies.lock(id);
  for (const { programme } of offers
    .flatMap((offer) => (offer.kind === 'training' ? [offer] : []))
    .toSorted((one, other) => (one.programme?.id ?? '').localeCompare(other.programme?.id ?? '')))
    await (programme === null ? record.trainings.lockOthers() : record.programmes.lock(programme.id));
};

/** Records one 予定 and its audit line; gives its name. */
const recordOne = async (
  record: ActingRecord,
  offer: OfferLike,
  date: OfferLike['date'],
  { by, at }: Made,
): Promise<OccasionName> => {
  const id = randomUUID();
  const how = { by, forSection: null, at, confirmed: true, heldConfirmed: false };
  const subject = subjectOf(offer.kind, id);
  if (offer.kind === 'meeting') {
    const { body } = offer;
    const facts = meetingLike(offer.facts, date);
    const printed = printMeetingDate(facts);
    await record.meetings.create(id, facts, how);
    await record.audit({
      subject,
      after: { ...facts, printed },
      names: { [body.id]: body.name, [subject]: `${body.name} ${printed}` },
    });
    return { kind: 'meeting', id };
  }
  const { programme, occasion } = offer;
  const facts = trainingLike(offer.facts, date);
  await record.trainings.create(id, facts, how);
  await record.audit({
    subject,
    after: keptTraining(facts, { invitees: [], reception: false, printedTogether: false }),
    names: {
      ...(programme === null ? {} : { [programme.id]: programme.name }),
      [subject]: `${occasion.name} ${printTrainingDate(facts)}`,
    },
  });
  return { kind: 'training', id };
};

/**
 * Records the 予定 of 年間スケジュールの案, all or none, and one message to who did it that tells of them. Of a day on which a body or
 * programme has something in the record none is made: given again, or after another has recorded it meanwhile, it is there once.
 */
export const recordSchedule = async (
  { clock, db }: ServiceDeps,
  years: Years,
  { key, draft: chosen }: FormInput<ChosenSchedule>,
  actor: Actor,
): Promise<Result<ScheduleRecorded, ScheduleProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'record-schedule', at };
  const content = { ...years, days: [...chosen.days].toSorted(), monthsOnly: chosen.monthsOnly };
  return db.submit<ScheduleRecorded, ScheduleProblem | Refusal>(act, { key, content }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await hold(record, years, today);
    const plan = await readScheduleOffers(record, years, today);
    const gone = [...chosen.days].find(
      ([id, day]) => day !== null && !plan.offers.some(({ occasion }) => occasion.id === id),
    );
    if (gone !== undefined) return refuse({ field: plannedOnField({ id: gone[0] }), kind: 'base-gone' });
    const planned = plannedFrom(plan.offers, chosen, today, plan);
    if (!planned.ok) return planned;
    if (planned.value.length === 0) return refuse({ kind: 'nothing-scheduled' });
    const toRecord = notKnown(planned.value, plan.known);
    const made: OccasionName[] = [];
    for (const { occasion, date } of toRecord) {
      const offer = plan.offers.find((one) => one.occasion === occasion);
      if (offer !== undefined) made.push(await recordOne(record, offer, date, { by: actor.id, at }));
    }
    if (made.length > 0)
      await record.deliveries.plan(
        {
          key: joinParts('schedule-recorded', years.year, made[0]?.id),
          kind: 'schedule-recorded',
          recipient: actor.id,
          subject: subjectOf('schedule', years.year),
          // It follows each of them, as what asks later whether it took place.
          lines: made.map(({ kind, id }) => ({ kind: `held-${kind}`, ref: subjectOf(kind, id) })),
        },
        at,
      );
    if (made.some(({ kind }) => kind === 'training'))
      await record.deliveries.refresh(subjectOf('training-lag', years.year));
    return succeed({ recorded: made.length, known: planned.value.length - toRecord.length });
  });
};
