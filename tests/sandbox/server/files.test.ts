import type { FileInput, ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../tiny-bot.ts';
import { clientOf, errorOf } from '../web-api/city.ts';

const people = [{ id: 'U0HANAKO', real_name: '事務局 花子' }];
const now = () => new Date('2026-11-24T09:00:00+09:00');
const list = { name: '推進員名簿.CSV', content: '氏名,課\n協働 太郎,市民課\n' };

let slack: Sandbox;
let bot: TinyBot | undefined;

beforeEach(async () => {
  slack = await startSandbox({ now, people, patience: 200 });
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await slack.stop();
});

const words = (text: string) => ({ type: 'plain_text', text }) as const;
const fileForm = (limits: Partial<FileInput>): ModalView => ({
  type: 'modal',
  callback_id: 'import',
  title: words('名簿を取り込む'),
  submit: words('取り込む'),
  blocks: [
    {
      type: 'input',
      block_id: 'list',
      label: words('ファイル'),
      element: { type: 'file_input', action_id: 'list', ...limits },
    },
  ],
});

/** Starts a bot, opens its form of files, and keeps what the bot is sent of it. */
const openForm = async (limits: Partial<FileInput> = { filetypes: ['csv'], max_files: 1 }) => {
  const sent: unknown[] = [];
  bot = await startHttpBot(slack);
  bot.app.view('import', async ({ ack, view }) => {
    sent.push(view.state.values.list?.list);
    await ack({ response_action: 'errors', errors: { list: '1行目を確かめてください。' } });
  });
  const trigger_id = slack.trigger('U0HANAKO');
  await bot.app.client.views.open({ token: slack.botToken, trigger_id, view: fileForm(limits) });
  return { sent, form: await slack.person('U0HANAKO').nextForm() };
};

const download = async (url: string, token = slack.botToken) => {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const type = response.headers.get('content-type');
  return { status: response.status, type, text: await response.text() };
};
const signIn = { status: 200, type: 'text/html; charset=utf-8', text: expect.stringContaining('Sign in') };

it('is sent as Slack sends a file, and stays in a form that was refused', async () => {
  const { form, sent } = await openForm();
  await form.fill({ ファイル: list });
  expect(await form.submit()).toEqual({ closed: false, errors: { ファイル: '1行目を確かめてください。' } });
  expect(form.values).toEqual({ ファイル: ['推進員名簿.CSV'] });
  const id = expect.stringMatching(/^F0[A-Z0-9]+$/);
  const address = (middle: string) =>
    expect.stringMatching(`^${slack.url}/files-pri/T0PRACTICE-F0[A-Z0-9]+/${middle}_____\\.csv$`);
  expect(sent).toEqual([
    {
      type: 'file_input',
      files: [
        {
          id,
          created: 1795478400,
          timestamp: 1795478400,
          name: '推進員名簿.CSV',
          title: '推進員名簿.CSV',
          mimetype: 'text/csv',
          filetype: 'csv',
          pretty_type: 'CSV',
          user: 'U0HANAKO',
          user_team: 'T0PRACTICE',
          editable: false,
          size: Buffer.byteLength(list.content),
          mode: 'hosted',
          is_external: false,
          external_type: '',
          is_public: false,
          public_url_shared: false,
          display_as_bot: false,
          username: '',
          url_private: address(''),
          url_private_download: address('download/'),
          permalink: expect.any(String),
          has_rich_preview: false,
          file_access: 'visible',
        },
      ],
    },
  ]);
});

describe('the content of a file', () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x8e, 0x00, 0xff);
  const upload = () => {
    const { id, url_private, url_private_download } = slack.upload('U0HANAKO', {
      name: 'meibo.csv',
      content: bytes,
    });
    return { id: String(id), urls: [String(url_private), String(url_private_download)] as const };
  };

  it('is given to the bot byte by byte, at both addresses', async () => {
    for (const url of upload().urls) {
      const response = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv']);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    }
  });

  it('is a page to sign in for anybody else', async () => {
    const [url] = upload().urls;
    expect(await download(url, 'xoxb-wrong')).toEqual(signIn);
    expect(await download(url, slack.appToken)).toEqual(signIn);
    expect((await fetch(url)).headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('is a page to sign in for a bot without files:read, which is told nothing of it either', async () => {
    await slack.stop();
    slack = await startSandbox({ people, scopes: ['commands', 'chat:write'] });
    const { id, urls } = upload();
    expect(await download(urls[1])).toEqual(signIn);
    expect(await errorOf(clientOf(slack, slack.botToken).files.info({ file: id }))).toBe('missing_scope');
  });

  it('is not where no file is', async () => {
    const [url] = upload().urls;
    expect((await download(url.replace(/F0\w+/, 'F0NOTHING'))).status).toBe(404);
  });

  it('is described by files.info', async () => {
    const web = clientOf(slack, slack.botToken);
    const { id, urls } = upload();
    const { file } = await web.files.info({ file: id });
    expect([file?.name, file?.size, file?.url_private_download]).toEqual(['meibo.csv', 6, urls[1]]);
    expect(await errorOf(web.files.info({ file: 'F0NOTHING' }))).toBe('file_not_found');
  });
});

describe('a file field', () => {
  it.each([
    [
      { name: 'meibo.xlsx', content: '' },
      '「meibo.xlsx」 cannot be chosen; the field takes: csv; use force to send it all the same',
    ],
    [{ name: 'csv', content: '' }, '「csv」 cannot be chosen'],
    [[list, list], '2 files where at most 1 can be chosen'],
    ['meibo.csv', "a file_input takes files, e.g. { name: 'meibo.csv', content: '氏名' }"],
  ])('does not take %j', async (entry, message) => {
    const { form } = await openForm();
    await expect(form.fill({ ファイル: entry })).rejects.toThrow(message);
    expect(form.values).toEqual({ ファイル: [] });
  });

  it('takes several files of any type where the bot asks for no certain one', async () => {
    const { form, sent } = await openForm({ max_files: 2 });
    await form.fill({ ファイル: [list, { name: '写真', content: Uint8Array.of(1) }] });
    await form.submit();
    expect(sent).toMatchObject([
      {
        files: [
          { name: '推進員名簿.CSV', filetype: 'csv' },
          { name: '写真', filetype: 'binary' },
        ],
      },
    ]);
  });

  it('is emptied, and then is missing before the bot hears of it', async () => {
    const { form, sent } = await openForm();
    await form.fill({ ファイル: list });
    await form.fill({ ファイル: null });
    expect(await form.submit()).toEqual({ closed: false, errors: { ファイル: 'この項目は必須です。' } });
    expect(sent).toEqual([]);
  });

  it('sends a file by force that no person could choose', async () => {
    const { form, sent } = await openForm();
    form.force({ list: [slack.upload('U0HANAKO', { name: 'meibo.exe', content: 'MZ' })] });
    await form.submit();
    expect(sent).toMatchObject([{ type: 'file_input', files: [{ name: 'meibo.exe' }] }]);
  });

  it('is the only field that takes files', async () => {
    bot = await startHttpBot(slack);
    const form = await (await slack.person('U0HANAKO').command('/tiny-meeting')).opened();
    await expect(form.fill({ 案件: list })).rejects.toThrow('a plain_text_input takes no file');
  });
});
