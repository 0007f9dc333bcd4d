import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, startSocketBot, type TinyBot } from '../tiny-bot.ts';

const now = () => new Date('2023-08-10T09:00:00+09:00');
const people = [
  { id: 'U0HANAKO', name: 'hanako', real_name: '事務局 花子' },
  { id: 'U0TARO', name: 'taro', real_name: '協働 太郎' },
];

describe.each([
  ['HTTP', startHttpBot],
  ['Socket Mode', startSocketBot],
] as const)('a bot over %s', (_name, startBot) => {
  let slack: Sandbox;
  let bot: TinyBot;
  beforeEach(async () => {
    slack = await startSandbox({ now, people, channels: [{ id: 'C0GENERAL', name: '全庁' }] });
    bot = await startBot(slack);
  });
  afterEach(async () => {
    await bot.stop();
    await slack.stop();
  });

  it('opens a form, brings a field, refuses, takes, writes and changes what it wrote', async () => {
    const hanako = slack.person('U0HANAKO');
    const result = await hanako.command('/tiny-meeting');
    const form = await result.opened();
    expect(form).toBe(await hanako.nextForm());
    expect(form.labels).toEqual(['会議体', '開催日', '開催方法', '出席者', '案件']);

    await form.fill({ 開催日: '2023-08-10', 会議体: 'その他', その他の名称: '臨時の会', 出席者: ['U0TARO'] });
    expect(await form.submit()).toEqual({ closed: false, errors: { 案件: 'この項目は必須です。' } });
    await form.fill({ 案件: 'だめ' });
    expect(await form.submit()).toEqual({ closed: false, errors: { 案件: '案件を見直してください。' } });
    expect(form.errors).toEqual({ 案件: '案件を見直してください。' });
    expect(form.values).toEqual({
      会議体: 'その他',
      その他の名称: '臨時の会',
      開催日: '2023-08-10',
      開催方法: '対面',
      出席者: ['U0TARO'],
      案件: 'だめ',
    });
    await form.fill({ 開催方法: '書面開催', 案件: '要綱の改正(審議)\n報告' });
    expect(await form.submit()).toEqual({ closed: true, errors: {} });
    expect(bot.submissions.at(-1)).toEqual({
      body: {
        body: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'その他' }, value: 'other' },
        },
      },
      otherName: { otherName: { type: 'plain_text_input', value: '臨時の会' } },
      heldOn: { heldOn: { type: 'datepicker', selected_date: '2023-08-10' } },
      way: {
        way: {
          type: 'radio_buttons',
          selected_option: { text: { type: 'plain_text', text: '書面開催' }, value: 'written' },
        },
      },
      attendees: { attendees: { type: 'multi_users_select', selected_users: ['U0TARO'] } },
      agenda: { agenda: { type: 'plain_text_input', value: '要綱の改正(審議)\n報告' } },
    });

    const message = await slack.dm('U0HANAKO').next();
    expect({ plain: message.plain, buttons: message.buttons }).toEqual({
      plain: '記録しました @事務局 花子',
      buttons: ['確認しました'],
    });
    await hanako.press('確認しました', { in: message });
    const changed = await slack.dm('U0HANAKO').until((each) => each.edited);
    expect(changed).toEqual({ ...changed, ts: message.ts, plain: '確認済み 7 @事務局 花子', buttons: [] });
    expect(slack.refusals).toEqual([]);
    expect(bot.events).toEqual([]);
  });

  it('answers a command in its ack, or later by its response_url', async () => {
    const taro = slack.person('U0TARO');
    const listed = await taro.command('/tiny-list', 'R5', { channel: 'C0GENERAL' });
    expect({
      status: listed.status,
      plain: listed.answer?.plain,
      ephemeral: listed.answer?.ephemeral,
    }).toEqual({
      status: 200,
      plain: '一覧 R5',
      ephemeral: true,
    });
    await taro.command('/tiny-later');
    expect((await taro.nextAnswer()).plain).toBe('お待たせしました。');
    expect(slack.channel('C0GENERAL').messages).toEqual([]);
  });

  it('hears shortcuts, closed views, direct messages and the opening of Home', async () => {
    const taro = slack.person('U0TARO');
    const form = await (await taro.shortcut('meeting')).opened();
    await form.close();
    expect(form.isOpen).toBe(false);
    await taro.message('調査の件ですが');
    expect((await slack.dm('U0TARO').next()).plain).toBe('受け付けていません。');
    await taro.openHome();
    expect((await taro.homeUntil(() => true)).text).toBe('ようこそ');
    expect(bot.events).toEqual(['view_closed', 'message']);
  });

  it('sees an ack that Slack cannot use as trouble connecting', async () => {
    const taro = slack.person('U0TARO');
    const form = await (await taro.command('/tiny-meeting')).opened();
    await form.fill({ 会議体: '協働推進本部会議', 開催日: '2023-08-10', 案件: '壊れた' });
    expect(await form.submit()).toEqual({ closed: false, errors: {}, failed: 'trouble connecting' });
    expect(taro.notice).toBe('接続に問題が発生しました。もう一度お試しください。');
    expect(slack.refusals).toEqual([
      {
        where: 'ack of the form meeting',
        error: 'invalid_arguments',
        messages: ['[ERROR] no input block with block_id: nowhere [json-pointer:/errors/nowhere]'],
      },
    ]);
  });
});
