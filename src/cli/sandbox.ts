import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { openEmbedded } from '../db/embedded.ts';
import { createLog, openRecord } from '../deps.ts';
import { cliText, sandboxText } from '../texts/cli.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { startPractice } from './practice.ts';
import { PRACTICE_TEAM } from './practice-people.ts';
import { runUntilStopped } from './run-until-stopped.ts';

/** As they are typed. */
export type SandboxCommand = {
  readonly empty?: boolean;
  readonly reset?: boolean;
  readonly transport?: string;
};

const TRANSPORTS = ['http', 'socket'] as const;

const transportFrom = (typed: string): (typeof TRANSPORTS)[number] => {
  const transport = TRANSPORTS.find((known) => known === typed);
  if (transport === undefined) throw new CommandEnd(EXIT.usage, sandboxText.unknownTransport(typed));
  return transport;
};

/** The workspaces of the record. */
const workspacesIn = async (config: Config): Promise<readonly string[]> => {
  const { db, close } = await openRecord(config, createLog('silent'));
  try {
    return await db.workspaces.ids();
  } finally {
    await close();
  }
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

/**
 * `sandbox`: the practice workspace, whatever tokens there are. `empty` begins a new record without the sample, `reset` removes
 * the one there is first. A record that holds another workspace is left alone.
 */
export const sandbox = async (
  config: Config,
  { empty = false, reset = false, transport = 'http' }: SandboxCommand,
): Promise<void> => {
  const by = transportFrom(transport);
  const workspaces = await workspacesIn(config);
  if (workspaces.some((id) => id !== PRACTICE_TEAM.id))
    throw new CommandEnd(EXIT.refused, sandboxText.othersRecord);
  if (reset) await removeRecord(config);
  else if (empty && workspaces.length > 0) throw new CommandEnd(EXIT.refused, sandboxText.notEmpty);
  await runUntilStopped(
    config,
    () => startPractice(config, { empty, transport: by }),
    (url) => [cliText.practiceStarted(url), cliText.practiceNotice],
  );
};
