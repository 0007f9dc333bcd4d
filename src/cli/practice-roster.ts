import { readFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { readPromoterFile } from '../documents/promoter-csv.ts';
import { trusted } from '../domain/actor.ts';
import { currentFiscalYear, firstDayOf } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { RosterRow } from '../domain/roster-import.ts';
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { importPromoters } from '../services/import-promoters.ts';
import { prepareWorkspace } from '../services/prepare-workspace.ts';
import { ROLE_WORD } from '../texts/role-guide.ts';
import { PRACTICE_TEAM } from './practice-people.ts';

type PersonSeed = NonNullable<SandboxOptions['people']>[number];

const FILE = new URL('../../prisma/sample/promoters.csv', import.meta.url);

/** The made-up promoters of the practice workspace, as its sample file has them. */
export const readPracticeRoster = (): readonly RosterRow[] => {
  const read = readPromoterFile(readFileSync(FILE));
  if (!read.ok || read.value.problems.length > 0) throw new Error('the sample roster can not be read');
  return read.value.rows;
};

/** Every twentieth of them has no Slack: there are such people in every city. */
const WITHOUT_SLACK = 20;

/** The accounts of those of the roster who have one and are not among the `known` people anyway. */
export const practiceAccounts = (
  rows: readonly RosterRow[],
  known: readonly PersonSeed[],
): readonly PersonSeed[] => {
  const addresses = new Set(known.map(({ email }) => email));
  return rows.flatMap(({ name, email, section, role }, index) =>
    email === null || addresses.has(email) || index % WITHOUT_SLACK === WITHOUT_SLACK - 1
      ? []
      : [
          {
            id: `U0P${String(index + 1).padStart(3, '0')}`,
            real_name: name,
            title: `${ROLE_WORD[role]}(${section})`,
            email,
          },
        ],
  );
};

/**
 * Fills the practice workspace with the sample roster, as that of the present fiscal year, once: what is done there later
 * stays as it was left.
 */
export const fillPracticeRoster = async (config: Config, sample: readonly RosterRow[]): Promise<void> => {
  const startsOn = firstDayOf(currentFiscalYear(todayInTokyo(systemClock.now())));
  const rows = sample.map((row) => ({ ...row, startsOn }));
  const { db, close } = await openRecord(config, createLog('silent'));
  try {
    const deps = { clock: systemClock, db };
    await prepareWorkspace(deps, PRACTICE_TEAM.id);
    if ((await db.record(PRACTICE_TEAM.id).departments.all()).length > 0) return;
    const filled = await importPromoters(deps, rows, false, trusted(PRACTICE_TEAM.id, 'cli:practice', 'cli'));
    if (!filled.ok) throw new Error(`the sample roster was not taken: ${filled.error.kind}`);
  } finally {
    await close();
  }
};
