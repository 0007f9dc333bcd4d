import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { openEmbedded } from '../db/embedded/embedded.ts';
import { holdAlone } from '../db/hold-alone.ts';
import { logOf, openRecord } from '../deps.ts';
import type { RunningBot } from '../main.ts';
import { cliText, sandboxText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { startPractice } from './practice.ts';
import { mostCities, practiceCities, practiceCityIds } from './practice-cities.ts';
import { PRACTICE_TEAM } from './practice-people.ts';
import { runUntilStopped } from './run-until-stopped.ts';

type OpenRecord = Awaited<ReturnType<typeof openRecord>>;

/** As they are typed. */
export type SandboxCommand = {
  readonly empty?: boolean;
  readonly reset?: boolean;
  readonly transport?: string;
  readonly cities?: string;
};

/** Held by the one process that has the practice workspace open. */
const PRACTISING = 5_283_110_021;

const TRANSPORTS = ['http', 'socket'] as const;

const transportFrom = (typed: string): (typeof TRANSPORTS)[number] => {
  const transport = TRANSPORTS.find((known) => known === typed);
  if (transport === undefined) throw new CommandEnd(EXIT.usage, sandboxText.unknownTransport(typed));
  return transport;
};

const countFrom = (typed: string, transport: (typeof TRANSPORTS)[number]): number => {
  const [count, most] = [Number(typed), mostCities()];
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new CommandEnd(EXIT.usage, sandboxText.unknownCities(typed, most));
  if (count > 1 && transport !== 'http') throw new CommandEnd(EXIT.usage, sandboxText.citiesOverHttp);
  return count;
};

/** Removes the embedded database, in which there is nothing but practice. Refuses while another process uses it. */
const removeRecord = async ({ databaseUrl, dataDir }: Config): Promise<void> => {
  if (databaseUrl !== undefined) throw new CommandEnd(EXIT.refused, sandboxText.notOurDatabase);
  const embedded = await openEmbedded(dataDir);
  const isStopped = await embedded.release();
  if (!isStopped) throw new CommandEnd(EXIT.refused, sandboxText.running);
  rmSync(path.join(path.resolve(dataDir), 'postgres'), { recursive: true, force: true });
  say(sandboxText.removed);
};

type Wanted = { readonly empty: boolean; readonly reset: boolean; readonly cities: number };

/** Why the record with these workspaces is not to be used so. */
const refusalOf = (workspaces: readonly string[], { empty, reset, cities }: Wanted): string | undefined => {
  const practice = [PRACTICE_TEAM.id, ...practiceCityIds()];
  if (workspaces.some((id) => !practice.includes(id))) return sandboxText.othersRecord;
  const wanted = [PRACTICE_TEAM.id, ...practiceCities(cities).cities.map(({ team }) => team.id)];
  if (!reset && workspaces.some((id) => !wanted.includes(id))) return sandboxText.otherCities;
  return empty && !reset && workspaces.length > 0 ? sandboxText.notEmpty : undefined;
};

/** Opens the record as it is wanted, or refuses. */
const openPractice = async (config: Config, wanted: Wanted): Promise<OpenRecord> => {
  const log = logOf(config);
  const record = await openRecord(config, log);
  try {
    const refusal = refusalOf(await record.db.workspaces.ids(), wanted);
    if (refusal !== undefined) throw new CommandEnd(EXIT.refused, refusal);
  } catch (error) {
    await record.close();
    throw error;
  }
  if (!wanted.reset) return record;
  await record.close();
  await removeRecord(config);
  return openRecord(config, log);
};

/** Starts it unless another process has it running over the same record: two would take each other's requests. */
const startAlone = async (
  connection: OpenRecord['connection'],
  startIt: () => Promise<RunningBot>,
): Promise<RunningBot> => {
  const alone = await holdAlone(connection, PRACTISING);
  if (alone === undefined) throw new CommandEnd(EXIT.refused, sandboxText.running);
  try {
    const running = await startIt();
    return { ...running, stop: () => running.stop().finally(alone.letGo) };
  } catch (error) {
    await alone.letGo();
    throw error;
  }
};

/**
 * `sandbox`: the practice workspace, whatever tokens there are. `empty` begins a new record without the sample, `reset` removes
 * the one there is first, `cities` says how many there are. A record that holds another workspace is left alone.
 */
export const sandbox = async (
  config: Config,
  { empty = false, reset = false, transport = 'http', cities: typed = '1' }: SandboxCommand,
): Promise<void> => {
  const by = transportFrom(transport);
  const cities = countFrom(typed, by);
  await runUntilStopped(
    config,
    async () => {
      const { db, connection, close } = await openPractice(config, { empty, reset, cities });
      try {
        const running = await startAlone(connection, () =>
          startPractice(config, db, { empty, transport: by, cities }),
        );
        return { ...running, stop: () => running.stop().finally(close) };
      } catch (error) {
        await close();
        throw error;
      }
    },
    {
      preparing: cliText.practicePreparing,
      started: cliText.practiceStarted,
      notice: cliText.practiceNotice,
    },
  );
};
