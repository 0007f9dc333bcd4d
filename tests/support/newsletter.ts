import type { Form } from '../../src/sandbox/driver/form.ts';
import type { Practice } from './practice.ts';

export const CHANNELS = ['C0ONE', 'C0TWO', 'C0THREE', 'C0FOUR', 'C0FIVE'];
export const NEWS_CHANNELS = CHANNELS.map((id, index) => ({ id, name: `協働推進${index + 1}` }));

type Entries = Parameters<Form['fill']>[0];

/** Writes an article by its form. */
export const writeArticle = async ({ slack }: Practice, person: string, entries: Entries): Promise<void> => {
  const form = await (await slack.person(person).command('/kyodo-digest')).opened();
  await form.fill({ 本文: '本文です。', 分類: '好事例', ...entries });
  const { closed, errors } = await form.submit();
  if (!closed && Object.keys(errors).length > 0) throw new Error(`not written: ${JSON.stringify(errors)}`);
};

/** 号を編集・発行, filled. */
export const fillIssue = async ({ secretary }: Practice, entries: Entries): Promise<Form> => {
  const form = await (await secretary.command('/kyodo-digest', '発行')).opened();
  await form.fill({ 投稿先: ['C0ONE'], ...entries });
  return form;
};

/** 発行の確認 of a filled form; the issue comes into it in a moment. */
export const confirmationOf = async (form: Form): Promise<Form> => {
  const { form: pushed, errors } = await form.submit();
  if (pushed === undefined) throw new Error(`no confirmation: ${JSON.stringify(errors)}`);
  return pushed.until(({ submitText }) => submitText === '発行する');
};

/** Publishes it through 発行の確認; what is said then. */
export const publish = async (practice: Practice, entries: Entries): Promise<string> => {
  const confirmation = await confirmationOf(await fillIssue(practice, entries));
  const { form: said } = await confirmation.submit();
  return said?.text ?? '';
};

/** 掲載後の変更: そのまま. */
export const changeAtOnce = async ({ secretary }: Practice): Promise<void> => {
  const form = await (await secretary.command('/kyodo', '設定')).opened();
  await form.fill({ 問合せ先: 'コミュニティ政策課 内線0000', 掲載後の変更: 'そのまま' });
  const { errors } = await form.submit();
  if (Object.keys(errors).length > 0) throw new Error(`not set: ${JSON.stringify(errors)}`);
  await form.close({ all: true });
};

/** Messages of a channel that stand in the thread of the one that begins with `opening`. */
export const threadOf = ({ slack }: Practice, channel: string, opening: string) => {
  const all = slack.messages(channel);
  const root = all.find(({ plain, threadTs }) => threadTs === undefined && plain.startsWith(opening));
  return all.filter(({ threadTs }) => threadTs !== undefined && threadTs === root?.ts);
};
