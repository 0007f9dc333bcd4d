import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type ReadDocument, type ReadPart, withTitle } from './read-document.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Whether a node is a tag with what it holds. */
export const isElement = (node: Node): node is Element => 'tagName' in node;
/** What a node holds. */
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** Every element below `node` with one of these names, in order. */
export const within = (node: Node, ...names: readonly string[]): readonly Element[] =>
  childrenOf(node).flatMap((child) => [
    ...(isElement(child) && names.includes(child.tagName) ? [child] : []),
    ...within(child, ...names),
  ]);

const hasClass = (element: Element, name: string): boolean =>
  element.attrs.some((attribute) => attribute.name === 'class' && attribute.value === name);

/** What is read between the tags, a line break for each `<br>`. */
export const wordsOf = (node: Node): string => {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return node.nodeName === 'br' ? '\n' : childrenOf(node).map(wordsOf).join('');
};

const rowOf = (row: Element): readonly string[] => within(row, 'th', 'td').map(wordsOf);

const tableParts = (table: Element): readonly ReadPart[] => [
  ...within(table, 'caption')
    .filter((caption) => !hasClass(caption, 'unseen'))
    .map((caption) => ({ line: wordsOf(caption) })),
  { table: within(table, 'tr').map(rowOf) },
];

const partsOf = (element: Element): readonly ReadPart[] => {
  const [, level] = /^h([1-6])$/u.exec(element.tagName) ?? [];
  if (level !== undefined) return [{ heading: wordsOf(element), level: Number(level) - 1 }];
  switch (element.tagName) {
    case 'p':
      return wordsOf(element)
        .split('\n')
        .map((line) => ({ line }));
    case 'dl':
      return [{ facts: within(element, 'div').map((fact) => within(fact, 'dt', 'dd').map(wordsOf)) }];
    case 'div':
      return within(element, 'table').flatMap(tableParts);
    case 'figure':
      return within(element, 'img').map(({ attrs }) => ({
        picture: attrs.find(({ name }) => name === 'alt')?.value ?? '',
      }));
    case 'nav':
      return [];
    default:
      throw new Error(`Read as ${element.tagName}`);
  }
};

/** A page as the standard's parser reads it; throws where anything in it is more than headings, texts, tables and pictures. */
export const readHtml = (bytes: Uint8Array): ReadDocument => {
  const page = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const [main] = within(page, 'main');
  if (main === undefined) throw new Error('No main');
  return withTitle(childrenOf(main).flatMap((child) => (isElement(child) ? partsOf(child) : [])));
};
