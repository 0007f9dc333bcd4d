import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { askBody, CHAIR, startAskedBody, WELFARE } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { rowsOf } from '../steps.ts';

/** What is said around a 書面開催 is true for whoever reads it. */

const BODY = '協働推進本部会議';
const PLAIN = { 案件: '市の調査・検討について(審議)', 回答期限: '2026-12-10' };

let practice: Practice;
beforeAll(async () => {
  practice = await startAskedBody('2026-11-27T18:00:00+09:00');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Home of the secretariat, once it is so: what was drawn behind an earlier request may still come. */
const homeOnce = async (isSo: (text: string) => boolean): Promise<void> => {
  await practice.secretary.openHome();
  await practice.secretary.homeUntil(({ text }) => isSo(text));
};

/** Sends one by its forms; gives its id and what was said. */
const send = async (number: string, entries: Readonly<Record<string, string | readonly string[]>>) => {
  const start = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await start.fill({ 会議体: BODY });
  await start.until(({ values }) => values.Slack未利用の回答者 !== null);
  await start.fill({ ...PLAIN, 文書番号: number, ...entries });
  const confirmation = await (await start.submit()).form?.until(({ submitText }) => submitText !== '');
  const sent = (await confirmation?.submit())?.form;
  const said = sent?.text ?? '';
  await sent?.close({ all: true });
  const [row] = await rowsOf(practice, 'select id from written_meeting where document_number = $1', [number]);
  return { id: String(row?.id), said };
};

test('one that leaves on the next morning says so until then, and 中止 before that says that it will not', async () => {
  const { id } = await send('豊コ第91号', { 送信: '次の開庁日の9時に送る' });
  const words = '開催案内:令和8年11月30日(月) 9:00にお送りします';
  await homeOnce((text) => text.includes(words));
  const opened = await pressAnywhere(practice, SECRETARY, 'written-progress.open', id);
  expect(opened.text).toContain(words);
  await opened.close({ all: true });
  const cancelling = () => pressAnywhere(practice, SECRETARY, 'written-meeting.cancel', id);
  const before = await cancelling();
  expect(before.text).toContain('開催案内は、まだ送っていません。中止すると、開催案内は送りません。');
  await before.close({ all: true });
  practice.clock.set('2026-11-30T09:00:10+09:00');
  await homeOnce((text) => text.includes('豊コ第91号') && !text.includes('お送りします'));
  const after = await cancelling();
  expect(after.text).toContain('開催案内が届いている方に、中止と理由をお知らせします。');
  await after.close({ all: true });
});

test('where nobody who answers has Slack, nothing is said to be sent', async () => {
  practice.clock.set('2026-11-30T10:00:00+09:00');
  const { said } = await send('豊コ第92号', { 回答者: [], 送信: '今すぐ送る' });
  expect(said).toContain(
    '回答の受付を始めました。回答者1名に、Slackで開催案内が届く方はいません。別の方法でお知らせし、代理入力で回答を記録してください。',
  );
  expect(said).not.toContain('送り始めました');
});

test('old buttons of a draft that was sent say that it was', async () => {
  const { id } = await send('豊コ第93号', { 送信: '今すぐ送る' });
  for (const button of ['written-start.continue', 'written-start.remove', 'written-start.try']) {
    const refused = await pressAnywhere(practice, SECRETARY, button, id);
    expect(refused.text).toContain('この書面開催は、すでに送信しました。');
    await refused.close({ all: true });
  }
});

test('who presses another’s 回答する is told for whom it is', async () => {
  const meeting = await askBody(practice, { documentNumber: '豊コ第94号' });
  const refused = await pressAnywhere(practice, WELFARE, 'written-answer.open', `${meeting}:1`);
  expect(refused.text).toContain('この書面開催の回答は、回答者ご本人のためのものです。');
  await refused.close({ all: true });
});

test('a line of one whose account was stopped says so', async () => {
  await rowsOf(practice, 'update person set deactivated_at = now() where slack_id = $1', [WELFARE]);
  await homeOnce((text) =>
    text.includes(
      '福祉部長 架空 花子さんの分です。Slackのアカウントが停止されています。文面を渡すか、回答を代理入力してください。',
    ),
  );
  await rowsOf(practice, 'update person set deactivated_at = null where slack_id = $1', [WELFARE]);
});

test('代理入力 after the due day does not speak of changing it until then', async () => {
  const meeting = await askBody(practice, { documentNumber: '豊コ第95号' });
  await runJobsAt(practice, '2026-12-11T00:00:30');
  practice.clock.set('2026-12-11T10:00:00+09:00');
  const form = await pressAnywhere(practice, SECRETARY, 'written-answer.open', `${meeting}:4`);
  await form.fill({ 案件1: '異議なし', 案件2: '確認しました', 受けた方法: '紙', 受けた日: '2026-12-10' });
  const kept = (await form.submit()).form;
  expect(kept?.text).toContain('回答を記録しました。');
  expect(kept?.text).not.toContain('回答を変更できます');
  await kept?.close({ all: true });
  const late = await pressAnywhere(practice, CHAIR, 'written-answer.open', `${meeting}:1`);
  await late.close({ all: true });
});
