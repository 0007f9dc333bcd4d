import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isSubject,
  partsOf,
  readSubject,
  SUBJECT_KINDS,
  type SubjectKind,
  type SubjectParts,
  subjectOf,
} from '../../src/domain/subject.ts';

const text = fc.stringMatching(/^[\w.-]{1,40}$/u);
const year = fc.integer({ min: 1000, max: 9999 });
const row = fc.tuple(text);
const rowOfYear = fc.tuple(text, year);
const yearly = fc.oneof<fc.Arbitrary<[string, number?]>[]>(row, rowOfYear);
const alone = fc.constant<[]>([]);
const run = fc.tuple(
  text,
  fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }),
);

/** What each kind may be given. The type names a kind that is missing here. */
const ANY: { readonly [K in SubjectKind]: fc.Arbitrary<SubjectParts[K]> } = {
  none: alone,
  workspace: row,
  settings: alone,
  meeting: row,
  'action-item': row,
  training: row,
  'training-lag': fc.tuple(year),
  schedule: fc.tuple(year),
  programme: yearly,
  'programme-not-held': rowOfYear,
  'did-not-meet': rowOfYear,
  body: yearly,
  'body-member': row,
  department: row,
  section: row,
  person: row,
  'slack-user': row,
  appointment: row,
  away: row,
  'roster-report': rowOfYear,
  inquiry: fc.oneof(
    row,
    fc.tuple(text, text, fc.constantFrom<('chief' | 'promoter')[]>('chief', 'promoter')),
  ),
  'inquiry-department': fc.tuple(text, text),
  'inquiry-collect': fc.tuple(text, text),
  'written-meeting': fc.oneof<fc.Arbitrary<[string, string?]>[]>(row, fc.tuple(text, text)),
  'chapter-text': rowOfYear,
  report: fc.tuple(year),
  opinion: yearly,
  article: row,
  'article-proposal': row,
  newsletter: fc.oneof<fc.Arbitrary<[string, string?]>[]>(row, fc.tuple(text, text)),
  'newsletter-asked': fc.tuple(text, text),
  channel: fc.oneof<fc.Arbitrary<[string, string, string?]>[]>(
    fc.tuple(text, text),
    fc.tuple(text, text, text),
  ),
  'monthly-day': alone,
  morning: row,
  delivery: row,
  continues: row,
  unshown: row,
  'unshown-of': row,
  run: run.map(([name, slot]): [string] => [`${name} ${slot.toISOString()}`]),
  failure: fc.tuple(text, text),
};

const readsBack = <K extends SubjectKind>(kind: K): void =>
  fc.assert(
    fc.property(ANY[kind], (parts) => {
      expect(partsOf(kind, subjectOf(kind, ...parts))).toEqual(parts);
    }),
  );

describe('a name is read as it was written', () => {
  test.each(SUBJECT_KINDS)('%s', (kind) => {
    readsBack(kind);
  });
});

describe('and is of one kind', () => {
  const isOfOneKind = <K extends SubjectKind>(kind: K): void =>
    fc.assert(
      fc.property(ANY[kind], (parts) => {
        const subject = subjectOf(kind, ...parts);
        expect(readSubject(subject)?.kind).toBe(kind);
        expect(SUBJECT_KINDS.filter((other) => partsOf(other, subject) !== undefined)).toEqual([kind]);
      }),
    );
  test.each(SUBJECT_KINDS)('%s', (kind) => {
    isOfOneKind(kind);
  });
});

/** As the record has them: these texts are never written otherwise. */
test.each([
  [subjectOf('none'), 'none'],
  [subjectOf('settings'), 'settings'],
  [subjectOf('monthly-day'), 'monthly-day'],
  [subjectOf('meeting', 'a'), 'meeting:a'],
  [subjectOf('body', 'a'), 'body:a'],
  [subjectOf('body', 'a', 2026), 'body:a:2026'],
  [subjectOf('did-not-meet', 'a', 2026), 'did-not-meet:a:2026'],
  [subjectOf('programme-not-held', 'a', 2026), 'programme-not-held:a:2026'],
  [subjectOf('training-lag', 2026), 'training-lag:2026'],
  [subjectOf('inquiry', 'a'), 'inquiry:a'],
  [subjectOf('inquiry', 'a', 'b', 'chief'), 'inquiry:a:b:chief'],
  [subjectOf('inquiry-department', 'a', 'b'), 'inquiry-department:a:b'],
  [subjectOf('newsletter', 'a'), 'newsletter:a'],
  [subjectOf('newsletter', 'a', 'b'), 'newsletter:a:b'],
  [subjectOf('newsletter-asked', '2026-11-02', 'draft'), 'newsletter-asked:2026-11-02:draft'],
  [subjectOf('channel', 'C1', 'gone'), 'channel:C1:gone'],
  [subjectOf('channel', 'C1', 'refused', 'is_archived'), 'channel:C1:refused:is_archived'],
  [subjectOf('delivery', 'all'), 'delivery:all'],
  [subjectOf('run', 'morning 2026-11-02T00:00:00.000Z'), 'run:morning 2026-11-02T00:00:00.000Z'],
  [subjectOf('failure', 'a', 'job'), 'failure:a:job'],
])('%s is written %s', (written, kept) => {
  expect(written).toBe(kept);
});

test.each(['', 'a', 'meetings:a', 'target:a', 'constructor:a'])('%s is the name of nothing', (text) => {
  expect(isSubject(text)).toBe(false);
});

test.each([
  ['meeting', 'meeting'],
  ['meeting', 'meeting:'],
  ['meeting', 'training:a'],
  ['did-not-meet', 'did-not-meet:a'],
  ['did-not-meet', 'did-not-meet:a:soon'],
  ['inquiry', 'inquiry:a:b'],
  ['inquiry', 'inquiry:a:b:mayor'],
  ['settings', 'settings:a'],
] as const)('as the name of a %s, %s says nothing', (kind, text) => {
  expect(partsOf(kind, text)).toBeUndefined();
});
