import { z } from 'zod';
import { printMoment } from '../../domain/calendar/moment.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { MonthlyDraft, openMonthlyDay, setMonthlyDay } from '../../services/newsletter/set-monthly-day.ts';
import { ISSUE_BUTTON, issueDeskText } from '../../texts/newsletter.ts';
import { doneMessage, sentenceForm } from '../../views/failure.ts';
import { monthlyDayForm } from '../../views/newsletter/monthly-day-form.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** 毎月の発行日. */
const openMonthly =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const monthly = await openMonthlyDay(deps, actor);
    await (monthly.ok ? openForm(monthlyDayForm(monthly.value)) : refuse(monthly.error));
  };

const CarriedMonthly = z.object({
  opened: z
    .object({ day: z.number(), time: z.string(), shift: z.boolean(), channels: z.array(z.string()) })
    .nullable()
    .default(null),
});

/** 毎月の発行日 was submitted. */
const submitMonthly = filled(MonthlyDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { opened } = readJson(CarriedMonthly, metadata);
  const next = await setMonthlyDay(deps, opened, { key, draft }, actor);
  if (!next.ok) return refuse(next.error);
  const sentence =
    next.value === null ? issueDeskText.removedMonthly : issueDeskText.savedMonthly(printMoment(next.value));
  await show(sentenceForm(doneMessage('saved', sentence)));
});

/** The day of each month on which an issue is due. */
export const monthlyDayFeature: Feature = {
  noun: 'newsletter',
  buttons: { 'monthly-day.open': openMonthly },
  forms: { 'monthly-day.save': submitMonthly },
  openers: [{ actionId: 'monthly-day.open', words: ISSUE_BUTTON.monthly, may: isSecretariat }],
};
