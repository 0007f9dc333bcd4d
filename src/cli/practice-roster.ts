import { readFileSync } from 'node:fs';
import { readPromoterFile } from '../documents/csv/promoter.ts';
import type { RosterRow } from '../domain/roster/import.ts';
import type { SandboxOptions } from '../sandbox/sandbox-options.ts';
import { ROLE_WORD } from '../texts/role-guide.ts';

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

/** Those of `people` who are in the roster, as the record is told of their accounts. */
export const promotersAmong = (
  people: readonly PersonSeed[],
  rows: readonly RosterRow[],
): readonly { readonly name: string; readonly email: string; readonly slackId: string }[] =>
  people.flatMap(({ id, email = '' }) => {
    const row = rows.find((each) => each.email !== null && each.email === email);
    return row === undefined ? [] : [{ name: row.name, email, slackId: id }];
  });
