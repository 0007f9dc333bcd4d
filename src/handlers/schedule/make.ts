import { z } from 'zod';
import { readLocalDate } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { unpackDays } from '../../domain/schedule/carried.ts';
import type { ScheduleOffers } from '../../domain/schedule/plan.ts';
import {
  type ChosenDays,
  type ChosenSchedule,
  occasionOfField,
  ScheduleDraft,
  SchedulePlanDraft,
} from '../../domain/schedule/planned.ts';
import { openScheduleForm } from '../../services/schedule/open-form.ts';
import { openSchedulePlan } from '../../services/schedule/open-plan.ts';
import { recordSchedule } from '../../services/schedule/record.ts';
import { SCHEDULE_BUTTON, SCHEDULE_HELP } from '../../texts/schedule-plan.ts';
import { scheduleForm } from '../../views/schedule/make-form.ts';
import {
  fieldsOfPage,
  isLastPage,
  NOTHING_CHOSEN,
  preparingPlan,
  schedulePlanForm,
  scheduleRecordedView,
} from '../../views/schedule/plan-form.ts';
import { filled } from '../answer.ts';
import { type FormValues, readJson } from '../modal-input.ts';
import type { Asked, ChoiceRequest, Feature, HandlerDeps } from '../types.ts';

/** 年間スケジュールを作成. */
const openMaking =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const opened = await openScheduleForm(deps, actor);
    await (opened.ok ? openForm(scheduleForm(opened.value)) : refuse(opened.error));
  };

/** 年間スケジュールを作成 was submitted: the draft comes after the acknowledgement, which may not be so long. */
const submitForm = filled(ScheduleDraft, async (deps, { actor, draft, refuse, pushThen }) => {
  const opened = await openSchedulePlan(deps, draft, undefined, actor);
  if (!opened.ok) return refuse(opened.error);
  await pushThen(preparingPlan(), async () => schedulePlanForm(opened.value, 1, NOTHING_CHOSEN));
});

/** What the draft carries. */
const Carried = z.object({
  year: z.number().int(),
  baseYear: z.number().int(),
  page: z.number().int(),
  days: z.string(),
  monthsOnly: z.boolean(),
});

/** The years as the first form has them. */
const yearsOf = ({ year, baseYear }: z.infer<typeof Carried>): ScheduleDraft => ({
  fiscalYear: String(year),
  baseYear: String(baseYear),
});

/** The days in fields of the draft, empty ones too; `fields` are those that it shows. */
const daysIn = (fields: readonly string[], values: FormValues): ChosenDays =>
  new Map(
    fields.flatMap((field) => {
      const id = occasionOfField(field);
      const day = values[field];
      return id === undefined
        ? []
        : [[id, (typeof day === 'string' ? readLocalDate(day) : undefined) ?? null] as const];
    }),
  );

/** What was chosen on the page that is shown and, as it carries them, on others. 年月だけの予定 is asked for on the last alone. */
const chosenIn = (
  plan: ScheduleOffers,
  carried: z.infer<typeof Carried>,
  values: FormValues,
  fields: readonly string[],
): ChosenSchedule => ({
  days: new Map([...unpackDays(carried.days, plan.offers, plan.year), ...daysIn(fields, values)]),
  monthsOnly: isLastPage(plan, carried.page) ? (values.monthsOnly ?? []).length > 0 : carried.monthsOnly,
});

/** 年間スケジュールの案 was submitted: on the last page all is recorded, on others the next is shown. */
const submitPlan = filled(
  SchedulePlanDraft,
  async (deps, { actor, key, values, choices, metadata, show, showThen, refuse }) => {
    const carried = readJson(Carried, metadata);
    const fields = Object.keys(choices);
    const refuseHere: typeof refuse = (problem) =>
      refuse(problem, 'field' in problem && !fields.includes(problem.field) ? '' : undefined);
    const opened = await openSchedulePlan(deps, yearsOf(carried), undefined, actor);
    if (!opened.ok) return refuseHere(opened.error);
    const chosen = chosenIn(opened.value, carried, values, fields);
    if (isLastPage(opened.value, carried.page)) {
      const recorded = await recordSchedule(deps, carried, { key, draft: chosen }, actor);
      return recorded.ok ? show(scheduleRecordedView(recorded.value)) : refuseHere(recorded.error);
    }
    const checked = await openSchedulePlan(deps, yearsOf(carried), chosen, actor);
    if (!checked.ok) return refuseHere(checked.error);
    await showThen(preparingPlan(), async () => schedulePlanForm(checked.value, carried.page + 1, chosen));
  },
);

/** 前のページへ: all that was chosen stays. */
const turnBack =
  (deps: HandlerDeps) =>
  async ({ actor, chosen: page, values, metadata, updateForm }: ChoiceRequest): Promise<void> => {
    const carried = readJson(Carried, metadata);
    const opened = await openSchedulePlan(deps, yearsOf(carried), undefined, actor);
    if (!opened.ok) return;
    const fields = fieldsOfPage(opened.value, carried.page);
    await updateForm(
      schedulePlanForm(opened.value, Number(page), chosenIn(opened.value, carried, values, fields)),
    );
  };

/** Making a year's schedule. */
export const scheduleFeature: Feature = {
  noun: 'meeting',
  buttons: { 'schedule.new': openMaking },
  forms: { 'schedule.make': submitForm, 'schedule.plan': submitPlan },
  choices: { 'schedule.page': turnBack },
  openers: [{ actionId: 'schedule.new', words: SCHEDULE_BUTTON.make, may: isSecretariat }],
  sends: [{ what: SCHEDULE_HELP.sends, audience: 'secretariat' }],
};
