import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../support/archived.ts';
import {
  confirmationOf,
  fillIssue,
  NEWS_CHANNELS,
  publish,
  threadOf,
  writeArticle,
} from '../../support/newsletter.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

const EDITOR = 'U0EDITOR';
const AUTHOR = 'U0AUTHOR';
const SHORTCUT = 'article.from-message';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-26T10:00:00+09:00',
    people: [
      { id: EDITOR, real_name: '編集 花子' },
      { id: AUTHOR, real_name: '投稿 次郎' },
    ],
    channels: NEWS_CHANNELS,
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const post = async (text: string, channel = 'C0ONE') => {
  await practice.slack.person(AUTHOR).message(text, { channel });
  return practice.slack
    .channel(channel)
    .until(({ author, plain }) => author === AUTHOR && plain.includes(text.slice(0, 4)));
};
const offeredTitles = async (): Promise<readonly string[]> => {
  const form = await fillIssue(practice, {});
  const titles = form.options('記事');
  await form.close({ all: true });
  // Written at the same moment of the test's clock they stand in any order.
  return titles.toSorted();
};

describe('協DOの記事にする', () => {
  test('of another’s message waits for 掲載を承諾する, which only its author can press', async () => {
    await writeArticle(practice, EDITOR, { 見出し: '手元の記事' });
    const message = await post('公園の清掃を市民の皆さんとしました。<https://example.jp|写真>');
    const editor = practice.slack.person(EDITOR);
    const form = await (await editor.messageShortcut(SHORTCUT, message)).opened();
    expect([form.title, form.values.本文]).toEqual([
      '記事を書く',
      '公園の清掃を市民の皆さんとしました。写真 https://example.jp',
    ]);
    await form.fill({ 見出し: '公園の清掃', 分類: '好事例' });
    expect((await form.submit()).form?.text).toContain('掲載の承諾をお願いします');
    expect(await offeredTitles()).toEqual(['【好事例】手元の記事']);
    const asked = await practice.slack
      .dm(AUTHOR)
      .until(({ plain }) => plain.startsWith('掲載の承諾のお願い'));
    expect(asked.plain).toContain('公園の清掃');
    await editor.pressRaw({
      in: asked,
      action: {
        type: 'button',
        block_id: 'x',
        action_id: 'article.agree',
        value: String((await rowsOf(practice, `select id from article where title = '公園の清掃'`))[0]?.id),
      },
    });
    expect((await editor.nextAnswer()).plain).toContain('ご本人が行います');
    await practice.slack.person(AUTHOR).press('掲載を承諾する');
    await practice.slack.dm(AUTHOR).until(({ plain }) => plain.includes('掲載の承諾をいただきました'));
    expect(await offeredTitles()).toEqual(['【好事例】公園の清掃', '【好事例】手元の記事']);
  });

  test('has names for those the message mentions, and ends with a whole letter', async () => {
    const text = `次回は <@${EDITOR}> さんの <#C0TWO|> で <@U0NOBODY> と <!subteam^S0KA|@市民課>`;
    const message = await post(`${text}${'あ'.repeat(2940)}${'👨‍👩‍👧'.repeat(10)}`);
    const form = await (await practice.slack.person(AUTHOR).messageShortcut(SHORTCUT, message)).opened();
    expect(form.values.本文).toMatch(
      /^次回は @編集 花子 さんの #協働推進2 で @\(氏名不明\) と @市民課あ{2940}(?:👨‍👩‍👧){2}$/u,
    );
    await form.close({ all: true });
  });

  test('of one’s own message waits for nobody', async () => {
    const message = await post('自分で書いた話です。');
    const form = await (await practice.slack.person(AUTHOR).messageShortcut(SHORTCUT, message)).opened();
    await form.fill({ 見出し: '自分の話', 分類: '催し' });
    expect((await form.submit()).form?.text).toContain('記事を事務局に送りました');
    expect(await offeredTitles()).toContain('【催し】自分の話');
  });

  test('what the form says of the message proves nothing: Slack says whose it is', async () => {
    const message = await post('取られたくない話です。');
    const editor = practice.slack.person(EDITOR);
    const form = await (await editor.messageShortcut(SHORTCUT, message)).opened();
    await form.fill({ 見出し: '取った話', 分類: '催し' });
    await form.submit();
    expect(
      await rowsOf(practice, `select source_author, agreed_at from article where title = '取った話'`),
    ).toEqual([{ source_author: AUTHOR, agreed_at: null }]);
    await practice.slack.person(AUTHOR).press('承諾しない');
    await practice.slack.dm(AUTHOR).until(({ plain }) => plain.includes('この記事は掲載しません。'));
    expect(await offeredTitles()).not.toContain('【催し】取った話');
  });

  test('in a channel without the bot it says what to do', async () => {
    practice.slack.changeChannel('C0FIVE', { members: [EDITOR, AUTHOR] });
    const message = await post('ボットのいない所の話です。', 'C0FIVE');
    const editor = practice.slack.person(EDITOR);
    await editor.messageShortcut(SHORTCUT, message);
    const said = await editor.nextForm(({ text }) => text.includes('/invite @協DOボット'));
    expect(said.title).toBe('できませんでした');
  });
});

test('a photo is kept and shown: in the form when it is changed, and in every channel with its words', async () => {
  const editor = practice.slack.person(EDITOR);
  const form = await (await editor.command('/kyodo-digest')).opened();
  await form.fill({
    見出し: '写真の記事',
    本文: '写真があります。',
    分類: 'お知らせ',
    写真: [{ name: '公園.png', content: png(1600, 400) }],
    写真の説明: '公園で植樹する市民',
    写真の確認: ['写っている人の了承を得ています'],
  });
  expect((await form.submit()).form?.text).toContain('記事を事務局に送りました');
  await editor.openHome();
  const home = await editor.homeUntil(({ text }) => text.includes('写真の記事'));
  const [written] = await rowsOf(practice, `select id from article where title = '写真の記事'`);
  await home.press('編集', { block: `article-${written?.id}` });
  const change = await editor.nextForm(({ title }) => title === '記事を編集');
  expect([change.values.写真の説明, change.text.includes('今の写真:公園で植樹する市民')]).toEqual([
    '公園で植樹する市民',
    true,
  ]);
  await change.close({ all: true });
  await publish(practice, { 記事: ['【お知らせ】写真の記事'], 発行: '今すぐ発行' });
  const opening = 'きょうどう通信 協DO';
  await expect.poll(() => threadOf(practice, 'C0ONE', opening).length, { timeout: 10_000 }).toBe(1);
  const [article] = threadOf(practice, 'C0ONE', opening);
  expect(article?.blocks.at(-1)).toMatchObject({ type: 'image', alt_text: '公園で植樹する市民' });
  expect(await rowsOf(practice, 'select name from stored_file')).toEqual([{ name: '公園.png' }]);
});

test('the secretariat reads how an issue is received, in numbers alone', async () => {
  const opening = await practice.slack
    .channel('C0ONE')
    .until(({ plain }) => plain.startsWith('きょうどう通信'));
  practice.slack.person(AUTHOR).react(opening, 'thumbsup');
  practice.slack.person(EDITOR).react(opening, 'clap');
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ text }) => text.includes('に発行。読みました0人'));
  await home.press('状況');
  const status = await practice.secretary.nextForm(({ text }) => text.includes('リアクション'));
  expect(status.text).toContain('リアクション2件');
  await status.close({ all: true });
});

test('a channel that can no longer be posted to, or has another name, is told of before the hour', async () => {
  await writeArticle(practice, EDITOR, { 見出し: '次の記事' });
  const form = await fillIssue(practice, {
    記事: ['【好事例】次の記事'],
    投稿先: ['C0TWO', 'C0THREE', 'C0FOUR'],
    発行日時: String(Date.parse('2026-11-30T15:00:00+09:00') / 1000),
  });
  await (await confirmationOf(form)).submit();
  practice.slack.changeChannel('C0TWO', { is_archived: true });
  practice.slack.changeChannel('C0THREE', { name: '新しい名前' });
  practice.clock.set('2026-11-27T09:00:00+09:00');
  const secretariat = practice.slack.dm(practice.secretary.id);
  await secretariat.until(({ plain }) => plain.includes('#協働推進2に投稿できません'));
  await secretariat.until(({ plain }) => plain.includes('#協働推進3のチャンネル名が変わりました'));
  practice.clock.set('2026-11-30T09:00:00+09:00');
  await expect
    .poll(() =>
      rowsOf(practice, `select 1 from job_slot where name = 'check-channels'`).then(({ length }) => length),
    )
    .toBe(2);
  expect(
    await rowsOf(practice, `select count(*)::int as count from delivery where kind = 'channel-trouble'`),
  ).toEqual([{ count: 2 }]);
});

test('投稿先 without the bot is told at its field', async () => {
  const form = await fillIssue(practice, {
    号: '第9号',
    記事: ['【催し】自分の話'],
    投稿先: ['C0FIVE'],
    発行: '今すぐ発行',
  });
  expect((await form.submit()).errors.投稿先).toContain('#協働推進5');
  await form.close({ all: true });
});
