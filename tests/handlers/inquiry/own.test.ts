import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { type Practice, STAFF } from '../../support/practice.ts';
import { ask, CHIEF, homeOf, openAnswerForm, PROMOTER, startAskedCity } from '../asked-city.ts';
import { answerTo, rowsOf } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const own = (person: string, word = '') => answerTo(practice.slack.person(person), '/kyodo-inquiry', word);

test('/kyodo-inquiry alone shows what is open by due day, then what was answered', async () => {
  const answered = await ask(practice, { title: '答えた調査' });
  await ask(practice, { title: '遅い調査', dueOn: localDate('2026-12-18') });
  await ask(practice, { title: '早い調査', dueOn: localDate('2026-12-01'), requester: '' });
  const closed = await ask(practice, { title: '締め切った調査' });
  await rowsOf(practice, "update inquiry set state = 'closed' where id = $1", [closed]);
  const form = await openAnswerForm(practice, PROMOTER, answered, '福祉課');
  await form.fill({ 該当: '該当なし' });
  await (await form.submit()).form?.close();

  const list = await own(PROMOTER);
  expect(list.plain.split('\n')).toEqual([
    '自分の課・室等への照会',
    '回答をお願いします',
    '早い調査',
    '期限:令和8年12月1日(火) あと6開庁日',
    '福祉部 福祉課の分です。',
    '遅い調査(依頼元:大阪府)',
    '期限:令和8年12月18日(金) あと19開庁日',
    '福祉部 福祉課の分です。',
    '回答済み(締切りまで変更できます)',
    '答えた調査(依頼元:大阪府)',
    '福祉部 福祉課',
    '令和8年11月20日(金) 8:30に回答しました。',
  ]);
  expect(list.buttons).toEqual([
    '回答する',
    '担当の変更を依頼',
    '回答する',
    '担当の変更を依頼',
    '回答を見る',
    '回答を変更する',
  ]);
});

test('a 主任 sees what falls to them, one of the staff that there is nothing', async () => {
  const list = await own(CHIEF);
  expect(list.plain).toContain('福祉部 児童課(未選任)の分です。代わりに回答を入力できます。');
  expect(list.plain).toContain(
    '福祉部 高齢課の分です。紙山 とおるさんはSlackを使っていません。文面を渡すか、回答を代理入力してください。',
  );
  expect([...new Set(list.buttons)]).toEqual(['代理入力', '文面をコピー']);
  expect((await own(STAFF)).plain).toBe('自分の課・室等への照会\n今、回答をお願いしている照会はありません。');
});

test('what is asked from the next working day on is not yet shown as owed', async () => {
  const later = await ask(practice, { title: '次の朝からの調査' });
  await rowsOf(practice, "update inquiry set asked_on = '2026-11-24' where id = $1", [later]);
  expect((await own(PROMOTER)).plain).not.toContain('次の朝からの調査');
  practice.clock.set('2026-11-24T08:30:00+09:00');
  expect((await own(PROMOTER)).plain).toContain('次の朝からの調査');
});

test('many are on pages, and on the Home tab so many that all else has a place', async () => {
  for (let index = 1; index <= 30; index += 1) await ask(practice, { title: `調査その${index}` });
  const person = practice.slack.person(PROMOTER);
  const first = await own(PROMOTER);
  expect(first.plain).toContain('1/2ページ');
  await person.press('次のページ', { in: first });
  await expect
    .poll(() =>
      person.answers.some(({ plain }) => plain.includes('2/2ページ') && plain.includes('答えた調査')),
    )
    .toBe(true);
  const home = await homeOf(practice, PROMOTER);
  expect(home.text).toContain('ほかに25件の照会があります。');
  const all = await (await home.press('照会をすべて表示')).opened();
  expect(all.text).toContain('調査その1');
});
