import { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import {
  type IssueProblem,
  isSameMonthlyDay,
  MOST_CHANNELS,
  type MonthlyDay,
  nextMonthlyDay,
} from '../../domain/newsletter/newsletter.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { Channels } from '../../slack/channels.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** The form 毎月の発行日, as it arrives; without a day there is none. */
export const MonthlyDraft = z.object({
  day: z.coerce.number().int().min(1).max(31).optional(),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u),
  shift: z.enum(['yes', 'no']),
  channels: z.array(z.string()).max(MOST_CHANNELS).default([]),
});
export type MonthlyDraft = z.infer<typeof MonthlyDraft>;

/** 毎月の発行日 as it stands. */
export const openMonthlyDay = (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<MonthlyDay | undefined, Refusal>> => {
  const act = { actor, action: 'open-monthly-day', at: clock.now(), subject: subjectOf('monthly-day') };
  return db.act<MonthlyDay | undefined, Refusal>(act, async ({ monthlyDay }) =>
    may(actor, 'manage-newsletter')
      ? succeed(await monthlyDay.read())
      : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
};

/** Sets 毎月の発行日, or takes it away; gives the next one. Refused when it is not as it was when the form was opened (`opened`). */
export const setMonthlyDay = async (
  { clock, db, channels }: ServiceDeps & { readonly channels: Channels },
  opened: MonthlyDay | null,
  { key, draft }: FormInput<MonthlyDraft>,
  actor: Actor,
): Promise<Result<Date | null, IssueProblem | Refusal>> => {
  const { day, time, shift, channels: chosen } = draft;
  const at = clock.now();
  const isAllowed = may(actor, 'manage-newsletter');
  const looked = isAllowed ? await Promise.all([...new Set(chosen)].map((id) => channels.look(id))) : [];
  const act = { actor, action: 'set-monthly-day', at, subject: subjectOf('monthly-day') };
  return db.submit<Date | null, IssueProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isAllowed) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const closed = looked.filter(({ mayPostTo }) => !mayPostTo);
    if (closed.length > 0)
      return refuse({
        field: 'channels',
        kind: 'channels-without-bot',
        names: closed.map(({ name }) => name),
      });
    const monthly =
      day === undefined
        ? undefined
        : { day, time, shift: shift === 'yes', channels: looked.map(({ id }) => id) };
    await record.newsletterIssues.lock();
    if (!isSameMonthlyDay((await record.monthlyDay.read()) ?? null, opened))
      return refuse(await record.changedMeanwhile('monthly-day'));
    await record.monthlyDay.put(monthly);
    await record.audit({ subject: subjectOf('monthly-day'), after: monthly ?? null });
    const calendar = calendarOf(await record.settings.read());
    return succeed(monthly === undefined ? null : nextMonthlyDay(monthly, at, calendar));
  });
};
