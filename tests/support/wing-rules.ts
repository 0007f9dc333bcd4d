import { importsOf, type Rule, type SourceFile } from './house-rules.ts';

/**
 * The wings of src/domain from below to above, and those files at its root that are not below all of them: each imports only what
 * stands in a line before its own. What is not named here is a file at the root that knows of no wing.
 */
export const DOMAIN_ORDER: readonly (readonly string[])[] = [
  ['slack'],
  ['calendar'],
  ['occasion', 'department', 'yearly'],
  ['person'],
  ['settings', 'department-match'],
  ['promoter', 'setup', 'rollover'],
  ['attendance', 'roster', 'inquiry'],
  ['body'],
  ['meeting'],
  ['written-meeting'],
  ['action-item'],
  ['opinion'],
  ['training'],
  ['chapter5'],
  ['schedule'],
  ['morning', 'newsletter'],
  ['search'],
  ['delivery'],
];

const DOMAIN = /^src\/domain\/([a-z0-9-]+)(\/|\.ts$)/u;
/** The wing, or the file at the root, that a path of src/domain is of. */
const placeOf = (path: string): { readonly name: string; readonly isWing: boolean } | undefined => {
  const [, name, end] = DOMAIN.exec(path) ?? [];
  return name === undefined ? undefined : { name, isWing: end === '/' };
};

/** How far up it stands: -1 is below all wings. */
const heightOf = (name: string): number => DOMAIN_ORDER.findIndex((line) => line.includes(name));

/** Wings of the domain import only downward, types counted, and each has its place in the order. */
export const downwardRule: Rule = ({ path, text }) => {
  const here = placeOf(path);
  if (here === undefined) return [];
  if (here.isWing && heightOf(here.name) < 0) return [`${path}: ${here.name} has no place in the order`];
  return importsOf(text)
    .map(({ from }) => ({ from, there: placeOf(new URL(from, `file:///${path}`).pathname.slice(1)) }))
    .filter(({ from, there }) => {
      if (!from.startsWith('.') || there === undefined || there.name === here.name) return false;
      const isGround = heightOf(there.name) < 0;
      return !isGround && heightOf(there.name) >= heightOf(here.name);
    })
    .map(({ from }) => `${path}: may not import ${from}, which stands above it`);
};

/** Tables, texts and commands are flat: one file each. */
const ROOMS_WITH_WINGS = ['domain', 'services', 'queries', 'views', 'documents', 'handlers', 'jobs', 'slack'];
/** What every request goes through is no noun. */
const MACHINERY = ['receive'];
const MOST_FLAT = 2;

/** What a file right in a room is about; a use case is named by its verb first: `record-meeting.ts`, `list-meetings.ts`. */
const nounOf = (room: string, name: string): string => {
  const [first = '', second = first] = name.split('-');
  return (room === 'services' ? second : first).replace(/s$/u, '');
};

/** A noun with three or more files in a room is a folder there, and has then no file beside it. */
export const nounProblems = (files: readonly SourceFile[]): readonly string[] =>
  ROOMS_WITH_WINGS.flatMap((room) => {
    const flat = new Map<string, string[]>();
    const folders = new Set<string>();
    for (const { path } of files) {
      const [, name, rest] = new RegExp(`^src/${room}/([a-z0-9-]+)(/|\\.ts$)`, 'u').exec(path) ?? [];
      if (name === undefined) continue;
      const noun = rest === '/' ? name.replace(/s$/u, '') : nounOf(room, name);
      if (rest === '/') folders.add(noun);
      else if (!MACHINERY.includes(noun)) flat.set(noun, [...(flat.get(noun) ?? []), path]);
    }
    return [...flat]
      .filter(([noun, paths]) => paths.length > MOST_FLAT || folders.has(noun))
      .map(([noun, paths]) => `${paths.join(', ')}: belongs in src/${room}/${noun}/`);
  });
