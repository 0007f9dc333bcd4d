import type { Actor } from '../../domain/actor.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { SETUP_STEPS, type SetupFacts, type SetupStep } from '../../domain/setup.ts';
import type { Workspace } from '../identify.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** The steps of はじめの設定, each with whether it is done; what of it is example still, and which bodies have no 委員. */
export type SetupProgress = Pick<SetupFacts, 'hasExamples' | 'hasExampleProgrammes' | 'withoutMembers'> & {
  readonly steps: readonly { readonly name: SetupStep; readonly isDone: boolean }[];
};

/** How far the workspace is set up, for the secretariat; undefined for all others, who have nothing to do there. */
export const readSetup = async (
  { clock, db, workspace }: ServiceDeps & { readonly workspace: Workspace },
  actor: Actor,
): Promise<SetupProgress | undefined> => {
  if (!isSecretariat(actor)) return undefined;
  const year = currentFiscalYear(todayInTokyo(clock.now()));
  const record = db.record(actor.workspaceId);
  const [settings, bodies, programmes, rows] = await Promise.all([
    record.settings.read(),
    record.bodies.nameable(year),
    record.programmes.nameable(year),
    record.setup.rows(year),
  ]);
  const { withMembers, ...found } = rows;
  const facts: SetupFacts = {
    ...found,
    settings: { ...settings, logChannel: logChannelOf(settings, workspace.logChannel) },
    bodies: bodies.length > 0,
    withoutMembers: bodies
      .filter(({ id, kind }) => kind === 'meeting' && !withMembers.includes(id))
      .map(({ name }) => name),
    hasExamples: bodies.some(({ example }) => example),
    programmes: programmes.length > 0,
    hasExampleProgrammes: programmes.some(({ example }) => example),
  };
  return { ...facts, steps: SETUP_STEPS.map(({ name, isDone }) => ({ name, isDone: isDone(facts) })) };
};
