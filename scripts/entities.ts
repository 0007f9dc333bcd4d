import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SCHEMA = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/entities.md', import.meta.url));

/** A relation as the table that holds the foreign key has it. */
type Relation = { readonly to: string; readonly isOptional: boolean; readonly name: string | undefined };
type Model = {
  readonly name: string;
  readonly table: string;
  readonly about: string;
  readonly relations: readonly Relation[];
  /** The other models that this one names without a foreign key of its own, and whether in a list. */
  readonly inverse: readonly { readonly of: string; readonly isList: boolean }[];
};

const relationsOf = (body: string): Pick<Model, 'relations' | 'inverse'> => {
  const fields = [...body.matchAll(/^ {2}\w+\s+([A-Z]\w*)(\?|\[\])?(?:[ \t]+(.*))?$/gmu)];
  const holds = (rest: string): boolean => rest.includes('@relation(') && rest.includes('fields:');
  return {
    relations: fields
      .filter(([, , , rest = '']) => holds(rest))
      .map(([, to = '', many, rest = '']) => ({
        to,
        isOptional: many === '?',
        name: /@relation\("(\w+)"/u.exec(rest)?.[1],
      })),
    inverse: fields
      .filter(([, , , rest = '']) => !holds(rest))
      .map(([, of = '', many]) => ({ of, isList: many === '[]' })),
  };
};

/** The models of a Prisma schema as `prisma format` writes it. */
const modelsOf = (schema: string): readonly Model[] =>
  [...schema.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gmu)].map(
    ([, about = '', name = '', body = '']) => ({
      name,
      table: /@@map\("(\w+)"\)/u.exec(body)?.[1] ?? name,
      about: about
        .replaceAll(/^\/\/\/ ?/gmu, '')
        .trim()
        .replaceAll('\n', ' '),
      ...relationsOf(body),
    }),
  );

/**
 * The page of all tables: a diagram (Mermaid, drawn by GitHub and most editors) of what belongs to what, and what each one is,
 * in the words of the schema. The workspace is left out of the diagram: everything belongs to one.
 */
export const entitiesPage = (schema: string): string => {
  const models = modelsOf(schema);
  const lines = models.flatMap(({ name, relations }) =>
    relations
      .filter(({ to }) => to !== 'Workspace')
      .map(({ to, isOptional, name: label }) => {
        const back = models.find((model) => model.name === to)?.inverse.filter(({ of }) => of === name) ?? [];
        const isMany = back.some(({ isList }) => isList);
        return `  ${to} ${isOptional ? '|o' : '||'}--${isMany ? 'o{' : 'o|'} ${name} : "${label ?? ''}"`;
      }),
  );
  const rows = models.map(({ name, table, about }) => `| \`${name}\` | \`${table}\` | ${about} |`);
  return [
    '# The tables',
    '',
    'Made from `prisma/schema.prisma` by `npm run db:entities`; a test keeps the two equal. Every table but `installation` has the',
    'workspace in its primary key and in every foreign key, so the diagram leaves it out.',
    '',
    '```mermaid',
    'erDiagram',
    ...lines,
    '```',
    '',
    '| model | table | what it is |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(PAGE, entitiesPage(readFileSync(SCHEMA, 'utf8')));
