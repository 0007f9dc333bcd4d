/** The rules of docs/architecture.md that can be read from the files themselves. */

import { SUBJECT_KINDS } from '../../src/domain/subject.ts';
import { PACKAGES } from './package-homes.ts';

/** A file of this project, by its path from the root. */
export type SourceFile = { readonly path: string; readonly text: string };
/** What is wrong with a file, a line each. */
export type Rule = (file: SourceFile) => readonly string[];

const DEEP = ['sandbox/page', 'domain/calendar'];

/** The part of the house a file is in: its folder in src/, or for a file right in src/ its name. */
export const partOf = (path: string): string =>
  DEEP.find((part) => path.startsWith(`src/${part}/`)) ??
  /^src\/([^/]+?)(?:\.ts)?(?:\/|$)/u.exec(path)?.[1] ??
  '';

/** What a part may use when it runs, and what it may know the types of. Its own folder goes without saying. */
type Neighbours = { readonly uses: readonly string[]; readonly knows?: readonly string[] };
const OUTSIDE = ['db', 'slack'];
const ALL_BUT_CLI_AND_SANDBOX: Neighbours = {
  uses: 'app config db deps documents domain domain/calendar handlers http-mode http-server jobs oauth queries readiness requests services slack socket-mode texts views workspace-deps workspaces installed-workspaces serving metrics queues log-text'.split(
    ' ',
  ),
};
/** The table of docs/architecture.md. */
export const NEIGHBOURS: Readonly<Record<string, Neighbours>> = {
  'domain/calendar': { uses: ['domain'] },
  domain: { uses: ['domain/calendar'] },
  services: { uses: ['domain', 'domain/calendar', 'queries'], knows: OUTSIDE },
  // They read through the tables of one workspace that they are given: of the database they know the types alone.
  queries: { uses: ['domain', 'domain/calendar'], knows: ['db'] },
  texts: { uses: ['domain', 'domain/calendar'] },
  // Values reach views and documents as the use cases give them: the types are theirs, and leave nothing at run time.
  views: { uses: ['domain', 'domain/calendar', 'texts'], knows: ['services', 'slack'] },
  documents: { uses: ['domain', 'domain/calendar', 'texts'], knows: ['services'] },
  db: { uses: ['domain', 'domain/calendar'] },
  slack: { uses: ['domain', 'domain/calendar'] },
  handlers: {
    uses: ['domain', 'domain/calendar', 'services', 'texts', 'views', 'documents'],
    knows: OUTSIDE,
  },
  jobs: { uses: ['domain', 'domain/calendar', 'services', 'views', 'documents'], knows: OUTSIDE },
  'config-addresses': { uses: ['texts'] },
  'log-text': { uses: ['domain', 'texts'] },
  config: { uses: ['texts', 'config-addresses'] },
  'http-server': { uses: [], knows: ['readiness'] },
  readiness: { uses: [], knows: ['slack'] },
  requests: { uses: [], knows: ['domain'] },
  oauth: { uses: ['domain', 'services', 'slack', 'texts'], knows: ['db'] },
  'http-mode': { uses: ['requests'], knows: ['domain'] },
  'socket-mode': { uses: ['domain', 'requests'] },
  'workspace-deps': ALL_BUT_CLI_AND_SANDBOX,
  workspaces: ALL_BUT_CLI_AND_SANDBOX,
  'installed-workspaces': ALL_BUT_CLI_AND_SANDBOX,
  serving: ALL_BUT_CLI_AND_SANDBOX,
  queues: ALL_BUT_CLI_AND_SANDBOX,
  metrics: { uses: [], knows: ['db', 'domain', 'handlers', 'http-mode', 'requests', 'slack'] },
  deps: ALL_BUT_CLI_AND_SANDBOX,
  app: ALL_BUT_CLI_AND_SANDBOX,
  main: ALL_BUT_CLI_AND_SANDBOX,
  cli: { uses: [...ALL_BUT_CLI_AND_SANDBOX.uses, 'main', 'sandbox'] },
  sandbox: { uses: [] },
  'sandbox/page': { uses: [] },
};

/** A file an `import` names, and whether only its types are taken. */
type Import = { readonly from: string; readonly typesOnly: boolean };

const isTypes = (clause: string): boolean =>
  /^\s*type\b(?!\s*,)/u.test(clause) || /^\s*\{(?:\s*type\s[^,{}]+,?)+\s*\}\s*$/u.test(clause);

/** Every import of a file, in whatever form. */
export const importsOf = (text: string): readonly Import[] => [
  ...[...text.matchAll(/^(?:import|export)\s+([^'";]+?)\s*from\s*'([^']+)'/gmu)].map(
    ([, clause = '', from = '']) => ({
      from,
      typesOnly: isTypes(clause),
    }),
  ),
  ...[...text.matchAll(/^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gmu)].map(([, plain, later]) => ({
    from: plain ?? later ?? '',
    typesOnly: false,
  })),
];

/**
 * What several use cases ask first, and is no use case itself: it is given what was read, opens no transaction and changes
 * nothing. It stands at the root of services.
 */
const SHARED_QUESTIONS = ['src/services/secretariat.ts'];

const mayTake = (path: string, { from, typesOnly }: Import): boolean => {
  if (!from.startsWith('.'))
    return PACKAGES.some(
      ({ name, uses, knows }) =>
        name.test(from) && (uses.test(path) || (typesOnly && knows?.test(path) === true)),
    );
  const here = partOf(path);
  const target = new URL(from, `file:///${path}`).pathname.slice(1);
  const there = partOf(target);
  // A use case does not call another: they share types, and questions.
  if (here === there) return here !== 'services' || typesOnly || SHARED_QUESTIONS.includes(target);
  const { uses = [], knows = [] } = NEIGHBOURS[here] ?? {};
  return uses.includes(there) || (typesOnly && knows.includes(there));
};

/** Whatever a file in src/ imports is among its neighbours, and every package is where it belongs. */
export const importRule: Rule = ({ path, text }) => {
  if (!path.startsWith('src/') || !/\.tsx?$/u.test(path)) return [];
  const taken = importsOf(text).filter((one) => !mayTake(path, one));
  return taken.map(({ from, typesOnly }) => `${path}: may not import ${typesOnly ? 'types of ' : ''}${from}`);
};

const CONFIRMS = /\.(?:meetings|trainings)\.confirm\(/u;
/** Who may confirm has one name, and whatever confirms asks by it. */
export const confirmRule: Rule = ({ path, text }) => {
  if (!path.startsWith('src/') || path === 'src/domain/permission.ts') return [];
  const asksOtherwise =
    text.includes("'confirm-record'") || (CONFIRMS.test(text) && !text.includes('mayConfirm('));
  return asksOtherwise ? [`${path}: asks in its own way who may confirm`] : [];
};

/** The one answer; who asks whether the environment names anybody; and the commands, which read the environment. */
const KNOWS_SECRETARIAT = /^src\/(?:services\/(?:secretariat|identify)\.ts|cli\/)/u;
/** Who the secretariat is has one answer: neither list is weighed elsewhere. */
export const secretariatRule: Rule = ({ path, text }) =>
  path.startsWith('src/') &&
  !KNOWS_SECRETARIAT.test(path) &&
  /\bworkspace\.secretariat\b|\bsecretariat\.length\b/u.test(text)
    ? [`${path}: works out who the secretariat is`]
    : [];

const MOST_LINES = 250;
/** Code and styles have at most 250 lines; texts may be as long as the bot has things to say. */
export const lengthRule: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  const isFree = path.startsWith('src/texts/') || !/\.(?:tsx?|css)$/u.test(path);
  const isLong = lines > MOST_LINES && !isFree;
  return isLong ? [`${path}: ${lines} lines`] : [];
};

const CLOCKS = ['src/deps.ts', 'src/sandbox/clock.ts'];
/** Time is given: `clock.now()`. */
export const clockRule: Rule = ({ path, text }) =>
  path.startsWith('src/') &&
  !CLOCKS.includes(path) &&
  /\bDate\.now\b|\bnew Date(?:\(\s*\)|(?!\w|\())/u.test(text)
    ? [`${path}: reads the machine's clock`]
    : [];

/** Words of the rules themselves, of the practice workspace and its made-up people, and of errors that end the process. */
const OWN_SENTENCES =
  /^src\/(?:texts\/|domain\/|sandbox\/|cli\/practice-people\.ts|db\/embedded\/(?:problem|start)\.ts|db\/migrate\/migrate\.ts)/u;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/gu;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu;

/** A word on a button, or one that is typed (閉じる, 開催なし), has at most six characters; what is longer is a sentence. */
const isSentence = (literal: string): boolean =>
  (literal.match(/[\u3000-\u30ff\u4e00-\u9fff]{7,}/gu) ?? []).some((run) => /[\u3040-\u30ff]/u.test(run));
/** What people read is in src/texts, where it can be read as a whole. */
export const sentenceRule: Rule = ({ path, text }) => {
  if (!path.startsWith('src/') || OWN_SENTENCES.test(path) || !path.endsWith('.ts')) return [];
  const literals = text.replace(COMMENT, '').match(LITERAL) ?? [];
  return literals.filter(isSentence).map((literal) => `${path}: ${literal} belongs in src/texts`);
};

/** Slack's side in practice, the commands that start it, and what those say about it. */
const KNOWS_PRACTICE = /^src\/(?:sandbox|cli|texts)\//u;
/** The bot cannot tell the practice workspace from Slack: it has neither a word nor a branch for it. */
export const practiceRule: Rule = ({ path, text }) =>
  path.startsWith('src/') && !KNOWS_PRACTICE.test(path) && /sandbox|practice|練習|T0PRACTICE/iu.test(text)
    ? [`${path}: knows of the practice workspace`]
    : [];

const SUBJECT_ROOMS = /^src\/(?:domain|services|queries|db(?!\/embedded)|jobs|handlers|views)\//u;
const SUBJECT_HOMES = ['src/domain/subject.ts', 'src/domain/parts.ts'];
const SUBJECT_TEXT = new RegExp(
  `['\`](?:${SUBJECT_KINDS.join('|')}):|\\b(?:split|indexOf|lastIndexOf)\\(['"\`]:|\\}:(?:\\$\\{|\\d+\`)`,
  'gu',
);
/** What a row is called is written and read in domain/subject.ts alone, and what buttons carry is joined by domain/parts.ts. */
export const subjectRule: Rule = ({ path, text }) => {
  if (!SUBJECT_ROOMS.test(path) || SUBJECT_HOMES.includes(path)) return [];
  const found = text.replace(COMMENT, '').match(SUBJECT_TEXT) ?? [];
  return found.map((written) => `${path}: ${written} belongs in domain/subject.ts or domain/parts.ts`);
};

/** What is not done is not begun in the code either. */
export const leftoverRule: Rule = ({ path, text }) =>
  /\b(?:TO{1}DO|FIX{1}ME|X{3})\b/u.test(text) ? [`${path}: something was left for later`] : [];

/** Kebab case, and a name that says what is in it. */
export const nameRule: Rule = ({ path }) => {
  const isKebab = path.split('/').every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/u.test(name));
  const saysNothing = /\b(?:utils?|helpers?|common|managers?)\b/u.test(path);
  return isKebab && !saysNothing ? [] : [`${path}: is not a name in this house`];
};

/** What takes long or depends on the machine, by what is imported for it, and how a test file is named that `npm test` leaves out for it. */
const APART = [
  {
    takes:
      /\/(?:bot-process|embedded-process|embedded-places|own-server)\.ts$|^(?:\.|.*\/cli)\/process\.ts$/u,
    name: '.process.test.ts',
  },
  { takes: /\/(?:chromium|practice-page|practice-screen|channel-page)\.ts$/u, name: '.browser.test.ts' },
] as const;
/** Tests with processes, database servers of their own or browsers are named so. */
export const apartRule: Rule = ({ path, text }) => {
  if (!path.startsWith('tests/') || !path.endsWith('.test.ts')) return [];
  const imports = importsOf(text);
  return APART.filter(
    ({ takes, name }) => !path.endsWith(name) && imports.some(({ from }) => takes.test(from)),
  ).map(({ name }) => `${path}: is to be named ${name}`);
};
