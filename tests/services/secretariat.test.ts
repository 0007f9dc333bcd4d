import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfSecretariat, type SecretariatDeps, secretariatOf } from '../../src/services/secretariat.ts';
import type { SlackPerson } from '../../src/slack/people.ts';

const person = (id: string, isMember = true): SlackPerson => ({
  id,
  teams: ['T0CITY'],
  email: `${id.toLowerCase()}@city.example`,
  name: id,
  isDeactivated: !isMember,
  isMember,
});

/** Slack with these people; of U0SILENT it says nothing. */
const depsOf = (known: readonly SlackPerson[], environment: readonly string[]): SecretariatDeps => ({
  people: {
    hasLeft: async (id) => id !== 'U0SILENT' && known.find((one) => one.id === id)?.isMember !== true,
    idsOf: async (named) =>
      named.flatMap((name) =>
        name.includes('@')
          ? known.filter(({ email }) => email === name).map(({ id }) => id)
          : name.toUpperCase(),
      ),
  },
  workspace: { secretariat: environment },
});

const KNOWN = [person('U0ONE'), person('U0TWO'), person('U0LEFT', false), person('U0GONE', false)];

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  [
    'until 設定 names anybody: whom the environment names',
    [],
    ['u0two', 'u0one@city.example'],
    ['U0TWO', 'U0ONE'],
  ],
  [
    'of the environment, too, only who can act',
    [],
    ['u0left', 'u0one', 'u0nobody', 'no@city.example'],
    ['U0ONE'],
  ],
  ['whom 設定 names, and nobody of the environment', ['U0ONE'], ['u0two'], ['U0ONE']],
  ['without those who have left', ['U0LEFT', 'U0ONE', 'U0NOBODY'], ['u0two'], ['U0ONE']],
  ['once all of the list have left: whom the environment names', ['U0LEFT', 'U0GONE'], ['u0two'], ['U0TWO']],
  ['while Slack says nothing of one: the list', ['U0LEFT', 'U0SILENT'], ['u0two'], ['U0SILENT']],
  ['nobody where nobody is named', [], [], []],
])('%s', async (_, secretariat, environment, expected) => {
  expect(await secretariatOf(depsOf(KNOWN, environment), { secretariat })).toEqual(expected);
});

test('a member is one of them if and only if they are among them', async () => {
  const ids = fc.subarray(KNOWN.map(({ id }) => id));
  const named = fc.subarray(KNOWN.flatMap(({ id, email }) => [id.toLowerCase(), email ?? '']));
  await fc.assert(
    fc.asyncProperty(ids, named, async (secretariat, environment) => {
      const deps = depsOf(KNOWN, environment);
      const members = KNOWN.filter(({ isMember }) => isMember);
      const each = await Promise.all(members.map((one) => isOfSecretariat(deps, { secretariat }, one)));
      const those = await secretariatOf(deps, { secretariat });
      expect(members.filter((_, index) => each[index]).map(({ id }) => id)).toEqual(
        [...new Set(those)].sort(),
      );
    }),
  );
});
