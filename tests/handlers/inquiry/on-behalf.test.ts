import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import {
  answersOf,
  ask,
  CHIEF,
  homeOf,
  openAnswerForm,
  PROMOTER,
  pressAnywhere,
  startAskedCity,
  targetValueOf,
} from '../asked-city.ts';
import { post, rowsOf, submission, typed } from '../steps.ts';

let practice: Practice;
let inquiry: string;
beforeAll(async () => {
  practice = await startAskedCity();
  inquiry = await ask(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

test('the 主任 answers for one without Slack by telephone: how and when it came stays', async () => {
  const form = await openAnswerForm(practice, CHIEF, inquiry, '高齢課');
  expect([form.title, form.labels, form.options('受けた方法')]).toEqual([
    '代理入力',
    ['該当', '回答', '添付', '受けた方法', '受けた日'],
    ['紙', '電話', '口頭', 'メール等'],
  ]);
  await form.fill({ 該当: '該当あり', 回答: '買い物支援', 受けた方法: '電話', 受けた日: '2026-11-21' });
  expect((await form.submit()).errors).toEqual({ 受けた日: '今日までの日を選んでください。' });
  await form.fill({ 受けた日: '2026-11-19' });
  const { form: kept } = await form.submit();
  expect(kept?.text).toContain('該当あり\n買い物支援\n代理入力(令和8年11月19日(木)に電話で受けました)');
  expect(await answersOf(practice, inquiry, '高齢課')).toEqual([
    {
      by: CHIEF,
      applicable: true,
      count: null,
      text: '買い物支援',
      file: null,
      way: 'telephone',
      day: '2026-11-19',
      counts: true,
    },
  ]);
});

test('the day on which paper was received decides whether an answer is late', async () => {
  practice.clock.set('2026-12-14T09:30:00+09:00');
  const outcomes: boolean[] = [];
  for (const 受けた日 of ['2026-12-10', '2026-12-11']) {
    const form = await openAnswerForm(practice, SECRETARY, inquiry, '児童課');
    await form.fill({ 該当: '該当なし', 回答: '紙です:tada:', 受けた方法: '紙', 受けた日 });
    const { form: kept } = await form.submit();
    outcomes.push(kept?.text.includes('期限後') === true);
    await kept?.close();
  }
  practice.clock.set('2026-11-20T09:30:00+09:00');
  expect(outcomes).toEqual([false, true]);
});

test('the CSV names who answered, in the record or only at Slack, and prints emoji', async () => {
  await (await pressAnywhere(practice, SECRETARY, 'inquiry.csv', inquiry)).close();
  const sent = await practice.slack.dm(SECRETARY).until((message) => message.files.length > 0);
  const { text: csv } = await sentFile(practice, sent);
  expect(csv).toMatch(/高齢課,.*,主任 一郎,電話,/u);
  expect(csv).toMatch(/児童課,.*,紙です🎉,.*,事務 局子,紙,/u);
  expect(csv).not.toMatch(/U0[A-Z]/u);
});

test('without the way in which it came it is none; a form opened as one’s own does not do', async () => {
  const [inquiryId, sectionId, role] = (await targetValueOf(practice, inquiry, '福祉課')).split(':');
  const send = async (id: string, as: string) => {
    const metadata = { inquiryId, sectionId, role, as };
    const fields = {
      applicable: { type: 'radio_buttons', selected_option: { value: 'no' } },
      text: typed(''),
    };
    const form = { id, callbackId: 'inquiry-answer.submit', metadata, fields };
    return JSON.parse((await post(practice, submission(CHIEF, form))).body).errors;
  };
  expect([await send('V1', 'on-behalf'), await send('V2', 'own')]).toEqual([
    { receivedBy: 'この項目を選んでください。' },
    {
      applicable:
        'この画面を開いた後に、内容が変更されました。入力を控えたうえで、一覧から開き直してください。',
    },
  ]);
});

describe('what falls to whom', () => {
  const owes = async (person: string): Promise<readonly string[]> => {
    const { text } = await homeOf(practice, person);
    return ['福祉課', '高齢課', '児童課', '環境課', '公園課'].filter((section) =>
      new RegExp(`期限:.*\\n.*部 ${section}`, 'u').test(text),
    );
  };

  test('a vacant section and one without Slack to the 主任; without a 主任 to the secretariat', async () => {
    inquiry = await ask(practice, { title: '二つ目の調査' });
    await rowsOf(practice, "update inquiry set state = 'closed' where id <> $1", [inquiry]);
    expect([await owes(PROMOTER), await owes(CHIEF), await owes(SECRETARY)]).toEqual([
      ['福祉課'],
      ['高齢課', '児童課'],
      ['公園課'],
    ]);
  });

  test('once the 主任’s account is deactivated, all of it to the secretariat', async () => {
    await rowsOf(practice, 'update person set deactivated_at = now() where slack_id = $1', [CHIEF]);
    const owed = await owes(SECRETARY);
    await rowsOf(practice, 'update person set deactivated_at = null where slack_id = $1', [CHIEF]);
    expect(owed).toEqual(['高齢課', '児童課', '公園課']);
  });
});

test('文面をコピー gives the whole request as plain text', async () => {
  const id = await ask(practice, { link: 'https://city.example/chosa', answerForm: 'count' });
  const value = await targetValueOf(practice, id, '高齢課');
  const copy = await pressAnywhere(practice, CHIEF, 'inquiry-copy.open', value);
  expect(copy.text.split('\n')).toEqual([
    '文面をコピー',
    'Slackを使っていない方にお渡しする文面です。選択してコピーしてください。',
    '【照会】協働事業についての調査',
    '文書番号:豊コ第120号',
    '依頼元:大阪府',
    '回答する課・室等:福祉部 高齢課',
    '回答期限:令和8年12月10日(木)',
    '令和8年度の協働事業について、該当の有無をお知らせください。',
    'リンク:https://city.example/chosa',
    '回答の仕方:件数をお知らせください。ないときも、0件との回答が必要です。紙、電話、口頭、メールのどれでも結構です。',
    '問合せ:事務局',
  ]);
});
