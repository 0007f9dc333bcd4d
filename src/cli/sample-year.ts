import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { firstDayOf, fiscalYearOf } from '../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../domain/calendar/local-date.ts';
import { STANDARD_CALENDAR } from '../domain/calendar/working-day.ts';
import type { SandboxWorkspace } from '../sandbox/sandbox-workspace.ts';

const Entry = z.union([z.string(), z.array(z.string())]);
type Entry = z.infer<typeof Entry>;
/** What one person does: a command, a button of its answer, the form that opens, buttons within it that lead to another, and the view that asks once more. */
export const Step = z.object({
  who: z.string(),
  command: z.string(),
  press: z.string().optional(),
  within: z.array(z.string()).default([]),
  fill: z.record(z.string(), Entry),
  confirm: z.boolean().default(false),
});
type Step = z.infer<typeof Step>;

/** The people who enter something. */
type Enterers = Pick<SandboxWorkspace, 'person'>;

const STEPS = new URL('../../prisma/sample/year.json', import.meta.url);

/** `{-5}` is five working days before `today`, at the earliest the first one of its fiscal year; `{+5}` five after. */
const dayOf = (today: LocalDate, days: number): LocalDate => {
  const day = STANDARD_CALENDAR.addWorkingDays(today, days);
  const first = STANDARD_CALENDAR.onOrAfter(firstDayOf(fiscalYearOf(today)));
  return day < first && first <= today ? first : day;
};

const entered = (entry: Entry, today: LocalDate, options: () => readonly string[]): Entry => {
  if (typeof entry !== 'string') return entry;
  if (entry === '{year}') return String(fiscalYearOf(today));
  const days = /^\{([+-]\d+)\}$/u.exec(entry)?.[1];
  if (days !== undefined) return dayOf(today, Number(days));
  if (!entry.endsWith('…')) return entry;
  return options().find((option) => option.startsWith(entry.slice(0, -1))) ?? entry;
};

const carryOut = async (slack: Enterers, step: Step, today: LocalDate): Promise<void> => {
  const person = slack.person(step.who);
  const [command = '', ...words] = step.command.split(' ');
  const before = new Set(person.answers.map(({ ts }) => ts));
  const asked = await person.command(command, words.join(' '));
  // In the answer: a message that came before may have a button that is called the same.
  const pressIn = async (button: string) =>
    person.press(button, { in: await person.nextAnswer(({ ts }) => !before.has(ts)) });
  let form = await (step.press === undefined ? asked : await pressIn(step.press)).opened();
  for (const button of step.within) form = await (await form.press(button)).opened();
  for (const [label, entry] of Object.entries(step.fill))
    await form.fill({ [label]: entered(entry, today, () => form.options(label)) });
  const first = await form.submit();
  // What asks once more may come empty at first, and be filled when the bot has read what is to be shown.
  const again = step.confirm ? await first.form?.until(({ submitText }) => submitText !== '') : undefined;
  const last = step.confirm ? await again?.submit() : first;
  const errors = Object.values(last?.errors ?? first.errors);
  if (last === undefined || errors.length > 0)
    throw new Error(`the sample ${step.command} was not taken: ${errors.join(' ')}`);
  await person.form?.close({ all: true });
};

/**
 * Enters things as people do: command after command through the running bot, with days counted from the day on which it is
 * done. Throws at the first form that is not taken.
 */
export const enterSteps = async (slack: Enterers, steps: readonly Step[], now: Date): Promise<void> => {
  const today = todayInTokyo(now);
  for (const step of steps) await carryOut(slack, step, today);
};

/** The fiscal year under way of the first city. */
export const enterSampleYear = (slack: Enterers, now: Date): Promise<void> =>
  enterSteps(slack, z.array(Step).parse(JSON.parse(readFileSync(STEPS, 'utf8'))), now);
