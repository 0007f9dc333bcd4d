import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entitiesPage } from '../scripts/entities.ts';
import { readConfig, VARIABLES } from '../src/config.ts';
import { readCsv } from '../src/documents/csv/file.ts';
import { readMeetingCsv } from '../src/documents/csv/meeting.ts';
import { COMMANDS } from '../src/handlers/features.ts';
import { SCOPES } from '../src/slack/scopes.ts';
import { ACTION_FORM, ACTION_LABEL } from '../src/texts/action-item.ts';
import { ARTICLE_FORM, ARTICLE_LABEL } from '../src/texts/article.ts';
import { BODY_FORM, BODY_LABEL } from '../src/texts/body.ts';
import { DID_NOT_MEET_FORM, DID_NOT_MEET_LABEL } from '../src/texts/did-not-meet.ts';
import { INQUIRY_FORM, INQUIRY_LABEL } from '../src/texts/inquiry.ts';
import { ANSWER_FORM, ANSWER_LABEL } from '../src/texts/inquiry-answer.ts';
import { DELEGATE_LABEL, NAME_LABEL, OVERSEE_FORM, RETURN_LABEL } from '../src/texts/inquiry-oversee.ts';
import { CONTENTS_LABEL, MEETING_FORM, MEETING_LABEL } from '../src/texts/meeting.ts';
import { ISSUE_FORM, ISSUE_LABEL, MONTHLY_LABEL } from '../src/texts/newsletter.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const README = read('README.md');
const DECISIONS = readdirSync(path.join(ROOT, 'docs/decisions')).sort();

const DOCUMENTS: readonly string[] = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  'docs/architecture.md',
  'docs/entities.md',
  'docs/operations.md',
  'docs/words.md',
  ...DECISIONS.map((name) => `docs/decisions/${name}`),
];

test('.env.example has every variable of the configuration, each after a comment, and changes nothing', () => {
  const example = read('.env.example');
  expect(Object.keys(parseEnv(example)).sort()).toEqual([...VARIABLES].sort());
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
  const paragraphs = example.trim().split('\n\n');
  expect(paragraphs.filter((paragraph) => !/^#.*[\u3040-\u30ff]/u.test(paragraph))).toEqual([]);
});

/** The words after `program.command(` in the command line. */
const cliCommands = [...read('src/cli/program.ts').matchAll(/\.command\('([a-z]+)/gu)].map(
  ([, name = '']) => name,
);

test.each([
  ['slash commands', COMMANDS.map(({ command }) => command)],
  ['variables', VARIABLES],
  ['commands of the command line', cliCommands],
  [
    'forms',
    [
      ...Object.values(MEETING_FORM),
      ...Object.values(ACTION_FORM),
      DID_NOT_MEET_FORM,
      BODY_FORM.register,
      ...Object.values(INQUIRY_FORM),
      ...Object.values(OVERSEE_FORM),
      ARTICLE_FORM.write,
      ISSUE_FORM.edit,
      ISSUE_FORM.confirm,
      ISSUE_FORM.add,
      ISSUE_FORM.monthly,
      ANSWER_FORM.answer,
      ANSWER_FORM.onBehalf,
      ANSWER_FORM.copy,
    ],
  ],
  [
    'fields',
    [
      MEETING_LABEL,
      CONTENTS_LABEL,
      ACTION_LABEL,
      DID_NOT_MEET_LABEL,
      BODY_LABEL,
      INQUIRY_LABEL,
      ANSWER_LABEL,
      RETURN_LABEL,
      DELEGATE_LABEL,
      NAME_LABEL,
      ARTICLE_LABEL,
      ISSUE_LABEL,
      MONTHLY_LABEL,
    ].flatMap((labels) => Object.values(labels)),
  ],
])('README names all %s', (_, names) => {
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => !README.includes(name))).toEqual([]);
});

test('README’s table of variables is the configuration, in its order', () => {
  const rows = [...README.matchAll(/^\| `([A-Z_]+)` \|/gmu)].map(([, name]) => name);
  expect(rows).toEqual(VARIABLES);
});

test('README’s example of a CSV file can be imported', () => {
  const [, csv = ''] = /```csv\n([\s\S]*?)```/u.exec(README) ?? [];
  expect(readMeetingCsv(readCsv(new TextEncoder().encode(csv)))).toMatchObject({
    rows: [{ line: 2, bodyName: '協働推進本部会議', draft: { way: 'written', heldOn: '2023-08-10' } }],
    problems: [],
  });
});

test('the operations guide gives a reason for every scope and no other', () => {
  const rows = [...read('docs/operations.md').matchAll(/^\| (`[a-z:.]+`(?: `[a-z:.]+`)*) \|/gmu)];
  const named = rows.flatMap(([, cell = '']) => cell.replaceAll('`', '').split(' '));
  expect(named.sort()).toEqual([...SCOPES].sort());
});

const Package = z.object({ version: z.string(), scripts: z.record(z.string(), z.string()) });
const { version, scripts } = Package.parse(JSON.parse(read('package.json')));

test('the changelog has the version of package.json', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
});

test.each(DOCUMENTS)('%s runs only scripts, and names only files, that are there', (file) => {
  const text = read(file);
  const run = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/gu)].map(([, name = '']) => name);
  expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/gu)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link)))).toEqual([]);
  const named = [...text.matchAll(/`((?:src|tests|docs|prisma|scripts|bench|\.ci)\/[\w./-]*)`/gu)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
});

test('decisions are numbered without a gap and say context, decision, consequences and check', () => {
  expect(DECISIONS.map((name) => Number(name.slice(0, 4)))).toEqual(DECISIONS.map((_, index) => index + 1));
  const headings = (name: string) =>
    [...read(`docs/decisions/${name}`).matchAll(/^#+ .*$/gmu)].map(([heading]) =>
      heading.replace(/^# \d+\. .+$/u, '#'),
    );
  expect(DECISIONS.map((name) => [name, ...headings(name)])).toEqual(
    DECISIONS.map((name) => [name, '#', '## Context', '## Decision', '## Consequences', '## Check']),
  );
});

test('the page of the tables is that of the schema', () => {
  expect(read('docs/entities.md')).toBe(entitiesPage(read('prisma/schema.prisma')));
});

test('a table, a relation and what may be missing are seen in the page of the tables', () => {
  const page = entitiesPage(
    [
      '/// 部局.',
      'model Department {',
      '  id       String    @id',
      '  sections Section[]',
      '',
      '  @@map("department")',
      '}',
      '',
      'model Section {',
      '  id           String      @id',
      '  departmentId String?',
      '  department   Department? @relation(fields: [departmentId], references: [id])',
      '}',
      '',
    ].join('\n'),
  );
  expect(page).toContain('Department |o--o{ Section : ""');
  expect(page).toContain('| `Department` | `department` | 部局. |');
});

test('architecture.md names only files that are there', () => {
  const named = [...read('docs/architecture.md').matchAll(/\b[a-z-]+(?:\/[a-z0-9*-]+)+\.ts\b/gu)].map(
    ([name]) => name,
  );
  const isThere = (name: string): boolean =>
    [name, `src/${name}`].some((file) => {
      const folder = path.join(ROOT, path.dirname(file));
      const [begin = '', end] = path.basename(file).split('*');
      return (
        existsSync(folder) &&
        readdirSync(folder).some((one) => (end === undefined ? one === begin : one.startsWith(begin)))
      );
    });
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('words.md names only words that are in the code and on the screen', () => {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('sandbox/'))
    .map((name) => read(`src/${name}`))
    .join('\n');
  const rows = [...read('docs/words.md').matchAll(/^\| (?!---|日本語|word )([^|]+) \| ([^|]+) \|/gmu)];
  const gone = rows.flatMap(([, people = '', code = '']) => [
    ...(/^[a-z]/u.test(people) ? [] : people.split(/[・()]/u).filter((word) => !sources.includes(word))),
    ...[...code.matchAll(/`([A-Za-z0-9]+)[^`]*`/gu)]
      .map(([, word = '']) => word)
      .filter((word) => !new RegExp(`\\b${word}\\b`, 'u').test(sources)),
  ]);
  expect(rows.length).toBeGreaterThan(40);
  expect(gone).toEqual([]);
});

test('architecture.md has every room of src/', () => {
  const rooms = readdirSync(path.join(ROOT, 'src')).map((name) => name.replace(/\.ts$/u, ''));
  const rows = read('docs/architecture.md').match(/^\| `.*$/gmu) ?? [];
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/gu)].map(([, name]) => name),
  );
  expect(named.sort()).toEqual(rooms.sort());
});
