/** What a migration does to those who run the version before it, on the same database, while one process after the other is replaced. */

/** A statement that the version before may stumble over, and why. SQL can leave out the word `column`. */
const BREAKING: readonly (readonly [RegExp, string])[] = [
  [/^drop (?:table|type|view|schema)\b/iu, 'takes away what the version before may use'],
  [
    /^alter table .+\bdrop (?!constraint\b|not\b|default\b|expression\b|identity\b)/isu,
    'takes away a column that the version before may write',
  ],
  [/^alter (?:table|type) .+\brename\b/isu, 'gives another name to what the version before may use'],
  [/^alter table .+\balter (?:column\s+)?\S+\s+(?:set data )?type\b/isu, 'gives a column another type'],
  [
    /^alter table .+\balter (?:column\s+)?\S+\s+set not null\b/isu,
    'forbids what the version before may leave out',
  ],
  [
    /^alter table .+\balter (?:column\s+)?\S+\s+drop default\b/isu,
    'asks for what the version before may leave out',
  ],
];

const TABLE = String.raw`(?:only\s+)?(?:"?public"?\.)?"?(\w+)"?`;
/** New rules for the rows of a table: of one that was there before, the version before may write others. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^create unique index .+? on ${TABLE}`, 'isu'), 'is a new unique index of an old table'],
  [
    new RegExp(
      String.raw`^alter table ${TABLE}.+\badd\b.+?\b(?:check\s*\(|unique\b|exclude\b|primary key\b)`,
      'isu',
    ),
    'is a new rule for the rows of an old table',
  ],
];
const ADDED = new RegExp(`^alter table ${TABLE}`, 'isu');
const CREATED = new RegExp(`^create table (?:if not exists )?${TABLE}`, 'isu');

/** What a semicolon ends, but for those within a comment, a text or the body of a function. */
const STATEMENT = /(?:--[^\n]*|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'|"[^"]*"|[^;])+/gu;

/** Statements of a script, without comments. */
const statementsOf = (sql: string): readonly string[] =>
  [...sql.matchAll(STATEMENT)]
    .map(([statement]) => statement.replaceAll(/--[^\n]*/gu, '').trim())
    .filter((statement) => statement !== '');

/** A column that each row must have, and that only who knows of it can fill. */
const asksForMore = (statement: string): boolean =>
  statement
    .split(/,\s*(?=add\b)/iu)
    .some(
      (part) =>
        /\badd (?!constraint\b|check\b|foreign\b).+\bnot null\b/isu.test(part) &&
        !/\b(?:default|generated)\b/iu.test(part),
    );

const whyOf = (statement: string, made: ReadonlySet<string>): string | undefined => {
  const table = (pattern: RegExp): string | undefined => pattern.exec(statement)?.[1];
  const isOld = (name: string | undefined): boolean => name !== undefined && !made.has(name);
  return (
    BREAKING.find(([pattern]) => pattern.test(statement))?.[1] ??
    RULES.find(([pattern]) => isOld(table(pattern)))?.[1] ??
    (isOld(table(ADDED)) && asksForMore(statement)
      ? 'asks for a column that the version before does not fill'
      : undefined)
  );
};

/** The statements of a migration that the version before may stumble over, each with why. */
export const breakingStatements = (sql: string): readonly string[] => {
  const statements = statementsOf(sql);
  const made = new Set(statements.flatMap((statement) => CREATED.exec(statement)?.[1] ?? []));
  return statements.flatMap((statement) => {
    const why = whyOf(statement, made);
    return why === undefined ? [] : [`${statement.replaceAll(/\s+/gu, ' ').slice(0, 100)}: ${why}`];
  });
};
