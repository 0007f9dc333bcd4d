import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { FEATURES } from '../../src/handlers/features.ts';
import { FINAL_ACT, type FinalActId } from '../../src/texts/final-act.ts';
import { putOpinions } from '../support/asked-opinions.ts';
import { fillIssue, publish, writeArticle } from '../support/newsletter.ts';
import { type Practice, SECRETARY, STAFF } from '../support/practice.ts';
import { answerInWriting, askBody } from './asked-body.ts';
import { ask, pressAnywhere, startAskedCity } from './asked-city.ts';
import { recordByForm, rowsOf, WORKSPACE, withDatabase } from './steps.ts';
import { recordNone, recordTraining } from './training/steps.ts';

/** Every act that is final, of all features: nothing of it is done by one press, and its view says first what it touches. */

let practice: Practice;
const ids = new Map<FinalActId, string>();
const idOf = async (sql: string): Promise<string> => String((await rowsOf(practice, sql))[0]?.id);

beforeAll(async () => {
  practice = await startAskedCity();
  const inquiry = await ask(practice, { collectBy: localDate('2026-12-08') });
  await recordByForm(practice, { 開催日: '2026-10-01' });
  const meeting = await idOf('select id from meeting');
  const action = await pressAnywhere(practice, SECRETARY, 'action-item.open', meeting);
  await action.fill({ 内容: '先進市の例を調べる', 担当の職員: STAFF, 期限: '2026-12-28' });
  await (await action.submit()).form?.close({ all: true });
  await recordTraining(practice, { 開催日: '2026-10-01' });
  await recordNone(practice, '豊能地区市町合同研修', '令和5年度');
  const member = await pressAnywhere(practice, SECRETARY, 'body-member.open', 'new');
  await member.fill({ 会議体: '協働推進本部会議', 委員: STAFF, 職名: '市民協働部長' });
  await (await member.submit()).form?.close({ all: true });
  const written = await askBody(practice);
  await answerInWriting(
    practice,
    STAFF,
    { meeting: written, position: 1 },
    { 案件1: '異議なし', 案件2: '確認しました' },
  );
  const body = await idOf(`select body_id as id from did_not_meet`);
  const welfare = await idOf(`select id from department where name = '福祉部'`);
  for (const 見出し of ['秋の協働', '冬の協働']) await writeArticle(practice, STAFF, { 見出し });
  await publish(practice, { 記事: ['【好事例】秋の協働'], 投稿先: ['C0GENERAL'], 発行: '今すぐ発行' });
  const [, opinion = ''] = await withDatabase(practice, (db) =>
    putOpinions(db, WORKSPACE, practice.clock.now(), [{}, { years: [{ fiscalYear: 2025 }] }]),
  );
  const draft = await fillIssue(practice, {
    記事: ['【好事例】冬の協働'],
    投稿先: ['C0GENERAL'],
    発行: '下書きのまま保存',
  });
  await (await draft.submit()).form?.close({ all: true });
  ids
    .set('article.withdraw', await idOf(`select id from article where title = '秋の協働'`))
    .set('issue.cancel', await idOf(`select id from newsletter_issue where state = 'draft'`))
    .set('written-meeting.close', written)
    .set('written-meeting.cancel', written)
    .set('inquiry.close', inquiry)
    .set('inquiry.cancel', inquiry)
    .set('inquiry.collect', `${inquiry}:${welfare}`)
    .set('meeting.cancel', meeting)
    .set('action-item.drop', await idOf('select id from action_item'))
    .set('opinion.cancel', opinion)
    .set('training.cancel', await idOf('select id from training_session'))
    .set('did-not-meet.cancel', `body:${body}:2023`)
    .set('body-member.remove', await idOf('select id from body_member'))
    .set(
      'promoter.cancel',
      await idOf(
        `select a.id from appointment a join person p on p.id = a.person_id where p.name = '青空 そら'`,
      ),
    );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The sentences that each view begins with. */
const NUMBERS: Readonly<Record<FinalActId, readonly string[]>> = {
  'meeting.cancel': [
    '案件1件・出席者0名の会議の記録を取り消します。',
    '対応中の対応事項1件のお知らせも止まります。',
    '届いているお知らせ1件は、取り消したことが分かるように書き換わります。',
  ],
  'action-item.drop': ['この会議の対応中の対応事項1件のうち、1件を取りやめます。'],
  'training.cancel': [
    '受講の記録0件のある研修の記録を取り消します。',
    '届いているお知らせ1件は、取り消したことが分かるように書き換わります。',
  ],
  'did-not-meet.cancel': ['「開催なし」の記録1件を取り消します。'],
  'opinion.cancel': [
    '令和7年度の評価・意見2件のうち、1件を取り消します。',
    '記録した市の調査・検討も、一覧と出力から外れます。',
  ],
  'promoter.cancel': ['今日の協働推進員は5名から4名になります。'],
  'body-member.remove': [
    'この方を委員の一覧から外します。',
    'この会議体の委員の登録は、1件から0件になります。',
  ],
  'inquiry.collect': ['未回答3件(3件中)のまま、とりまとめ完了にします。'],
  'inquiry.close': ['未回答5件のまま締め切ります。', '照会先5件 回答0件・未回答5件'],
  'inquiry.cancel': ['回答0件・未回答5件の照会を取りやめます。'],
  'written-meeting.close': ['回答1/1名で、回答の受付を終了します。'],
  'written-meeting.cancel': ['回答済み1名・未回答0名の書面開催を中止します。'],
  'article.withdraw': [
    '「秋の協働」を取り下げます。',
    'きょうどう通信 協DO 令和8年度第1号:投稿先1件、「読みました」0人',
  ],
  'issue.cancel': ['きょうどう通信 協DO 令和8年度第2号の発行を取りやめます。', '記事1件、投稿先1件'],
};

/** What is done at one press all the same: it takes back what one has just done oneself, can be undone on the spot, or keeps all for later. */
const BY_ONE_PRESS: readonly string[] = [
  'away.cancel',
  'inquiry.remove',
  'written-start.remove',
  'article-list.withdraw',
];

const FINAL_WORDS = /^(?:cancel|close|collect|remove|withdraw|delete|end|drop)$/u;

test('every button that ends something is in the table', () => {
  const buttons = FEATURES.flatMap(({ buttons: all = {} }) => Object.keys(all));
  const ending = buttons.filter((id) => FINAL_WORDS.test(id.split('.').at(-1) ?? ''));
  expect(ending.toSorted()).toEqual([...Object.keys(FINAL_ACT), ...BY_ONE_PRESS].toSorted());
});

/** All that was done to rows, whoever did it. */
const changes = () =>
  rowsOf(practice, 'select action, subject from audit_line where before is not null or after is not null');

describe.each(Object.entries(FINAL_ACT))('%s', (id, { title, submit }) => {
  test('shows its numbers first and does nothing before its own button is pressed', async () => {
    const act = id as FinalActId;
    const before = await changes();
    const view = await pressAnywhere(practice, SECRETARY, act, ids.get(act) ?? '');
    expect([view.callbackId, view.title, view.submitText]).toEqual([act, title, submit]);
    const numbers = NUMBERS[act];
    expect(view.text.split('\n').slice(1, numbers.length + 1)).toEqual(numbers);
    expect(numbers.join('')).toMatch(/\d/u);
    await view.close({ all: true });
    expect(await changes()).toEqual(before);
  });
});
