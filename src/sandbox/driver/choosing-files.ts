import type { Entry } from '../acts/field-values.ts';
import { endingOf, type FileEntry } from '../workspace/file-store.ts';
import type { ElementShape } from '../workspace/shapes.ts';

const isFile = (entry: unknown): entry is FileEntry =>
  typeof entry === 'object' && entry !== null && 'name' in entry && 'content' in entry;

const filesIn = (entry: Entry): readonly FileEntry[] => {
  if (entry === null || entry === '') return [];
  const entries: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
  if (entries.every(isFile)) return entries;
  throw new Error("a file_input takes files, e.g. { name: 'meibo.csv', content: '氏名' }");
};

/** Slack takes ten files where the bot does not say how many. */
const mostFiles = 10;

/**
 * The files that `entry` puts in a file field, as Slack's client would let a person choose them.
 * Throws for too many of them, and for one of another type than the field asks for.
 */
export const chosenFiles = (element: ElementShape, entry: Entry): readonly FileEntry[] => {
  const files = filesIn(entry);
  const { filetypes = [], max_files: most = mostFiles } = element;
  if (files.length > most) throw new Error(`${files.length} files where at most ${most} can be chosen`);
  const wrong = files.find(({ name }) => filetypes.length > 0 && !filetypes.includes(endingOf(name)));
  if (wrong === undefined) return files;
  throw new Error(
    `「${wrong.name}」 cannot be chosen; the field takes: ${filetypes.join(' / ')}; use force to send it all the same`,
  );
};
