import type { Config } from '../config.ts';
import { createLog } from '../deps.ts';
import { connectPeople } from '../services/person/match.ts';
import { accountsText } from '../texts/accounts.ts';
import { accountLines } from '../views/person/accounts.ts';
import type { OpenedRecord } from './record.ts';
import { accessOf, peopleOf } from './workspace.ts';

/** Connects people who were imported to their Slack accounts, and says who has none; without a token, that the bot will. */
export const connectImported = async (
  config: Config,
  opened: OpenedRecord,
  people: readonly string[],
): Promise<readonly string[]> => {
  if (people.length === 0) return [];
  const { clock, db, workspaceId } = opened;
  const access = await accessOf(config, opened);
  if (access === undefined) return [accountsText.noToken];
  const deps = { clock, db, log: createLog('silent'), people: peopleOf(config, access, clock, 'import') };
  return accountLines(await connectPeople(deps, workspaceId, people));
};
