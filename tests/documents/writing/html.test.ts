import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { DocumentPart, TextDocument } from '../../../src/documents/writing/text-document.ts';
import { writeDocument } from '../../../src/documents/writing/write.ts';
import { readHtml } from '../../support/read-html.ts';
import { EXAMPLE } from './example.ts';
import { HOSTILE, saying } from './hostile.ts';

const written = async (document: TextDocument): Promise<string> =>
  new TextDecoder().decode(await writeDocument(document, 'html'));

const validator = new HtmlValidate({
  extends: [
    'html-validate:recommended',
    'html-validate:standard',
    'html-validate:a11y',
    'html-validate:document',
  ],
  // Advice for search engines: a title is as long as it was typed.
  rules: { 'long-title': 'off' },
});

const problems = async (html: string): Promise<readonly unknown[]> =>
  (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => [line, ruleId, message]),
  );

test.each([
  ['with a part of every kind', EXAMPLE],
  ['with nothing', { title: '題', running: '題', parts: [] }],
  [
    'with two tables of one name',
    { title: '題', running: '題', parts: [...EXAMPLE.parts, ...EXAMPLE.parts] },
  ],
])('a page %s is HTML by the standard’s rules', async (_, document) => {
  expect(await problems(await written(document))).toEqual([]);
});

test.each(Object.entries(HOSTILE))('so is one where all is %s', async (_, typed) => {
  expect(await problems(await written(saying(typed)))).toEqual([]);
});

test('headings, tables with their headings and captions, pictures with words, and a list of the headings', async () => {
  const html = await written(EXAMPLE);
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="ja">/u);
  expect(html).toContain('<title>第5章 推進体制の整備等(令和5年度)</title>');
  expect(html).toContain('<th scope="col" class="w10">No</th>');
  expect(html).toContain('.w10 { width: 10%; }');
  expect(html).toMatch(/<caption id="(\w+)">協働推進本部会議<\/caption>/u);
  expect(html).toMatch(/<caption id="\w+" class="unseen">職員研修<\/caption>/u);
  expect(html).toContain('width="1" height="1" alt="3年間の参加者数">');
  expect(html).toContain(
    '<a href="https://example.jp/a?b=1&amp;c_d=2">https://example.jp/a?b=1&amp;c_d=2</a>をご覧',
  );
  const [, contents = ''] = /<nav aria-label="目次">(.*?)<\/nav>/su.exec(html) ?? [];
  for (const [, id, text] of contents.matchAll(/<a href="#(\w+)">([^<]*)<\/a>/gu))
    expect(html).toMatch(new RegExp(`<h[234] id="${id}">${text}</h`, 'u'));
  expect(contents.match(/<li/gu)).toHaveLength(4);
});

test('a table that is called as its heading is not called twice', async () => {
  const table = (caption: string): DocumentPart => ({ kind: 'table', caption, columns: [], rows: [] });
  const { parts } = readHtml(
    await writeDocument(
      {
        title: '題',
        running: '題',
        parts: [{ kind: 'heading', text: '体制' }, table('体制'), table('会議')],
      },
      'html',
    ),
  );
  expect(parts).toEqual([{ heading: '体制', level: 1 }, { table: [[]] }, { line: '会議' }, { table: [[]] }]);
});
