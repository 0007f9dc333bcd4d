import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { SETUP_STEPS, type SetupStep } from '../../domain/setup.ts';
import type { Household } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A step of はじめの設定, and whether it is done. */
export type SetupProgress = readonly { readonly name: SetupStep; readonly isDone: boolean }[];

/** How far the workspace is set up, for the secretariat; for all others there is nothing to do. */
export const readSetup = async (
  { clock, db, household }: ServiceDeps & { readonly household: Household },
  actor: Actor,
): Promise<SetupProgress> => {
  if (!isSecretariat(actor)) return [];
  const year = currentFiscalYear(todayInTokyo(clock.now()));
  const record = db.record(actor.workspaceId);
  const [settings, bodies, programmes, rows] = await Promise.all([
    record.settings.read(),
    record.bodies.nameable(year),
    record.programmes.nameable(year),
    record.setup.rows(year),
  ]);
  const facts = {
    ...rows,
    settings: { ...settings, logChannel: logChannelOf(settings, household.logChannel) },
    hasExamples: bodies.some(({ example }) => example),
    programmes: programmes.length > 0,
    hasExampleProgrammes: programmes.some(({ example }) => example),
  };
  return SETUP_STEPS.map(({ name, isDone }) => ({ name, isDone: isDone(facts) }));
};
