import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';
import { BODY, CHAIR, COPIED, startWrittenCity } from '../written-city.ts';

/** 資料 of a 書面開催 that are files. */

let practice: Practice;
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-24T10:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const pdf = (name: string) => ({ name, content: `%PDF-1.7 ${name}` });
/** Of more than 1 MB: it is read while 送信の確認 is waited for. */
const LARGE = { name: '大きな資料.pdf', content: `%PDF-1.7${'x'.repeat(1024 * 1024)}` };

const openFilled = async (): Promise<Form> => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => values.Slack未利用の回答者 !== null);
  await form.fill({ 案件: '市の調査・検討について(審議)', 回答期限: '2026-12-10' });
  return form;
};

const filesOf = () =>
  rowsOf(
    practice,
    'select f.name from written_document d join stored_file f on f.id = d.file_id order by d.position',
  );

test('a file of another kind than its name is refused at its field, and more than five are not taken', async () => {
  const form = await openFilled();
  await form.fill({ 資料のファイル: { name: '資料.xlsx', content: 'ただの文字' } });
  expect((await form.submit()).errors).toEqual({
    資料のファイル: 'Excel(xlsx)、Word(docx)、PDFのファイルを選んでください。',
  });
  await form.close({ all: true });
  expect(await filesOf()).toEqual([]);
});

test('files are kept with the draft, some taken away and others added, and go to whom it is sent, and to nobody else', async () => {
  const form = await openFilled();
  await form.fill({
    資料のファイル: ['一.pdf', '二.pdf', '三.pdf', '四.pdf'].map(pdf),
    送信: '下書きのまま保存',
  });
  expect((await form.submit()).form?.text).toContain('下書きを保存しました');
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ text }) => text.includes('書面開催の下書き'));
  const again = await (await home.press('続きを書く')).opened();
  expect(again.values.付けてある資料).toEqual(['一.pdf', '二.pdf', '三.pdf', '四.pdf']);
  await again.fill({ 資料のファイル: ['五.pdf', '六.pdf'].map(pdf) });
  expect((await again.submit()).errors).toEqual({
    資料のファイル: '資料のファイルは、付けてあるものと合わせて5つまでです。',
  });
  await again.fill({ 付けてある資料: ['二.pdf'], 資料のファイル: [LARGE], 送信: '今すぐ送る' });
  await again.press('案件の欄を増やす');
  await again.until(({ labels }) => labels.includes('案件(続き4)'));
  expect(again.values.付けてある資料).toEqual(['二.pdf']);
  const first = await (await again.submit()).form?.until(({ submitText }) => submitText !== '');
  expect(first?.text).toContain('二.pdf');
  expect(first?.text).toContain('[回答する] [資料を受け取る]');
  expect(await filesOf()).toEqual([{ name: '二.pdf' }, { name: LARGE.name }]);
  await first?.submit();

  for (const person of [CHAIR, COPIED]) {
    const dm = practice.slack.dm(person);
    const asked = await dm.next(({ plain }) => plain.includes('開催案内'));
    expect(asked.plain).toContain(LARGE.name);
    await practice.slack.person(person).press('資料を受け取る', { in: asked });
    expect((await practice.slack.person(person).nextAnswer()).plain).toBe(
      '送信しました\n資料2件を、このボットとのメッセージにお送りしました。',
    );
    await dm.until(({ plain }) => plain.includes(`「${LARGE.name}」です。`));
  }
  const asked = practice.slack.dm(CHAIR).messages.find(({ buttons }) => buttons.includes('回答する'));
  if (asked === undefined) throw new Error('the chair was not asked');
  const answer = await (await practice.slack.person(CHAIR).press('回答する', { in: asked })).opened();
  expect([answer.buttons, answer.text.includes(LARGE.name)]).toEqual([['資料を受け取る'], true]);
  const [{ id } = {}] = await rowsOf(practice, `select id from written_meeting where state = 'open'`);
  const refused = await pressAnywhere(practice, STAFF, 'written-file.send', String(id));
  expect(refused.text).toContain('委員');
  expect(practice.slack.dm(STAFF).messages).toEqual([]);
});

test('going back from 送信の確認 and on keeps each file once', async () => {
  const form = await openFilled();
  await form.fill({ 資料のファイル: pdf('七.pdf') });
  const first = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
  await first?.close();
  await form.press('案件の欄を増やす');
  await form.until(({ labels }) => labels.includes('案件(続き4)'));
  await form.fill({ 文書番号: '豊コ第91号' });
  const second = await (await form.submit()).form?.until(({ submitText }) => submitText !== '');
  expect(second?.text.split('七.pdf')).toHaveLength(2);
  await second?.close({ all: true });
  expect(await rowsOf(practice, 'select 1 from delivery where recipient = $1', [SECRETARY])).toEqual([]);
});
