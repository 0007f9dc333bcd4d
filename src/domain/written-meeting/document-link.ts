import { type Result, refuse, succeed } from '../result.ts';

/** 資料 of a 書面開催: a name and where it is found. */
export type DocumentLink = { readonly name: string; readonly url: string };

/** A line of 資料 without an address. */
export type DocumentLinkProblem = {
  readonly field: 'documents';
  readonly kind: 'no-address';
  /** The line as typed. */
  readonly line: string;
};

/** The address ends the line, and no part of it needs to be guessed. */
const LINE = /^(.*?)[\s　:：]*(https?:\/\/[^\s　|<>]+)$/u;

/**
 * The lines of 資料: `資料1 年間予定 https://example.jp/1.pdf`. Empty lines are ignored; a line that is an address alone is called by it.
 */
export const readDocumentLinks = (text: string): Result<readonly DocumentLink[], DocumentLinkProblem> => {
  const links: DocumentLink[] = [];
  for (const typed of text.split(/\r\n|\r|\n/u)) {
    const line = typed.trim();
    if (line === '') continue;
    const [, name = '', url] = LINE.exec(line) ?? [];
    if (url === undefined || !URL.canParse(url))
      return refuse({ field: 'documents', kind: 'no-address', line });
    links.push({ name: name === '' ? url : name, url });
  }
  return succeed(links);
};
