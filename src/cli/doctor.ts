import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Config, ENV_FILE } from '../config.ts';
import type { Connection } from '../db/client.ts';
import { connectionTo } from '../db/connection-url.ts';
import { DatabaseError, problemOfDatabase } from '../db/database-problem.ts';
import { openEmbedded } from '../db/embedded/embedded.ts';
import { EmbeddedDatabaseError } from '../db/embedded/problem.ts';
import { lookAtInstallations } from '../db/installation-look.ts';
import { lookAtDatabase } from '../db/migrate/migrate.ts';
import { lookAtOthersQueue } from '../db/queue-look.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { keyName } from '../oauth/token-seal.ts';
import { doctorText } from '../texts/cli.ts';
import { databaseSentence } from '../texts/database.ts';
import { setAsideText, tokenKeyText } from '../texts/installation.ts';
import { lookAtSlack } from './doctor-slack.ts';
import { bad, type Finding, good, note } from './finding.ts';
import { CommandEnd, EXIT, reasonOf, say } from './output.ts';
import { PRACTICE_SECRETARY_NAME } from './practice-people.ts';

/** Whether a directory is there to be written in, or could be made. */
const isUsable = (directory: string): boolean => {
  if (!existsSync(directory)) return isUsable(path.dirname(directory));
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
    return statSync(directory).isDirectory();
  } catch {
    return false;
  }
};

/** Messages of a workspace are sent by the process with its token only. */
const checkQueue = async (connection: Connection, workspaceId: string): Promise<readonly Finding[]> =>
  (await lookAtOthersQueue(connection, workspaceId)).map((waiting) =>
    note(
      doctorText.othersWaiting(waiting.workspaceId, waiting.count),
      doctorText.othersMend(waiting.workspaceId),
    ),
  );

/** What of many workspaces can be seen in the database: whether the keys are there, and which are set aside, since when and why. */
const checkInstallations = async (
  connection: Connection,
  slack: Config['slack'],
): Promise<readonly Finding[]> => {
  const { living, setAside } = await lookAtInstallations(connection);
  const aside = setAside.map(({ workspaceId, since, because }) =>
    note(
      setAsideText.what(workspaceId, printDayWithWeekday(todayInTokyo(since)), because),
      setAsideText.mend,
    ),
  );
  if (slack?.mode !== 'oauth') return aside;
  if (living.length === 0)
    return [note(doctorText.installedNowhere, doctorText.installedNowhereMend), ...aside];
  const known = slack.tokenKeys.map(keyName);
  const shut = living.filter(({ keyId }) => !known.includes(keyId)).map(({ id }) => id);
  const [what = '', mend = ''] = tokenKeyText(shut);
  return [
    good(doctorText.installed(living.length)),
    shut.length === 0 ? good(doctorText.keysOk) : bad(what, mend),
    ...aside,
  ];
};

/** `workspaceId`: the one that the bot serves; undefined where Slack does not say, or it serves many. */
const checkDatabase = async (
  { databaseUrl, dataDir, slack }: Config,
  workspaceId: string | undefined,
): Promise<readonly Finding[]> => {
  if (databaseUrl === undefined && !existsSync(path.join(dataDir, 'postgres')))
    return [
      isUsable(path.resolve(dataDir))
        ? good(doctorText.databaseNew)
        : bad(doctorText.dataDirUnusable(dataDir), doctorText.dataDirMend),
    ];
  try {
    const embedded = databaseUrl === undefined ? await openEmbedded(dataDir) : undefined;
    try {
      const connection = embedded?.connection ?? connectionTo(databaseUrl ?? '');
      const { pending, problem } = await lookAtDatabase(connection);
      if (problem !== undefined) return [bad(doctorText.databaseUnusable, databaseSentence(problem))];
      return [
        good(doctorText.databaseOk),
        pending.length === 0
          ? good(doctorText.migrationsOk)
          : bad(doctorText.migrationsPending(pending), doctorText.migrationsMend),
        ...(workspaceId === undefined ? [] : await checkQueue(connection, workspaceId)),
        ...(await checkInstallations(connection, slack)),
      ];
    } finally {
      await embedded?.release();
    }
  } catch (error) {
    const isTold = error instanceof EmbeddedDatabaseError || error instanceof DatabaseError;
    const mend = isTold ? reasonOf(error) : databaseSentence(problemOfDatabase(error));
    return [bad(doctorText.databaseDown, mend)];
  }
};

/** In each of many workspaces it is who installed the app there. */
const checkSecretariatOfMany = ({ secretariat, logChannel }: Config): readonly Finding[] => {
  const unread = [
    ...(secretariat.length > 0 ? ['SECRETARIAT'] : []),
    ...(logChannel === undefined ? [] : ['LOG_CHANNEL']),
  ];
  return [
    good(doctorText.secretariatByInstall),
    ...(unread.length === 0 ? [] : [note(doctorText.notForMany(unread), doctorText.notForManyMend)]),
  ];
};

const checkSecretariat = (config: Config): readonly Finding[] => {
  const { slack, secretariat } = config;
  if (slack?.mode === 'oauth') return checkSecretariatOfMany(config);
  if (secretariat.length > 0) return [good(doctorText.secretariatOk(secretariat.length))];
  return slack === undefined
    ? [good(doctorText.secretariatInPractice(PRACTICE_SECRETARY_NAME))]
    : [note(doctorText.secretariatNone, doctorText.secretariatMend)];
};

/** Tokens and passwords are for the bot's user alone. */
const checkEnvFile = (): readonly Finding[] => {
  const found = statSync(ENV_FILE, { throwIfNoEntry: false });
  return found === undefined || (found.mode & 0o077) === 0
    ? []
    : [note(doctorText.envFileOpen, doctorText.envFileMend)];
};

/** `doctor`: every check on a line of its own, each with how to mend it; it changes nothing. */
export const doctor = async (config: Config): Promise<void> => {
  const onSlack = await lookAtSlack(config);
  const findings = [
    good(doctorText.configOk),
    ...checkEnvFile(),
    ...(await checkDatabase(config, onSlack.workspaceId)),
    ...checkSecretariat(config),
    ...onSlack.findings,
  ];
  for (const { line } of findings) say(line);
  if (findings.some(({ passes }) => !passes)) throw new CommandEnd(EXIT.failure, '');
};
