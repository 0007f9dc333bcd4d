import { existsSync } from 'node:fs';
import path from 'node:path';
import { WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from '../config.ts';
import { openEmbedded } from '../db/embedded.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { SCOPES } from '../slack/scopes.ts';
import { doctorText } from '../texts/cli.ts';
import { CommandEnd, EXIT, reasonOf, say } from './output.ts';

/** What a check found: a line to print, and whether the bot can work with it. */
type Finding = { readonly line: string; readonly passes: boolean };

const good = (what: string): Finding => ({ line: doctorText.ok(what), passes: true });
const note = (what: string, mend: string): Finding => ({ line: doctorText.note(what, mend), passes: true });
const bad = (what: string, mend: string): Finding => ({
  line: doctorText.problem(what, mend),
  passes: false,
});

const checkDatabase = async ({ databaseUrl, dataDir }: Config): Promise<readonly Finding[]> => {
  if (databaseUrl === undefined && !existsSync(path.join(dataDir, 'postgres')))
    return [good(doctorText.databaseNew)];
  try {
    const embedded = databaseUrl === undefined ? await openEmbedded(dataDir) : undefined;
    try {
      const pending = await pendingMigrations(
        embedded?.connection ?? { connectionString: databaseUrl ?? '' },
      );
      return [
        good(doctorText.databaseOk),
        pending.length === 0
          ? good(doctorText.migrationsOk)
          : bad(doctorText.migrationsPending(pending), doctorText.migrationsMend),
      ];
    } finally {
      await embedded?.release();
    }
  } catch (error) {
    return [bad(doctorText.databaseDown, doctorText.databaseMend(reasonOf(error)))];
  }
};

const checkScopes = (granted: readonly string[]): readonly Finding[] => {
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  const unused = granted.filter((scope) => !SCOPES.includes(scope));
  return [
    missing.length === 0
      ? good(doctorText.scopesOk)
      : bad(doctorText.scopesMissing(missing), doctorText.scopesMend),
    ...(unused.length === 0 ? [] : [note(doctorText.scopesUnused(unused), doctorText.scopesUnusedMend)]),
  ];
};

const checkSlack = async (slack: SlackConfig, slackApiUrl: string): Promise<readonly Finding[]> => {
  const options = { slackApiUrl, retryConfig: { retries: 0 }, timeout: 5000 };
  const findings: Finding[] = [];
  try {
    const answer = await new WebClient(slack.botToken, options).auth.test();
    findings.push(good(doctorText.slackOk(answer.team ?? '')));
    findings.push(...checkScopes(answer.response_metadata?.scopes ?? []));
  } catch (error) {
    findings.push(bad(doctorText.slackDown(reasonOf(error)), doctorText.slackMend));
  }
  if (slack.mode !== 'socket') return findings;
  try {
    await new WebClient(slack.appToken, options).apps.connections.open({});
    findings.push(good(doctorText.appTokenOk));
  } catch (error) {
    findings.push(bad(doctorText.appTokenDown(reasonOf(error)), doctorText.appTokenMend));
  }
  return findings;
};

/** `doctor`: every check on a line of its own, each with how to mend it; it changes nothing. */
export const doctor = async (config: Config): Promise<void> => {
  const { slack, slackApiUrl, secretariat } = config;
  const findings = [
    good(doctorText.configOk),
    ...(await checkDatabase(config)),
    secretariat.length > 0
      ? good(doctorText.secretariatOk(secretariat.length))
      : note(doctorText.secretariatNone, doctorText.secretariatMend),
    ...(slack === undefined ? [good(doctorText.practice)] : await checkSlack(slack, slackApiUrl)),
  ];
  for (const { line } of findings) say(line);
  if (findings.some(({ passes }) => !passes)) throw new CommandEnd(EXIT.failure, '');
};
