import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, startPractice } from '../support/practice.ts';
import { rowsOf } from './steps.ts';

const WRITER = 'U0WRITER';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: [{ id: WRITER, real_name: '山田 花子' }] });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const articles = () => rowsOf(practice, 'select title from article');

describe('記事を書く', () => {
  test('has the fields of the handbook', async () => {
    const form = await (await practice.slack.person(WRITER).command('/kyodo-digest', '投稿')).opened();
    expect([form.title, form.labels.join(' '), form.submitText]).toEqual([
      '記事を書く',
      '見出し 本文 分類 リンク 写真 写真の説明 写真の確認',
      '保存する',
    ]);
    await form.close();
  });

  test.each([
    [{ リンク: 'https://example.jp' }, {}, true],
    [
      { 写真: [{ name: '写真.png', content: 'ただの文字' }] },
      { 写真の説明: '写真を付けるときは、写真の説明を入力してください。' },
      false,
    ],
    [
      { 写真: [{ name: '写真.png', content: 'ただの文字' }], 写真の説明: '会議の様子' },
      { 写真の確認: '写真を付けるときは、写っている人の了承を得てから、ここにチェックを入れてください。' },
      false,
    ],
    [
      {
        写真: [{ name: '写真.png', content: 'ただの文字' }],
        写真の説明: '会議の様子',
        写真の確認: ['写っている人の了承を得ています'],
      },
      { 写真: '写真は、PNGかJPEGのファイルを選んでください。' },
      false,
    ],
  ])('%j is kept, or told at its field with what was typed', async (entries, errors, kept) => {
    const before = (await articles()).length;
    const form = await (await practice.slack.person(WRITER).command('/kyodo-digest')).opened();
    await form.fill({ 見出し: '試しの記事', 本文: '本文', 分類: 'お知らせ', ...entries });
    expect((await form.submit()).errors).toEqual(errors);
    if (!kept) expect(form.values.見出し).toBe('試しの記事');
    expect((await articles()).length).toBe(before + (kept ? 1 : 0));
    await form.close({ all: true });
  });
});
