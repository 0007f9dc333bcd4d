import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import {
  answersOf,
  ask,
  COLLEAGUE,
  ELSEWHERE,
  homeOf,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';
import { auditOf, chosen, post, rowsOf, submission, typed } from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  // Before the hour of the morning message: no message is there that every answer would change.
  practice = await startAskedCity('2026-11-20T08:30:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openFor = (inquiry: string, person = PROMOTER): Promise<Form> =>
  openAnswerForm(practice, person, inquiry, '福祉課');

/** What counts for 福祉課: its words alone. */
const counting = async (inquiry: string) => {
  const rows = await answersOf(practice, inquiry, '福祉課');
  const [row] = rows.filter(({ counts }) => counts);
  return row && [row.applicable, row.count, row.text, row.file];
};

describe('該当の有無と記述', () => {
  test('the form shows the inquiry whole, and what was answered says until when it may be changed', async () => {
    const inquiry = await ask(practice, { link: 'https://city.example/chosa' });
    const form = await openFor(inquiry);
    expect([form.title, form.submitText, form.labels]).toEqual([
      '照会に回答',
      '回答する',
      ['該当', '回答', '添付'],
    ]);
    expect(form.options('該当')).toEqual(['該当あり', '該当なし']);
    for (const part of [
      '協働事業についての調査',
      '文書番号:豊コ第120号',
      '依頼元:大阪府',
      '回答する課・室等:福祉部 福祉課',
      '期限:令和8年12月10日(木) あと13開庁日',
      '令和8年度の協働事業について、該当の有無をお知らせください。',
      'リンク:https://city.example/chosa',
    ])
      expect(form.text).toContain(part);
    await form.fill({ 該当: '該当あり' });
    expect((await form.submit()).errors).toEqual({
      回答: '「該当あり」のときは、内容を入力してください。',
    });
    expect(form.values).toMatchObject({ 該当: '該当あり' });
    await form.fill({ 回答: '見守り活動' });
    const { form: kept } = await form.submit({ twice: true });
    expect(kept?.text).toContain('回答を受け付けました。\n協働事業についての調査(福祉部 福祉課)');
    expect(kept?.text).toContain('該当あり\n見守り活動');
    expect(kept?.text).toContain('締切りまでは、何度でも変更できます。');
    expect(await answersOf(practice, inquiry, '福祉課')).toEqual([
      {
        by: PROMOTER,
        applicable: true,
        count: null,
        text: '見守り活動',
        file: null,
        way: null,
        day: null,
        counts: true,
      },
    ]);
    expect((await auditOf(practice, PROMOTER)).filter((action) => action === 'answer-inquiry')).toHaveLength(
      1,
    );
  });

  test('該当なし needs no words, and an answer is changed from what was filled in before', async () => {
    const inquiry = await ask(practice);
    const form = await openFor(inquiry);
    await form.fill({ 該当: '該当なし' });
    const { form: kept } = await form.submit();
    expect(await counting(inquiry)).toEqual([false, null, '', null]);
    practice.clock.set('2026-11-20T08:45:00+09:00');
    const again = await (await (kept ?? form).press('回答を変更する')).opened();
    expect(again.values).toMatchObject({ 該当: '該当なし', 回答: null });
    expect(again.text).toContain('これまでの回答\n令和8年11月20日(金) 8:30');
    await again.fill({ 該当: '該当あり', 回答: '清掃活動' });
    await again.submit();
    expect((await answersOf(practice, inquiry, '福祉課')).map(({ text, counts }) => [text, counts])).toEqual([
      ['', false],
      ['清掃活動', true],
    ]);
  });
});

describe('件数', () => {
  test('0件 is an answer', async () => {
    const inquiry = await ask(practice, { answerForm: 'count' });
    const form = await openFor(inquiry);
    expect(form.labels).toEqual(['件数', '回答', '添付']);
    await form.fill({ 件数: '0' });
    expect((await form.submit()).form?.text).toContain('0件');
    expect(await counting(inquiry)).toEqual([null, 0, '', null]);
  });
});

describe('確認のみ', () => {
  test('the ticked box is the answer', async () => {
    const inquiry = await ask(practice, { answerForm: 'confirmation' });
    const form = await openFor(inquiry);
    expect([form.labels, form.options('確認')]).toEqual([['確認', '回答', '添付'], ['内容を確認しました']]);
    await form.fill({ 確認: ['内容を確認しました'] });
    expect((await form.submit()).form?.text).toContain('内容を確認しました');
    expect(await counting(inquiry)).toEqual([null, null, '', null]);
  });
});

describe('what Slack would not send', () => {
  test.each([
    ['applicability', 'applicable', 'この項目を選んでください。'],
    ['count', 'count', '件数を入力してください。ないときは 0 と入力してください。'],
    ['words', 'text', '回答を入力してください。'],
    ['confirmation', 'confirmed', '内容をご確認のうえ、「内容を確認しました」を選んでください。'],
    ['document', 'file', '記入した様式を添付してください。'],
  ] as const)('an empty answer to %s is none', async (answerForm, field, sentence) => {
    const inquiry = await ask(practice, { answerForm });
    const [inquiryId, sectionId, role] = (await targetValueOf(practice, inquiry, '福祉課')).split(':');
    const metadata = { inquiryId, sectionId, role, as: 'own' };
    const form = {
      id: `V${field}`,
      callbackId: 'inquiry-answer.submit',
      metadata,
      fields: { any: typed('') },
    };
    expect(JSON.parse((await post(practice, submission(PROMOTER, form))).body).errors).toEqual({
      [field]: sentence,
    });
    expect(await counting(inquiry)).toBeUndefined();
  });
});

test('of two who answer at once the last counts, and both are kept', async () => {
  const inquiry = await ask(practice);
  const forms = [await openFor(inquiry), await openFor(inquiry, COLLEAGUE)];
  for (const [index, form] of forms.entries())
    await form.fill({ 該当: '該当あり', 回答: `答え${index + 1}` });
  await Promise.all(forms.map((form) => form.submit()));
  const rows = await answersOf(practice, inquiry, '福祉課');
  expect(rows.map(({ text }) => text).toSorted()).toEqual(['答え1', '答え2']);
  expect(rows.filter(({ counts }) => counts)).toHaveLength(1);
});

test('Home and free text offer what is open, until it is answered', async () => {
  await rowsOf(practice, "update inquiry set state = 'closed'");
  const inquiry = await ask(practice, { title: '一つだけの調査' });
  const person = practice.slack.person(PROMOTER);
  await person.openHome();
  // What was sent before may still be on its way to Home.
  const home = await person.homeUntil(({ text }) => text.includes('一つだけの調査'));
  expect(home.text).toContain('一つだけの調査(依頼元:大阪府)\n期限:令和8年12月10日(木) あと13開庁日');
  await person.message('どうすればよいですか');
  const reply = await practice.slack.dm(PROMOTER).next(({ plain }) => plain.includes('受け付けていません'));
  expect(reply.buttons).toContain('回答する:一つだけの調査');
  const form = await (await home.press('回答する')).opened();
  await form.fill({ 該当: '該当なし' });
  await form.submit();
  const later = await person.homeUntil(({ text }) => !text.includes('一つだけの調査'));
  expect(later.text).toContain('今お願いしていることはありません。');
  expect((await homeOf(practice, SECRETARY)).text).toContain('一つだけの調査');
  expect(await counting(inquiry)).toEqual([false, null, '', null]);
});

describe('on another day', () => {
  const at = async (now: string, work: () => Promise<void>): Promise<void> => {
    const before = practice.clock.now().toISOString();
    practice.clock.set(now);
    await work();
    practice.clock.set(before);
  };

  test('after the due day an answer is taken as late', async () => {
    const inquiry = await ask(practice);
    await at('2026-12-11T09:30:00+09:00', async () => {
      const form = await openFor(inquiry);
      expect(form.text).toContain('期限を過ぎています');
      await form.fill({ 該当: '該当なし' });
      expect((await form.submit()).form?.text).toContain('期限後の回答として受け付けました。');
    });
  });

  test('after the closing it is refused with what was typed, and the answer is only shown', async () => {
    const inquiry = await ask(practice);
    const form = await openFor(inquiry);
    await form.fill({ 該当: '該当あり', 回答: '間に合わなかった答え' });
    await rowsOf(practice, "update inquiry set state = 'closed', ended_at = now() where id = $1", [inquiry]);
    expect((await form.submit()).errors).toEqual({
      該当: 'この照会は締め切られました。入力は残っていますので、必要なときは事務局にご相談ください。',
    });
    expect(form.values).toMatchObject({ 回答: '間に合わなかった答え' });
    await form.close();
    const shown = await openFor(inquiry);
    expect([shown.title, shown.submitText, shown.labels, shown.buttons]).toEqual([
      '照会への回答',
      '',
      [],
      [],
    ]);
    expect(shown.text).toContain('まだ回答がありません。');
    expect(await answersOf(practice, inquiry, '福祉課')).toEqual([]);
    await shown.close();
  });
});

describe('who has no part in it', () => {
  const SENTENCE = '恐れ入りますが、この操作は、協働推進員と事務局が行います。事務局にご相談ください。';

  test.each([ELSEWHERE, STAFF])(
    '%s is refused at the button and at a form changed by hand',
    async (person) => {
      const inquiry = await ask(practice);
      const value = await targetValueOf(practice, inquiry, '福祉課');
      const before = (await auditOf(practice, person)).length;
      const opened = await pressAnywhere(practice, person, 'inquiry-answer.open', value);
      expect(opened.text).toBe(`できませんでした\n${SENTENCE}`);
      await opened.close();
      const [inquiryId, sectionId, role] = value.split(':');
      const metadata = { inquiryId, sectionId, role, as: 'own' };
      const fields = { applicable: chosen('no'), text: typed('') };
      const form = { id: `V${person}`, callbackId: 'inquiry-answer.submit', metadata, fields };
      const answer = JSON.parse((await post(practice, submission(person, form))).body);
      expect(answer.errors).toEqual({ applicable: SENTENCE });
      expect((await auditOf(practice, person)).slice(before)).toEqual([
        'refused open-answer',
        'refused answer-inquiry',
      ]);
      expect(await answersOf(practice, inquiry, '福祉課')).toEqual([]);
    },
  );
});
