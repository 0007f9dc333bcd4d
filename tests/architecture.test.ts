import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  apartRule,
  clockRule,
  confirmRule,
  importRule,
  leftoverRule,
  lengthRule,
  NEIGHBOURS,
  nameRule,
  partOf,
  practiceRule,
  type Rule,
  type SourceFile,
  secretariatRule,
  sentenceRule,
  subjectRule,
} from './support/house-rules.ts';
import { circlesOf } from './support/import-circles.ts';
import { DOMAIN_ORDER, downwardRule, nounProblems } from './support/wing-rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILT = /^src\/(?:db\/generated|sandbox\/page\/dist)\//u;

const FILES: readonly SourceFile[] = ['src', 'tests', 'scripts', 'bench']
  .flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length)),
  )
  .filter((path) => !BUILT.test(path))
  .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }));

const RULES: Readonly<Record<string, Rule>> = {
  'every import follows the table': importRule,
  'who the secretariat is, one file answers': secretariatRule,
  'wings of the domain import only downward': downwardRule,
  'who may confirm, one rule says': confirmRule,
  'no file is longer than 250 lines, but texts': lengthRule,
  'time is given: two files alone read the clock': clockRule,
  'sentences are in src/texts': sentenceRule,
  'the bot has no word and no branch for the practice workspace': practiceRule,
  'rows are called by domain/subject.ts alone': subjectRule,
  'nothing is left for later': leftoverRule,
  'files are named in kebab case, by what they are': nameRule,
  'tests that npm test leaves out are known by their names': apartRule,
};

test.each(Object.entries(RULES))('%s', (_, rule) => {
  expect(FILES.flatMap(rule)).toEqual([]);
});

test('no files import each other round about, types counted', () => {
  expect(circlesOf(FILES.filter(({ path }) => path.startsWith('src/')))).toEqual([]);
});

const importing = (path: string, ...froms: readonly string[]): SourceFile => ({
  path,
  text: froms.map((from) => `${from}\n`).join(''),
});
test.each([
  [
    'two that run',
    [
      importing('src/db/a.ts', "import { b } from './b.ts';"),
      importing('src/db/b.ts', "import { a } from './a.ts';"),
    ],
    [['src/db/a.ts', 'src/db/b.ts', 'src/db/a.ts']],
  ],
  [
    'types of another room, two files on',
    [
      importing('src/app.ts', "import './db/a.ts';"),
      importing('src/db/a.ts', "import type { B } from '../queries/b.ts';"),
      importing('src/queries/b.ts', "export { type C } from './deep/c.ts';"),
      importing('src/queries/deep/c.ts', "export type C = import('../../db/a.ts').A;"),
    ],
    [['src/db/a.ts', 'src/queries/b.ts', 'src/queries/deep/c.ts', 'src/db/a.ts']],
  ],
  [
    'nothing where two ways lead to one file',
    [
      importing('src/db/a.ts', "import './b.ts';", "import './c.ts';"),
      importing('src/db/b.ts', "import './c.ts';"),
      importing('src/db/c.ts', "import pg from 'pg';"),
    ],
    [],
  ],
])('of files that import each other are found: %s', (_, files, circles) => {
  expect(circlesOf(files)).toEqual(circles);
});

test('a noun is one folder', () => {
  expect(nounProblems(FILES)).toEqual([]);
});

test('every wing of the domain and every file at its root that knows of one has its place, once', () => {
  const inOrder = DOMAIN_ORDER.flat();
  const there = new Set(
    FILES.map(({ path }) => /^src\/domain\/([^/]+?)(?:\.ts)?(?:\/|$)/u.exec(path)?.[1] ?? ''),
  );
  expect(inOrder).toEqual([...new Set(inOrder)].filter((name) => there.has(name)));
});

test('the rules saw the whole house', () => {
  const parts = new Set(FILES.map(({ path }) => partOf(path)).filter((part) => part !== ''));
  expect([...parts].sort()).toEqual(Object.keys(NEIGHBOURS).sort());
});

type Example = { readonly rule: Rule; readonly path: string; readonly text: string };
const example = (rule: Rule, path: string, text = ''): Example => ({ rule, path, text });

const REFUSED: Readonly<Record<string, Example>> = {
  'a rule that asks the database': example(importRule, 'src/domain/a.ts', "import { x } from '../db/x.ts';"),
  'a rule that reads a file': example(importRule, 'src/domain/a.ts', "import fs from 'node:fs';"),
  'days reckoned outside of the calendar': example(
    importRule,
    'src/domain/a.ts',
    "import { a } from 'date-fns';",
  ),
  'a use case that calls Slack': example(
    importRule,
    'src/services/a.ts',
    "import {\n  type X,\n  y,\n} from '../slack/x.ts';",
  ),
  'a use case that calls another': example(importRule, 'src/services/a.ts', "import { b } from './b.ts';"),
  'a use case that confirms by another permission': example(
    confirmRule,
    'src/services/a.ts',
    'if (isSecretariat(actor)) await record.meetings.confirm(id, at);',
  ),
  'a use case that works out who the secretariat is': example(
    secretariatRule,
    'src/services/a.ts',
    'const told = secretariat.length > 0 ? secretariat : named;',
  ),
  'a view that calls a use case': example(
    importRule,
    'src/views/a.ts',
    "import { x } from '../services/x.ts';",
  ),
  'a view that knows a row': example(importRule, 'src/views/a.ts', "import type { X } from '../db/x.ts';"),
  'a handler that makes an app': example(
    importRule,
    'src/handlers/a.ts',
    "import { App } from '@slack/bolt';",
  ),
  'a handler that fetches the database': example(
    importRule,
    'src/handlers/a.ts',
    "await import('../db/x.ts');",
  ),
  'a second timer': example(importRule, 'src/jobs/a.ts', "import cron from 'node-cron';"),
  'a second queue': example(importRule, 'src/jobs/a.ts', "import { run } from 'graphile-worker';"),
  'Prisma outside of db': example(importRule, 'src/slack/a.ts', "export { Prisma } from '@prisma/client';"),
  'a bot that knows of its practice': example(importRule, 'src/deps.ts', "import './sandbox/sandbox.ts';"),
  'a branch for the practice': example(practiceRule, 'src/app.ts', "if (team === 'T0PRACTICE') return;"),
  'a practice that knows the bot': example(
    importRule,
    'src/sandbox/a.ts',
    "import { x } from '../domain/x.ts';",
  ),
  'a package nobody has chosen': example(importRule, 'src/cli/a.ts', "import x from 'left-pad';"),
  'a file in a folder nobody has planned': example(
    importRule,
    'src/misc/a.ts',
    "import { x } from '../domain/x.ts';",
  ),
  'a long file': example(lengthRule, 'src/a.ts', 'x\n'.repeat(251)),
  'a long test': example(lengthRule, 'tests/a.test.ts', 'x\n'.repeat(251)),
  'the milliseconds of now': example(clockRule, 'src/services/a.ts', 'const now = Date.now();'),
  'the moment of now': example(clockRule, 'src/services/a.ts', 'const now = new Date();'),
  'a sentence in a view': example(sentenceRule, 'src/views/a.ts', "const x = '会議を記録しました。';"),
  'a sentence with a gap': example(
    sentenceRule,
    'src/views/a.ts',
    `const x = \`\${year}の会議を表示します\`;`,
  ),
  'a name of a row made elsewhere': example(
    subjectRule,
    'src/services/a.ts',
    `const subject = \`meeting:\${id}\`;`,
  ),
  'a name of a row taken apart elsewhere': example(
    subjectRule,
    'src/queries/a.ts',
    "const [, id] = ref.split(':');",
  ),
  'what a button carries joined by hand': example(
    subjectRule,
    'src/views/a.ts',
    `const value = \`\${list.year}:\${page}\`;`,
  ),
  'what a button carries taken apart by hand': example(
    subjectRule,
    'src/handlers/a.ts',
    "const end = value.lastIndexOf(':');",
  ),
  'a thing to do': example(leftoverRule, 'src/a.ts', '// TO_DO: later'.replace('_', '')),
  'a name in camel case': example(nameRule, 'src/views/meetingForm.ts'),
  'a name that says nothing': example(nameRule, 'src/views/view-helpers.ts'),
  'a process in npm test': example(
    apartRule,
    'tests/jobs/a.test.ts',
    "import { startBotFor } from '../support/bot-process.ts';",
  ),
  'a browser in npm test': example(
    apartRule,
    'tests/browser/a.test.ts',
    "import { openScreen } from './practice-page.ts';",
  ),
};
test.each(Object.entries(REFUSED))('refuses %s', (_, { rule, path, text }) => {
  expect(rule({ path, text })).toHaveLength(1);
});

const ALLOWED: Readonly<Record<string, Example>> = {
  'days in the calendar': example(importRule, 'src/domain/calendar/a.ts', "import { a } from 'date-fns';"),
  'a question that use cases share': example(
    importRule,
    'src/services/a/b.ts',
    "import { secretariatOf } from '../secretariat.ts';",
  ),
  'types from beside': example(
    importRule,
    'src/services/a.ts',
    "import { type X, type Y } from '../db/x.ts';",
  ),
  'an import in a comment': example(importRule, 'src/domain/a.ts', "// import { x } from '../db/x.ts';"),
  'a file of just the length': example(lengthRule, 'src/a.ts', 'x\n'.repeat(250)),
  'long texts': example(lengthRule, 'src/texts/a.ts', 'x\n'.repeat(251)),
  'a moment that is given': example(clockRule, 'src/services/a.ts', 'const then = new Date(given);'),
  'a word on a button': example(sentenceRule, 'src/views/a.ts', "button('閉じる'); // 会議を記録しました。"),
  'a test of a page': example(nameRule, 'tests/sandbox/page.browser.test.ts'),
  'a process of a test that is named so': example(
    apartRule,
    'tests/jobs/a.process.test.ts',
    "import { startBotFor } from '../support/bot-process.ts';",
  ),
};
test.each(Object.entries(ALLOWED))('allows %s', (_, { rule, path, text }) => {
  expect(rule({ path, text })).toEqual([]);
});
