import { z } from 'zod';
import { type AuditLine, changedFacts } from '../domain/audit.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { readLocalDate } from '../domain/calendar/local-date.ts';
import { shorten } from '../domain/letters.ts';
import { readSubject, type SubjectKind } from '../domain/subject.ts';
import { factLabels, factText, factValue } from '../texts/audit-facts.ts';

const MOST_VALUE = 60;

/** 案件 and other things that have a text of their own. */
const Worded = z.object({ text: z.string() });
const Flat = z.union([z.string(), z.number(), z.boolean()]);

/** A value as people read it; undefined for what has no words, as a date in parts beside its printed form. */
const valueText = (kind: SubjectKind, fact: string, value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return factText.empty;
  if (Array.isArray(value)) {
    const parts = value.map((part) => Worded.safeParse(part).data?.text ?? valueText(kind, fact, part));
    return parts.length === 0 ? factText.empty : parts.filter((part) => part !== undefined).join('、');
  }
  const flat = Flat.safeParse(value).data;
  if (flat === undefined) return undefined;
  const word = factValue(kind, fact, String(flat));
  if (word !== undefined) return word;
  if (typeof flat === 'boolean') return flat ? factText.yes : factText.no;
  const day = typeof flat === 'string' ? readLocalDate(flat) : undefined;
  return day === undefined ? String(flat) : printDayWithWeekday(day);
};

/** What a line's act changed, before and after, from what the line itself keeps; empty where that has no words. */
export const factsText = ({ subject, before, after, names }: AuditLine): string => {
  const kind = readSubject(subject)?.kind;
  if (kind === undefined) return '';
  const facts = new Map(changedFacts({ before, after }).map((changed) => [changed.fact, changed]));
  const parts = [...factLabels(kind)].flatMap(([fact, label]) => {
    const changed = facts.get(fact);
    if (changed === undefined) return [];
    const [was, is] = [changed.before, changed.after].map((value) => {
      const called = typeof value === 'string' ? names[value] : undefined;
      const text = called ?? valueText(kind, changed.fact, value);
      return text === undefined ? undefined : shorten(text, MOST_VALUE);
    });
    if (was === undefined || is === undefined) return [];
    if (before !== null && after !== null) return [factText.changed(label, was, is)];
    const kept = before === null ? is : was;
    return kept === factText.empty ? [] : [factText.kept(label, kept)];
  });
  const told = parts.join('、');
  return after === null && told !== '' ? factText.was(told) : told;
};
