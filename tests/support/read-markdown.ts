import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type ReadDocument, type ReadPart, withTitle } from './read-document.ts';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
type TableRow = Extract<RootContent, { type: 'table' }>['children'][number];

/** The words of a line of Markdown; throws where a part of them was read as formatting, HTML or an image. */
const wordsOf = (contents: readonly PhrasingContent[]): string =>
  contents
    .map((content) => {
      if (content.type === 'text') return content.value;
      if (content.type === 'html' && content.value === '<br>') return '\n';
      // An address that GitHub makes a link of by itself.
      if (content.type === 'link') return wordsOf(content.children);
      throw new Error(`Read as ${content.type}: ${JSON.stringify(content)}`);
    })
    .join('');

const rowOf = ({ children }: TableRow): readonly string[] => children.map((cell) => wordsOf(cell.children));

/** A picture is its words, and what is called by a name a table with these headings. */
const PICTURE = /^\(図:(.*)\)$/u;
const FACTS = JSON.stringify(['項目', '内容']);

const tablePart = ([head = [], ...rows]: readonly (readonly string[])[]): ReadPart =>
  JSON.stringify(head) === FACTS ? { facts: rows } : { table: [head, ...rows] };

const partsOf = (node: RootContent): readonly ReadPart[] => {
  switch (node.type) {
    case 'heading':
      return [{ heading: wordsOf(node.children), level: node.depth - 1 }];
    case 'paragraph':
      return wordsOf(node.children)
        .split('\n')
        .map((line) => {
          const [, picture] = PICTURE.exec(line) ?? [];
          return picture === undefined ? { line } : { picture };
        });
    case 'table':
      return [tablePart(node.children.map(rowOf))];
    default:
      throw new Error(`Read as ${node.type}: ${JSON.stringify(node)}`);
  }
};

const read = (source: string): Root =>
  fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Markdown as GitHub reads it; throws where anything in it is more than headings, paragraphs and tables. */
export const readMarkdown = (source: Uint8Array | string): ReadDocument => {
  const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
  return withTitle(read(text).children.flatMap(partsOf));
};
