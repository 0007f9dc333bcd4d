/** What a reader of GitHub's Markdown makes of a chapter: headings, tables and paragraphs, with the words as shown. */
export type Shown =
  | { readonly heading: string; readonly level: number }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly paragraph: string };

const PUNCTUATION = /[!-/:-@[-`{-~]/u;
/** Signs that would be read as formatting, a link, HTML, an entity or a formula if they stood there bare. */
const FORMATTING = /[`*_[\]<>~&#!$|]/u;

/** The words of a line; throws where a sign is not escaped and would be read as something else. */
const wordsOf = (source: string): string => {
  let words = '';
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    const next = source[at + 1] ?? '';
    if (sign === '\\' && PUNCTUATION.test(next)) {
      words += next;
      at += 1;
    } else if (source.startsWith('<br>', at)) {
      words += '\n';
      at += 3;
    } else if (FORMATTING.test(sign)) {
      throw new Error(`${sign} is not escaped in ${source}`);
    } else {
      words += sign;
    }
  }
  return words;
};

/** Cells end at a bar without a backslash; an escaped pair counts as one. */
const cellsOf = (line: string): readonly string[] =>
  (line.match(/(?:\\.|[^\\|])+(?=\|)/gu) ?? []).map((cell) => wordsOf(cell.trim()));

/** A paragraph that would be read as a list, a rule, an underlined heading or code. */
const MISREAD = /^(?:[-+=]|\d+[.)]|\s{4})/u;

const shownOf = (lines: readonly string[]): Shown => {
  const [first = ''] = lines;
  const [, signs, heading] = /^(#{1,6}) (.*)$/u.exec(first) ?? [];
  if (signs !== undefined && heading !== undefined && lines.length === 1)
    return { heading: wordsOf(heading), level: signs.length };
  if (first.startsWith('|')) {
    if (!/^(?:\| --- )+\|$/u.test(lines[1] ?? '')) throw new Error(`No table: ${lines.join('\n')}`);
    return { table: [first, ...lines.slice(2)].map(cellsOf) };
  }
  if (lines.length !== 1 || MISREAD.test(first)) throw new Error(`No paragraph: ${lines.join('\n')}`);
  return { paragraph: wordsOf(first) };
};

/** Reads Markdown back, as far as a chapter needs it. A line ends at \n, \r\n or \r. */
export const readMarkdown = (source: string): readonly Shown[] =>
  source
    .split(/\r\n|\r|\n/u)
    .join('\n')
    .split(/\n{2,}/u)
    .map((part) => part.replace(/^\n|\n$/gu, ''))
    .filter((part) => part !== '')
    .map((part) => shownOf(part.split('\n')));
