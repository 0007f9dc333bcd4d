import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a program asks when the zone of its machine can change the answer. */
const ASKS_FOR_DATES = /\bnew Date\(|\bDate\.|\bIntl\.|'date-fns|'@date-fns/u;
const IMPORTED = /\bfrom '(\.[^']+\.ts)'/gu;

/** Whether a file, or one that it imports from this project, asks for dates. */
const reachesDates = (file: string, seen: Set<string>): boolean => {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(IMPORTED)].map(([, to = '']) => path.join(path.dirname(file), to));
  return ASKS_FOR_DATES.test(text) || imported.some((each) => reachesDates(each, seen));
};

/** The test files of a folder (a path from the root of the project) in which the zone of the machine could matter. */
export const filesWithDates = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .filter((file) => reachesDates(file, new Set()));
