import mammoth from 'mammoth';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type ReadDocument, type ReadPart, withTitle } from './read-document.ts';
import { childrenOf, isElement, within, wordsOf } from './read-html.ts';

type Element = DefaultTreeAdapterTypes.Element;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='heading 2'] => h3:fresh",
  "p[style-name='heading 3'] => h4:fresh",
  "p[style-name='caption'] => p:fresh",
  // What a table of contents repeats.
  "p[style-name='Contents'] => h6:fresh",
  "p[style-name='toc 1'] => h6:fresh",
  "p[style-name='toc 2'] => h6:fresh",
  "p[style-name='toc 3'] => h6:fresh",
];

/** A line a paragraph. */
const cellOf = (cell: Element): string => within(cell, 'p').map(wordsOf).join('\n');
const rowsOf = (table: Element): readonly (readonly string[])[] =>
  within(table, 'tr').map((row) => within(row, 'th', 'td').map(cellOf));

const pictures = (element: Element): readonly ReadPart[] =>
  within(element, 'img').map(({ attrs }) => ({
    picture: attrs.find(({ name }) => name === 'alt')?.value ?? '',
  }));

const partsOf = (element: Element): readonly ReadPart[] => {
  const [, level] = /^h([1-4])$/u.exec(element.tagName) ?? [];
  if (level !== undefined) return [{ heading: wordsOf(element), level: Number(level) - 1 }];
  switch (element.tagName) {
    case 'p': {
      const line = wordsOf(element);
      return line === '' ? pictures(element) : [{ line }];
    }
    case 'table':
      // What is called by a name has no row of headings.
      return within(element, 'thead').length === 0
        ? [{ facts: rowsOf(element) }]
        : [{ table: rowsOf(element) }];
    case 'h6':
      return [];
    default:
      throw new Error(`Read as ${element.tagName}`);
  }
};

/** A docx as another library than the one that wrote it reads it; throws where that library did not understand something. */
export const readDocx = async (bytes: Uint8Array): Promise<ReadDocument> => {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, ignoreEmptyParagraphs: false },
  );
  if (messages.length > 0) throw new Error(messages.map(({ message }) => message).join('\n'));
  const [body] = within(parse(value), 'body');
  if (body === undefined) throw new Error('No body');
  return withTitle(childrenOf(body).flatMap((child) => (isElement(child) ? partsOf(child) : [])));
};
