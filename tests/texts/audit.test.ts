import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSubject, SUBJECT_KINDS } from '../../src/domain/subject.ts';
import { COMMANDS, FEATURES, SHORTCUTS } from '../../src/handlers/features.ts';
import { auditWord, subjectWord, VIA_WORD } from '../../src/texts/audit.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const sourcesOf = (room: string): readonly string[] =>
  readdirSync(path.join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(SRC, room, name), 'utf8'));

/** The quoted words behind `action:` or `action =` in the use cases. */
const ACTIONS = [
  ...new Set(
    sourcesOf('services').flatMap((code) =>
      [...code.matchAll(/\baction(?::|\s=(?!=))([^,;]+)/gu)].flatMap(([, value = '']) =>
        [...value.matchAll(/'([^']+)'/gu)].map(([, word = '']) => word),
      ),
    ),
  ),
].sort();

/** What is about no row, about the workspace itself, or about deliveries that no act changes. */
const WITHOUT_WORD = ['none', 'workspace', 'unshown', 'unshown-of'];

const ids = FEATURES.flatMap(({ buttons = {}, forms = {}, choices = {} }) =>
  [buttons, forms, choices].flatMap((each) => Object.keys(each)),
);
const TRIED = [...new Set([...COMMANDS.map(({ command }) => command), ...SHORTCUTS, ...ids])].sort();

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

test('the acts are found in the code', () => {
  expect(ACTIONS).toEqual(expect.arrayContaining(['record-meeting', 'take-back-held', 'list-audit-lines']));
  expect(SUBJECT_KINDS).toEqual(
    expect.arrayContaining(['meeting', 'did-not-meet', 'person', 'settings', 'none']),
  );
});

describe('every audit line is told in Japanese', () => {
  test.each(ACTIONS)('%s, done and refused', (action) => {
    expect(auditWord(action)).toMatch(JAPANESE);
    expect(auditWord(`refused ${action}`)).toBe(`${auditWord(action)}(権限がないためお断り)`);
  });

  test.each(TRIED)('%s, tried by somebody from outside', (tried) => {
    expect(auditWord(`refused ${tried}`)).toMatch(/^.+の操作\(職員以外のためお断り\)$/u);
  });

  test.each(SUBJECT_KINDS)('done to a row of the kind %s', (kind) => {
    expect(subjectWord(`${kind}:a`)).toMatch(WITHOUT_WORD.includes(kind) ? /^$/u : JAPANESE);
  });

  test.each(['slack', 'cli', 'job'])('done through %s', (via) => {
    expect(VIA_WORD[via]).toBeDefined();
  });

  test('and no two acts by the same words', () => {
    const words = ACTIONS.map(auditWord);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('but what nobody knows has none', () => {
    expect(['fly', 'refused fly', 'refused fly.open'].map(auditWord)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test.each([
  ['meeting:a', { kind: 'meeting', id: 'a', year: undefined }],
  ['did-not-meet:a:2026', { kind: 'did-not-meet', id: 'a', year: 2026 }],
  ['body:a:2023', { kind: 'body', id: 'a', year: 2023 }],
  ['settings', { kind: 'settings', id: '', year: undefined }],
  ['meeting:a:next', { kind: 'meeting', id: 'a', year: undefined }],
])('%s names a row', (subject, read) => {
  expect(readSubject(subject)).toEqual(read);
});
