import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../support/archived.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

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
      '事務局に送る',
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
    [
      {
        写真: [{ name: '写真.png', content: png(9, 9).slice(0, 8) }],
        写真の説明: '会議の様子',
        写真の確認: ['写っている人の了承を得ています'],
      },
      {
        写真: 'この写真を開けませんでした。壊れているか、途中までしかない可能性があります。お手元で開けるかを確かめて、もう一度選んでください。',
      },
      false,
    ],
    [
      {
        写真: [{ name: '公園\u0000\u202e.png', content: png(90, 45) }],
        写真の説明: '公園の様子',
        写真の確認: ['写っている人の了承を得ています'],
      },
      {},
      true,
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

  test('a photo is kept by a name that can be kept', async () => {
    expect(await rowsOf(practice, 'select name from stored_file')).toEqual([{ name: '公園.png' }]);
  });
});
