import { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { KeptInstallation } from '../db/installations.ts';
import type { Holdings } from '../db/workspace-holdings.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { printDay } from '../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { freeJobsOfTheDead } from '../jobs/queue.ts';
import { createTokenSeal } from '../oauth/token-seal.ts';
import { endInstallation } from '../services/installation/end.ts';
import { listWorkspaces } from '../services/workspace/list.ts';
import { type RemovalProblem, removeWorkspace } from '../services/workspace/remove.ts';
import { type SentencesOf, sentenceOf } from '../texts/sentence.ts';
import { TABLE_WORD, workspaceText as text } from '../texts/workspace.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { servedTeam } from './record.ts';
import { slackOptions } from './slack-options.ts';

export type RemoveOptions = { readonly yes?: boolean };

/** `workspace list`: a line for each, its parts with a tab between. */
export const listAll = async (config: Config): Promise<void> => {
  const { db, close } = await openRecord(config, createLog('silent'));
  try {
    const [workspaces, served, installed] = await Promise.all([
      listWorkspaces({ clock: systemClock, db }),
      servedTeam(config),
      db.workspaces.served(),
    ]);
    const installationOf = new Map(installed.map(({ id, installation }) => [id, installation]));
    if (workspaces.length === 0) return say(text.none);
    for (const { id, since, rows, promoters } of workspaces) {
      const isServed = id === served?.id;
      const installation = installationOf.get(id);
      const ended = installation?.ended;
      const parts = [
        id,
        ...(isServed ? [served.name] : []),
        text.since(printDay(todayInTokyo(since))),
        text.promoters(promoters),
        text.rows(rows),
        ...(isServed ? [text.served] : []),
        ...(installation === undefined ? [] : [text.installed(installation.id)]),
        ...(ended === undefined ? [] : [text.setAside(printDay(todayInTokyo(ended.at)))]),
      ];
      say(parts.join('\t'));
    }
  } finally {
    await close();
  }
};

const rowsIn = ({ rows }: Holdings): number => rows.reduce((sum, { count }) => sum + count, 0);

const sayHoldings = ({ rows, jobs }: Holdings): void => {
  for (const { table, count } of rows) say(text.counted(TABLE_WORD[table] ?? table, count));
  if (jobs > 0) say(text.counted(text.jobs, jobs));
};

const sentences = (id: string): SentencesOf<RemovalProblem> => ({
  'needs-yes': text.needsYes(id),
  'no-workspace': text.noWorkspace(id),
  'bot-at-work': text.botAtWork(id),
  'jobs-running': ({ count }) => text.jobsRunning(count),
});

/** Whether Slack takes back the token of an installation; not without the key that opens it. */
const revoke = async (config: Config, { id, botToken, keyId }: KeptInstallation): Promise<boolean> => {
  const { slack } = config;
  if (slack?.mode !== 'oauth') return false;
  const seal = createTokenSeal(...slack.tokenKeys);
  const token = seal.open(botToken, { installationId: id, column: 'bot_token' }, keyId);
  if (token === undefined) return false;
  const client = new WebClient(token, {
    ...slackOptions(config),
    retryConfig: { retries: 0 },
    timeout: 5000,
  });
  return client.auth.revoke().then(
    ({ ok }) => ok,
    () => false,
  );
};

/** What became of the installation that served a removed workspace. */
const installationLine = async (
  config: Config,
  db: Database,
  installation: KeptInstallation,
): Promise<string> => {
  const { id, ended } = installation;
  if ((await db.installations.find(id)) !== undefined) return text.installationStays(id);
  const isRevoked = ended !== undefined || (await revoke(config, installation));
  return isRevoked ? text.installationGone(id) : text.notRevoked(id);
};

/** `workspace remove T… [--yes]`: shows what would go, or removes it for good. */
export const remove = async (config: Config, id: string, { yes = false }: RemoveOptions): Promise<void> => {
  const { connection, db, close } = await openRecord(config, createLog('silent'));
  try {
    // What a process had taken that died since is no work any more.
    if (yes) await freeJobsOfTheDead(connection);
    const installation = await db.installations.of(id);
    const removed = await removeWorkspace({ db }, id, yes);
    if (!removed.ok) {
      const { error } = removed;
      if (error.kind === 'needs-yes') {
        say(text.wouldGo(id, rowsIn(error.would)));
        sayHoldings(error.would);
        say(text.stays);
      }
      throw new CommandEnd(EXIT.refused, sentenceOf(sentences(id), error));
    }
    say(text.gone(id, rowsIn(removed.value)));
    sayHoldings(removed.value);
    say(text.stays);
    if (installation !== undefined) say(await installationLine(config, db, installation));
    if ((await servedTeam(config))?.id === id) say(text.startsAnew(id));
  } finally {
    await close();
  }
};

/**
 * `workspace set-aside T…`: ends an installation in the record, e.g. when its token can't be read any more, without a word to Slack.
 * A bot at work sends nothing more within a minute.
 */
export const setAside = async (config: Config, id: string): Promise<void> => {
  const { db, close } = await openRecord(config, createLog('silent'));
  try {
    const workspaces = await endInstallation({ clock: systemClock, db }, id, 'operator');
    if (workspaces.length === 0) throw new CommandEnd(EXIT.refused, text.notInstalled(id));
    say(text.isSetAside(workspaces));
  } finally {
    await close();
  }
};
