import type { ModalView } from '@slack/types';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { startHttpBot, type TinyBot } from '../sandbox/tiny-bot.ts';
import { workerChromium } from '../support/chromium.ts';
import { buildPage, openScreen, PAGE_DIRECTORY, type Screen } from './practice-page.ts';

const person = 'U0HANAKO';
const words = (text: string) => ({ type: 'plain_text', text }) as const;

/** A form with a list to hand in, a remark, and a button that lays another view on top. */
const form: ModalView = {
  type: 'modal',
  callback_id: 'import',
  external_id: 'import-form',
  title: words('名簿を取り込む'),
  submit: words('取り込む'),
  close: words('閉じる'),
  blocks: [
    {
      type: 'input',
      block_id: 'list',
      label: words('名簿'),
      hint: words('CSVで保存した名簿'),
      element: { type: 'file_input', action_id: 'list', filetypes: ['csv'], max_files: 1 },
    },
    {
      type: 'input',
      block_id: 'papers',
      optional: true,
      label: words('資料'),
      element: { type: 'file_input', action_id: 'papers', max_files: 2 },
    },
    {
      type: 'input',
      block_id: 'remark',
      label: words('備考'),
      element: { type: 'plain_text_input', action_id: 'remark' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'example', text: words('見本を見る') }],
    },
  ],
};
const example = (line: string): ModalView => ({
  type: 'modal',
  external_id: 'example',
  title: words('見本'),
  close: words('戻る'),
  blocks: [
    { type: 'section', block_id: 'line', text: words(line) },
    {
      type: 'section',
      block_id: 'next',
      text: words('ほかの見本'),
      accessory: { type: 'button', action_id: 'next', text: words('次へ') },
    },
  ],
});

let browser: Browser;
let slack: Sandbox;
let bot: TinyBot;
let screen: Screen;
let sent: unknown[];

const listen = ({ app }: TinyBot): void => {
  app.command('/tiny-import', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form });
  });
  app.action('example', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.push({ trigger_id: body.trigger_id, view: example('協働 太郎') });
  });
  app.action('next', async ({ ack, client }) => {
    await ack();
    await client.views.update({ external_id: 'example', view: example('協働 花子') });
  });
  app.view('import', async ({ ack, view }) => {
    sent.push(view.state.values);
    const remark = view.state.values.remark?.remark?.value;
    await (remark === 'だめ'
      ? ack({ response_action: 'errors', errors: { list: '2行目の課が分かりません。' } })
      : ack());
  });
};

beforeAll(async () => {
  await buildPage();
  browser = await workerChromium();
});
beforeEach(async () => {
  sent = [];
  slack = await startSandbox({ people: [{ id: person }], pageDirectory: PAGE_DIRECTORY });
  bot = await startHttpBot(slack);
  listen(bot);
  screen = await openScreen(browser, slack.url, person);
});
afterEach(async () => {
  await screen.page.context().close();
  await bot.stop();
  await slack.stop();
  const { complaints } = screen;
  expect({ complaints, refusals: slack.refusals }).toEqual({ complaints: [], refusals: [] });
});

const csv = (name: string, text = '氏名\n協働 太郎\n') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a list is chosen by key, outlives a view on top and a refusal, and reaches the bot byte by byte', async () => {
  const { page, dialog, say, tabTo, focused } = screen;
  await say('/tiny-import');
  await dialog.getByRole('heading', { name: '名簿を取り込む' }).waitFor();
  const field = dialog.getByLabel('名簿', { exact: true });
  await dialog.locator('input[type=file]:focus').waitFor();
  expect([await focused(), await field.getAttribute('accept')]).toEqual(['名簿', '.csv']);
  const chosen = async () => {
    const opened = page.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => undefined);
    await page.keyboard.press('Enter');
    return opened;
  };
  // Once in many runs no chooser comes of Chromium's first key; a person presses again.
  const chooser = (await chosen()) ?? (await chosen());
  if (chooser === undefined) throw new Error('no file can be chosen by key');
  expect(chooser.isMultiple()).toBe(false);
  await chooser.setFiles(csv('推進員名簿.csv'));
  await dialog.getByText('選択中:推進員名簿.csv').waitFor();
  await dialog.getByLabel('備考').fill('だめ');

  await tabTo('見本を見る');
  await page.keyboard.press('Enter');
  await dialog.getByText('協働 太郎').waitFor();
  await dialog.getByRole('button', { name: '次へ' }).click();
  await dialog.getByText('協働 花子').waitFor();
  await dialog.getByRole('button', { name: '戻る' }).click();
  await dialog.getByText('選択中:推進員名簿.csv').waitFor();
  expect(await dialog.getByLabel('備考').inputValue()).toBe('だめ');

  await dialog.getByRole('button', { name: '取り込む' }).click();
  await dialog.getByText('2行目の課が分かりません。').waitFor();
  await dialog.locator('input[type=file]:focus').waitFor();
  expect([await focused(), await field.getAttribute('aria-invalid')]).toEqual(['名簿', 'true']);
  expect(await page.evaluate<string>(descriptionOfFocused)).toBe(
    '選択中:推進員名簿.csv / 2行目の課が分かりません。 / CSVで保存した名簿',
  );

  await field.setInputFiles(csv('直した名簿.csv', '氏名,課\n協働 太郎,市民課\n'));
  await dialog.getByText('選択中:直した名簿.csv').waitFor();
  await dialog.getByLabel('備考').fill('よし');
  await dialog.getByRole('button', { name: '取り込む' }).click();
  await dialog.waitFor({ state: 'detached' });
  const address = expect.stringMatching(/^http:/);
  expect(sent.at(-1)).toEqual({
    list: {
      list: {
        type: 'file_input',
        files: [expect.objectContaining({ name: '直した名簿.csv', filetype: 'csv', url_private: address })],
      },
    },
    papers: { papers: { type: 'file_input', files: [] } },
    remark: { remark: { type: 'plain_text_input', value: 'よし' } },
  });
  expect(await contentOf(sent.at(-1))).toBe('氏名,課\n協働 太郎,市民課\n');
});

const descriptionOfFocused = `document.activeElement.getAttribute('aria-describedby').split(' ')
  .map((id) => document.getElementById(id).textContent).join(' / ')`;

/** What the bot would read at the address it was given. */
const contentOf = async (values: unknown): Promise<string> => {
  const url = /"url_private_download":"([^"]+)"/.exec(JSON.stringify(values))?.[1] ?? '';
  const response = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } });
  return response.text();
};

/** Puts a file of a byte too many in the field that has the focus; made in the page, it need not be carried there. */
const chooseLargeFile = `(() => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(10 * 1024 * 1024 + 1)], '大きい名簿.csv'));
  document.activeElement.files = transfer.files;
  document.activeElement.dispatchEvent(new Event('change', { bubbles: true }));
})()`;

test('what cannot be chosen is said at its field, and what was chosen can be taken out', async () => {
  const { page, dialog, say, focused } = screen;
  await say('/tiny-import');
  const list = dialog.getByLabel('名簿', { exact: true });
  await list.setInputFiles({ name: '名簿.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
  await dialog.getByText('「名簿.xlsx」は選べません。選べるのは csv のファイルです。').waitFor();
  await list.focus();
  await page.evaluate(chooseLargeFile);
  await dialog.getByText('「大きい名簿.csv」は大きすぎます。ファイルは10MBまでです。').waitFor();
  await dialog.getByRole('button', { name: '取り込む' }).click();
  await dialog.getByText('この項目は必須です。').first().waitFor();

  const papers = dialog.getByLabel('資料', { exact: true });
  await papers.setInputFiles([csv('一.csv'), csv('二.csv')]);
  await dialog.getByText('選択中:一.csv、二.csv').waitFor();
  await papers.setInputFiles([csv('三.csv')]);
  await dialog.getByText('選べるファイルは2個までです。').waitFor();
  await dialog.getByRole('button', { name: '一.csvを外す' }).click();
  await dialog.getByText('選択中:二.csv').waitFor();
  expect(await focused()).toBe('資料');
  expect(sent).toEqual([]);
});

test('a form is not sent while a file is under way, and loses nothing that is typed meanwhile', async () => {
  const { page, dialog, say } = screen;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/sandbox/upload?**', async (route) => {
    await held;
    await route.continue();
  });
  await say('/tiny-import');
  await dialog.getByLabel('名簿', { exact: true }).setInputFiles(csv('名簿.csv'));
  await dialog.getByText('読み込んでいます…').waitFor();
  await dialog.getByLabel('備考').fill('よし');
  await dialog.getByRole('button', { name: '取り込む' }).click();
  await dialog.getByText('ファイルを読み込んでいます。終わってから、もう一度押してください。').waitFor();
  release();
  await dialog.getByText('選択中:名簿.csv').waitFor();
  await dialog.getByRole('button', { name: '取り込む' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent).toMatchObject([
    { list: { list: { files: [{ name: '名簿.csv' }] } }, remark: { remark: { value: 'よし' } } },
  ]);
});
