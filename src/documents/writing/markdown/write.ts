import { documentText } from '../../../texts/document.ts';
import { captionsOf } from '../captions.ts';
import { allLines, linesOf, oneLine } from '../letters.ts';
import type { Cell, DocumentPart, TextDocument } from '../text-document.ts';
import { escapeMarkdown } from './escape.ts';

const broken = (lines: readonly string[]): string => lines.map(escapeMarkdown).join('<br>');
const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${escapeMarkdown(oneLine(text))}`;

/** An empty line begins a new paragraph; other line breaks stay. */
const paragraphsOf = (text: string): readonly string[] =>
  linesOf(text)
    .join('\n')
    .split(/\n{2,}/u)
    .map((paragraph) => broken(paragraph.split('\n').filter((line) => line !== '')))
    .filter((paragraph) => paragraph !== '');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [
    row(headings.map((text) => escapeMarkdown(oneLine(text)))),
    row(headings.map(() => '---')),
    ...rows.map((cells) => row(headings.map((_, index) => broken(allLines(cells[index] ?? []))))),
  ].join('\n');

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
          part.facts.map(({ label, lines }) => [[label], lines]),
        ),
      ];
    case 'picture':
      return [escapeMarkdown(documentText.picture(oneLine(part.words)))];
    case 'table':
      return [
        ...(caption === null ? [] : [escapeMarkdown(oneLine(caption))]),
        table(
          part.columns.map((column) => column.heading),
          part.rows,
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
