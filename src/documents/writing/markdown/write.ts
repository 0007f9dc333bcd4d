import { documentText } from '../../../texts/document.ts';
import { captionsOf } from '../captions.ts';
import { allLines, linesOf, oneLine } from '../letters.ts';
import type { Cell, DocumentPart, TextDocument } from '../text-document.ts';
import { escapeMarkdown } from './escape.ts';

const broken = (lines: readonly string[]): string => lines.map(escapeMarkdown).join('<br>');
const heading = (level: number, text: string): string => `${'#'.repeat(level)} ${wordsOf(text)}`;

/** An empty line begins a new paragraph; other line breaks stay. */
const paragraphsOf = (text: string): readonly string[] =>
  linesOf(text)
    .join('\n')
    .split(/\n{2,}/u)
    .map((paragraph) => broken(paragraph.split('\n').filter((line) => line !== '')))
    .filter((paragraph) => paragraph !== '');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const cellOf = (lines: Cell): string => broken(allLines(lines));
const wordsOf = (text: string): string => escapeMarkdown(oneLine(text));

/** A table, its headings and cells as Markdown. */
const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(headings), row(headings.map(() => '---')), ...rows.map(row)].join('\n');

/** What of the document stands with empty lines around it. */
const blocksOf = (part: DocumentPart, caption: string | null): readonly string[] => {
  switch (part.kind) {
    case 'heading':
      return [heading((part.level ?? 1) + 1, part.text)];
    case 'lines':
      return part.lines.flatMap(paragraphsOf);
    case 'facts':
      return [
        table(
          [documentText.fact, documentText.words],
          part.facts.map(({ label, lines }) => [wordsOf(label), cellOf(lines)]),
        ),
      ];
    case 'picture':
      return [escapeMarkdown(documentText.picture(oneLine(part.words)))];
    case 'table':
      return [
        ...(caption === null ? [] : [wordsOf(caption)]),
        table(
          part.columns.map((column) => wordsOf(column.heading)),
          part.rows.map((cells) => part.columns.map((_, index) => cellOf(cells[index] ?? []))),
        ),
      ];
  }
};

/**
 * A document in Markdown with GitHub's tables. Whatever people typed is shown letter by letter; the lines of a cell have `<br>`
 * between them, and a picture, which has no place in a text, is its words.
 */
export const writeMarkdown = ({ title, parts }: TextDocument): string => {
  const captions = captionsOf(parts);
  const blocks = parts.flatMap((part, index) => blocksOf(part, captions[index] ?? null));
  return `${[heading(1, title), ...blocks].join('\n\n')}\n`;
};
