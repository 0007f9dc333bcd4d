import { printDay } from '../../domain/calendar/japanese-era.ts';
import { localDate } from '../../domain/calendar/local-date.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { groupBy } from '../../domain/group-by.ts';
import { personFileText as text } from '../../texts/person-file.ts';
import { TABLE_WORD } from '../../texts/workspace.ts';
import type { DocumentPart, TextDocument } from '../writing/text-document.ts';

type Row = { readonly table: string; readonly values: Readonly<Record<string, unknown>> };

/** What a file for a disclosure is made of: whom it is about and the rows that name them, with the words by which others are named. */
export type PersonFacts = {
  readonly typed: string;
  readonly words: readonly string[];
  readonly others: readonly string[];
  readonly rows: readonly Row[];
  readonly at: Date;
};

/** Where one of these says whose a row is: all of it is about that person then. */
const OWNERS = ['person_id', 'slack_id', 'by', 'written_by', 'proposed_by', 'delegate_id'];

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/u;
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

const tableOf = (table: string, rows: readonly Row[], { words, others }: PersonFacts): DocumentPart => {
  const own = words.map((word) => word.toLowerCase());
  const names = (value: string) => own.some((word) => value.toLowerCase().includes(word));
  const strangers = others
    .filter((word) => !own.includes(word.toLowerCase()))
    .toSorted((a, b) => b.length - a.length);
  const withoutOthers = (value: string): string =>
    strangers
      .reduce((left, word) => left.replaceAll(word, text.other), value)
      .replaceAll(ACCOUNT, (account) => (words.includes(account) ? account : text.other));
  const lines = ({ values }: Row): readonly string[] => {
    const owners = table === 'person' ? ['id'] : OWNERS;
    const isTheirs = owners.some((owner) => words.includes(textOf(values[owner] ?? '')));
    return Object.entries(values).flatMap(([column, value]) => {
      if (column === 'workspace_id' || textOf(value).startsWith('\\x')) return [];
      const parts = partsOf(value).filter((part) => isTheirs || isDate(value) || names(part));
      return parts.map((part) => text.fact(column, withoutOthers(shown(part))));
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

/** 開示請求への控え: what the record holds about one person, a table for each kind of row; others are not named in it. */
export const personDocument = (facts: PersonFacts): TextDocument => ({
  title: text.title,
  running: text.title,
  parts: [
    {
      kind: 'lines',
      lines: [text.about(facts.typed), text.asOf(printMoment(facts.at), facts.rows.length), ...text.notes],
    },
    ...[...groupBy(facts.rows, ({ table }) => table)].flatMap(([table, rows]): readonly DocumentPart[] => [
      { kind: 'heading', text: text.caption(TABLE_WORD[table] ?? table, rows.length) },
      tableOf(table, rows, facts),
    ]),
  ],
});
