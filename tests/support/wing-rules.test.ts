import { expect, test } from 'vitest';
import type { SourceFile } from './house-rules.ts';
import { downwardRule, nounProblems } from './wing-rules.ts';

test.each([
  ['a wing that knows one above it', 'src/domain/person/a.ts', "import type { B } from '../promoter/b.ts';"],
  ['a wing that knows one beside it', 'src/domain/roster/a.ts', "import { b } from '../inquiry/b.ts';"],
  ['a file below all wings that knows one', 'src/domain/a.ts', "export type { B } from './calendar/b.ts';"],
  [
    'a file between the wings that knows one above it',
    'src/domain/settings.ts',
    "import type { B } from './meeting/b.ts';",
  ],
  ['a wing without its place in the order', 'src/domain/weather/a.ts', ''],
])('refuses %s', (_, path, text) => {
  expect(downwardRule({ path, text })).toHaveLength(1);
});

test.each([
  ['a wing that knows one below it', 'src/domain/promoter/a.ts', "import type { B } from '../person/b.ts';"],
  [
    'a wing that knows a file below all wings',
    'src/domain/calendar/a.ts',
    "import { b } from '../result.ts';",
  ],
  ['what a wing knows of itself', 'src/domain/body/a.ts', "import { b } from './b.ts';"],
])('allows %s', (_, path, text) => {
  expect(downwardRule({ path, text })).toEqual([]);
});

const empty = (path: string): SourceFile => ({ path, text: '' });
test.each<[string, readonly string[], number]>([
  [
    'three files of one noun',
    ['src/views/meeting.ts', 'src/views/meeting-form.ts', 'src/views/meeting-list.ts'],
    1,
  ],
  [
    'three use cases of one noun',
    ['src/services/record-meeting.ts', 'src/services/open-meeting-form.ts', 'src/services/list-meetings.ts'],
    1,
  ],
  ['a file beside the folder of its noun', ['src/domain/meeting.ts', 'src/domain/meeting/agenda.ts'], 1],
  ['nothing of two files', ['src/views/body.ts', 'src/views/body-form.ts'], 0],
  ['nothing of one noun in several rooms', ['src/views/a.ts', 'src/handlers/a.ts', 'src/domain/a.ts'], 0],
  ['nothing of tables, which are flat', ['src/db/a.ts', 'src/db/a-b.ts', 'src/db/a-c.ts'], 0],
])('of nouns that are no folder are found: %s', (_, paths, count) => {
  expect(nounProblems(paths.map(empty))).toHaveLength(count);
});
