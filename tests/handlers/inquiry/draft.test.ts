import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Practice } from '../../support/practice.ts';
import { ELSEWHERE, PROMOTER, startAskedCity } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-19T15:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PLAIN = {
  件名: '協働事業の調査',
  内容: '該当する事業をお知らせください。',
  区分: '大阪府からの調査',
  回答期限: '2026-12-10',
  対象: '協働推進員全員(主任を含む)',
  回答形式: '該当の有無と記述',
};

test('下書き is kept, shown on Home, continued there and deleted', async () => {
  const form = await (await practice.secretary.command('/kyodo-inquiry', '作成')).opened();
  const chosen = {
    対象: '人を選ぶ',
    対象部局: ['環境部'],
    対象者: [PROMOTER, ELSEWHERE],
    回答形式: '件数',
    文書番号: '豊コ第121号',
    依頼元: '大阪府',
    リンク: 'https://city.example/chosa',
    部局のとりまとめ期限: '2026-12-08',
  };
  await form.fill({
    ...PLAIN,
    ...chosen,
    件名: '書きかけ',
    送信: '下書きのまま保存',
    '様式・資料': { name: '様式.pdf', content: '%PDF-1.7 様式' },
  });
  expect((await form.submit()).form?.text).toContain('下書きを保存しました。');
  const { secretary } = practice;
  await secretary.openHome();
  const home = await secretary.homeUntil(({ text }) => text.includes('書きかけ'));
  const again = await (await home.press('続きを書く')).opened();
  expect(again.values).toMatchObject({ 件名: '書きかけ', 区分: '大阪府からの調査', ...chosen });
  expect(again.text).toContain('今の様式・資料「様式.pdf」は、選び直さなければそのまま残ります。');
  await again.close({ all: true });
  await home.press('下書きを削除');
  await secretary.homeUntil(({ text }) => !text.includes('書きかけ'));
  expect(await rowsOf(practice, 'select title from inquiry')).toEqual([]);
});
