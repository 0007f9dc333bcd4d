import { documentText } from '../../../texts/document.ts';
import { escapeMarkup, withLinks } from '../../markup.ts';
import { captionsOf } from '../captions.ts';
import { allLines, linesOf, oneLine } from '../letters.ts';
import type { DocumentPart, TablePart, TextDocument } from '../text-document.ts';
import { shareClass, styleOf } from './style.ts';

const broken = (lines: readonly string[]): string => lines.map(withLinks).join('<br>');
const plain = (text: string): string => escapeMarkup(oneLine(text));

/** An empty line begins a new paragraph; other line breaks stay. */
const paragraphsOf = (text: string): readonly string[] =>
  linesOf(text)
    .join('\n')
    .split(/\n{2,}/u)
    .map((paragraph) => broken(paragraph.split('\n').filter((line) => line !== '')))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph}</p>`);

/** From how many columns on a table is read with its frame moved, on a telephone. */
const widthClass = (columns: number): string =>
  columns < 3 ? '' : ` class="${columns === 3 ? 'some' : 'many'}"`;

const tableOf = ({ columns, rows, caption }: TablePart, isShown: boolean, id: string): string =>
  [
    `<div class="frame" role="group" tabindex="0" aria-labelledby="${id}">`,
    `<table${widthClass(columns.length)}>`,
    `<caption id="${id}"${isShown ? '' : ' class="unseen"'}>${plain(caption)}</caption>`,
    '<thead>',
    '<tr>',
    ...columns.map(
      ({ heading, share }) => `<th scope="col" class="${shareClass(share)}">${plain(heading)}</th>`,
    ),
    '</tr>',
    '</thead>',
    '<tbody>',
    ...rows.map(
      (cells) =>
        `<tr>${columns.map((_, index) => `<td>${broken(allLines(cells[index] ?? []))}</td>`).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');

const htmlOf = (part: DocumentPart, index: number, isShown: boolean): readonly string[] => {
  switch (part.kind) {
    case 'heading': {
      const tag = `h${(part.level ?? 1) + 1}`;
      return [`<${tag} id="p${index}">${plain(part.text)}</${tag}>`];
    }
    case 'lines':
      return part.lines.flatMap(paragraphsOf);
    case 'facts':
      return [
        '<dl>',
        ...part.facts.map(
          ({ label, lines }) => `<div><dt>${plain(label)}</dt><dd>${broken(allLines(lines))}</dd></div>`,
        ),
        '</dl>',
      ];
    case 'picture': {
      const source = `data:image/png;base64,${Buffer.from(part.png).toString('base64')}`;
      const size = `width="${part.width}" height="${part.height}"`;
      return [`<figure><img src="${source}" ${size} alt="${plain(part.words)}"></figure>`];
    }
    case 'table':
      return [tableOf(part, isShown, `p${index}`)];
  }
};

/** The headings as a list of links. */
const contentsOf = (parts: readonly DocumentPart[]): readonly string[] => [
  `<nav aria-label="${documentText.contents}">`,
  '<ol>',
  ...parts.flatMap((part, index) =>
    part.kind === 'heading'
      ? [`<li class="l${part.level ?? 1}"><a href="#p${index}">${plain(part.text)}</a></li>`]
      : [],
  ),
  '</ol>',
  '</nav>',
];

/**
 * A document as one page that needs nothing but a browser: no script, and nothing from elsewhere. Addresses in what people typed
 * are links.
 */
export const writeHtml = ({ title, running, parts, contents }: TextDocument): string => {
  const captions = captionsOf(parts);
  return [
    '<!DOCTYPE html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${plain(running)}</title>`,
    `<style>\n${styleOf(parts)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${plain(title)}</h1>`,
    ...(contents === true ? contentsOf(parts) : []),
    ...parts.flatMap((part, index) => htmlOf(part, index, captions[index] !== null)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};
