import { factsOfLine } from '../../domain/audit.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDay } from '../../domain/calendar/japanese-era.ts';
import { localDate } from '../../domain/calendar/local-date.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { groupBy } from '../../domain/group-by.ts';
import { readSubject } from '../../domain/subject.ts';
import { actorWord, auditWord, subjectWord, VIA_WORD } from '../../texts/audit.ts';
import { factLabels, factValue } from '../../texts/audit-facts.ts';
import { isTold, TABLE_ORDER, valueWord } from '../../texts/person-columns.ts';
import { personFileText as text } from '../../texts/person-file.ts';
import { TABLE_WORD } from '../../texts/workspace.ts';
import type { DocumentPart, TextDocument } from '../writing/text-document.ts';

type Row = {
  readonly table: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly theirs: boolean;
};

/** What a file for a disclosure is made of: whom it is about and the rows that name them, with the words by which others are named. */
export type PersonFacts = {
  readonly typed: string;
  readonly words: readonly string[];
  readonly others: readonly string[];
  /** What rows that these point to are called, by their ids. */
  readonly called: ReadonlyMap<string, { readonly name: string; readonly day: string | null }>;
  readonly rows: readonly Row[];
  readonly at: Date;
};

/** Where one of these says whose a row is: all of it is about that person then. */
const OWNERS = ['person_id', 'slack_id', 'by', 'written_by', 'proposed_by', 'delegate_id'];

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/u;
/** What says what a row is, whoever's it is, and names nobody. */
const ALWAYS = new Set(['action', 'subject', 'ref', 'via', 'fiscal_year', 'state', 'kind', 'choice']);
const ACCOUNT_ALONE = /^[UW][A-Z0-9]{6,}$/u;
/** An id of a row that is not called anything. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** Ids of Slack accounts, of people that the record doesn't know too. */
const ACCOUNT = /\b[UW][A-Z0-9]{6,}\b/gu;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The parts of a value by themselves: elements of a list, facts of an object, lines of a text. */
const partsOf = (value: unknown): readonly string[] => {
  if (value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value === 'object') return Object.values(value).flatMap(partsOf);
  return textOf(value).split('\n');
};

const shown = (value: string): string => {
  if (DAY.test(value)) return printDay(localDate(value));
  return MOMENT.test(value) ? printMoment(new Date(value)) : value;
};

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && (DAY.test(value) || MOMENT.test(value));

type Called = PersonFacts['called'];

const nameOf = (id: string, called: Called): string | undefined => {
  const row = called.get(id);
  if (row === undefined) return undefined;
  return row.day === null ? row.name : `${row.name} ${printDay(localDate(row.day))}`;
};

/** What a line is about, e.g. 会議:本部会議 令和8年11月24日. */
const subjectOf = (subject: string, called: Called): string => {
  const name = nameOf(readSubject(subject)?.id ?? '', called);
  return [subjectWord(subject), name ?? ''].filter((part) => part !== '').join(' ') || subject;
};

/** A fact of an audit line by the words of its form. */
const factsOf = (kept: unknown, subject: string, called: Called): readonly string[] => {
  const kind = readSubject(subject)?.kind ?? 'none';
  const labels = factLabels(kind);
  return [...factsOfLine(kept)].flatMap(([fact, value]) =>
    partsOf(value).map((part) => {
      const said = factValue(kind, fact, part) ?? nameOf(part, called) ?? shown(part);
      const label = labels.get(fact);
      return label === undefined ? said : `${label} ${said}`;
    }),
  );
};

/** What stands in a column, in people's words. */
const toldOf = (
  { table, values }: Row,
  column: string,
  { called }: Pick<PersonFacts, 'called'>,
): readonly string[] => {
  const value = values[column];
  const subject = textOf(values.subject ?? '');
  if (column === 'before' || column === 'after') return factsOf(value, subject, called);
  return partsOf(value).map((part) => {
    if (column === 'action') return auditWord(part) ?? part;
    if (column === 'via') return VIA_WORD[part] ?? part;
    if (column === 'subject' || column === 'ref') return subjectOf(part, called);
    if (column === 'fiscal_year') return printFiscalYear(Number(part));
    if (/^(?:cli|job):/u.test(part)) return actorWord(part);
    return valueWord(table, column, part) ?? nameOf(part, called) ?? shown(part);
  });
};

/** The act comes first of what an audit line says. */
const columnsOf = ({ values }: Row): readonly string[] => {
  const columns = Object.keys(values);
  return columns.includes('action')
    ? ['action', ...columns.filter((column) => column !== 'action')]
    : columns;
};

const tableOf = (table: string, rows: readonly Row[], facts: PersonFacts): DocumentPart => {
  const { words, others } = facts;
  const own = words.map((word) => word.toLowerCase());
  const names = (value: string) => own.some((word) => value.toLowerCase().includes(word));
  const strangers = others
    .filter((word) => !own.includes(word.toLowerCase()))
    .toSorted((a, b) => b.length - a.length);
  const withoutOthers = (value: string): string =>
    strangers
      .reduce((left, word) => left.replaceAll(word, text.other), value)
      .replaceAll(ACCOUNT, (account) => (words.includes(account) ? account : text.other));
  // The account and the id of the person say who it is, and their name says it better.
  const oneself = (column: string, part: string): string =>
    words.includes(part) && (column.endsWith('_id') || ACCOUNT_ALONE.test(part)) && table !== 'person'
      ? text.oneself
      : part;
  const lines = (row: Row): readonly string[] => {
    const owners = table === 'person' ? ['id'] : OWNERS;
    const isTheirs = row.theirs || owners.some((owner) => words.includes(textOf(row.values[owner] ?? '')));
    return columnsOf(row).flatMap((column) => {
      const value = row.values[column];
      if (!isTold(table, column) || textOf(value ?? '').startsWith('\\x')) return [];
      const isShown = (part: string): boolean =>
        isTheirs || isDate(value) || ALWAYS.has(column) || names(part) || column.endsWith('_id');
      const parts = toldOf(row, column, facts).filter(isShown);
      return parts
        .filter((part) => !UUID.test(part) || words.includes(part))
        .map((part) => text.fact(column, withoutOthers(oneself(column, part))));
    });
  };
  return {
    kind: 'table',
    caption: text.caption(TABLE_WORD[table] ?? table, rows.length),
    columns: [
      { heading: text.date, share: 25 },
      { heading: text.content, share: 75 },
    ],
    rows: rows.map((row) => {
      const date = Object.values(row.values).find(isDate);
      return [date === undefined ? [] : [shown(date)], lines(row)];
    }),
  };
};

const inOrder = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  TABLE_ORDER.indexOf(one) - TABLE_ORDER.indexOf(other);

/** 開示請求への控え: what the record holds about one person, a table for each kind of row; others are not named in it. */
export const personDocument = (facts: PersonFacts): TextDocument => ({
  title: text.title,
  running: text.title,
  parts: [
    {
      kind: 'lines',
      lines: [text.about(facts.typed), text.asOf(printMoment(facts.at), facts.rows.length), ...text.notes],
    },
    ...[...groupBy(facts.rows, ({ table }) => table)]
      .toSorted(inOrder)
      .flatMap(([table, rows]): readonly DocumentPart[] => [
        { kind: 'heading', text: text.caption(TABLE_WORD[table] ?? table, rows.length) },
        tableOf(table, rows, facts),
      ]),
  ],
});
