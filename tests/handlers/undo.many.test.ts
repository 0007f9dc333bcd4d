import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { publish, writeArticle } from '../support/newsletter.ts';
import { type Practice, SECRETARY, STAFF } from '../support/practice.ts';
import { ask, homeOf, openAnswerForm, PROMOTER, pressAnywhere, startAskedCity } from './asked-city.ts';
import { opinionToUndo, takeNumber } from './opinion/undone.ts';
import { answerTo, auditOf, pressToOpen, recordByForm, rowsOf, send } from './steps.ts';
import { RECEPTION, recordNone, recordTraining } from './training/steps.ts';

/** 元に戻す: what a final act took away is there again as it was, in the record, in messages and in every number. */

const DONE_ON = '2026-11-20T09:30:00+09:00';
const LAST_DAY = '2026-12-20T17:00:00+09:00';
const TOO_LATE = '2026-12-21T09:30:00+09:00';
const OVER =
  '元に戻せるのは30日以内です。期間を過ぎたため、元に戻せません。必要なときは、あらためて記録してください。';

let practice: Practice;

type Undone = {
  /** The act's own button and row. */
  readonly button: string;
  readonly id: string;
  /** All of it that people and the record see. */
  readonly state: () => Promise<unknown>;
};

const one = async (sql: string): Promise<Record<string, unknown>> => (await rowsOf(practice, sql))[0] ?? {};
const idOf = async (table: string): Promise<string> =>
  String((await one(`select id from ${table} order by recorded_at desc limit 1`)).id);

/** The messages of a person or channel that fit, as they stand. */
const messagesOf = (place: 'bot' | 'channel', fits: (message: Message) => boolean) =>
  (place === 'bot' ? practice.slack.dm(SECRETARY) : practice.slack.channel('C0GENERAL')).messages
    .filter(fits)
    .map(({ plain, buttons }) => [plain, buttons]);

const registerMember = async (): Promise<void> => {
  const form = await pressAnywhere(practice, SECRETARY, 'body-member.open', 'new');
  await form.fill({ 会議体: '協働推進本部会議', 委員: STAFF, 職名: '市民協働部長' });
  await (await form.submit()).form?.close({ all: true });
};

const CASES: Readonly<Record<string, () => Promise<Undone>>> = {
  'meeting.restore': async () => {
    const told = await recordByForm(practice, { 開催日: '2026-10-01' });
    const announced = await practice.slack.channel('C0GENERAL').next();
    const id = await idOf('meeting');
    return {
      button: 'meeting.cancel',
      id,
      state: async () => [
        await rowsOf(practice, 'select * from meeting where id = $1', [id]),
        messagesOf('bot', ({ ts }) => ts === told.ts),
        messagesOf('channel', ({ ts }) => ts === announced.ts),
        (await answerTo(practice.secretary, '/kyodo-meeting', '一覧')).plain,
      ],
    };
  },
  'action-item.restore': async () => {
    await recordByForm(practice, { 開催日: '2026-10-01' });
    const form = await pressAnywhere(practice, SECRETARY, 'action-item.open', await idOf('meeting'));
    await form.fill({ 内容: '先進市の例を調べる', 担当の職員: SECRETARY, 期限: '2027-01-29' });
    await (await form.submit()).form?.close({ all: true });
    const id = String((await one('select id from action_item')).id);
    return {
      button: 'action-item.drop',
      id,
      state: async () => {
        const [{ revision: _, ...row } = {}] = await rowsOf(practice, 'select * from action_item');
        const list = await answerTo(practice.secretary, '/kyodo-meeting', '対応事項');
        return [row, list.plain, list.buttons, (await homeOf(practice)).text];
      },
    };
  },
  'training.restore': async () => {
    const told = await recordTraining(practice, { 開催日: '2026-11-20', 受付: RECEPTION });
    const id = await idOf('training_session');
    const { code } = await one(`select code from training_session where id = '${id}'`);
    await answerTo(practice.slack.person(PROMOTER), '/kyodo-training', `受付 ${code}`);
    const contents = await pressToOpen(practice.secretary, '内容を記録', told);
    await send(contents, { 講師: '講師 一郎' });
    const counted = (message: Message) => message.ts === told.ts && message.plain.includes('1名');
    await practice.slack.dm(SECRETARY).until(counted);
    return {
      button: 'training.cancel',
      id,
      state: async () => [
        await rowsOf(practice, 'select * from training_session where id = $1', [id]),
        await rowsOf(practice, 'select person_id, state from attendance where session_id = $1', [id]),
        messagesOf('bot', ({ ts }) => ts === told.ts),
        (await answerTo(practice.secretary, '/kyodo-training', '一覧')).plain,
      ],
    };
  },
  'inquiry.restore': async () => {
    const id = await ask(practice);
    const form = await openAnswerForm(practice, PROMOTER, id, '福祉課');
    await form.fill({ 該当: '該当なし' });
    await (await form.submit()).form?.close();
    return {
      button: 'inquiry.close',
      id,
      state: async () => {
        const [{ revision: _, ...row } = {}] = await rowsOf(practice, 'select * from inquiry where id = $1', [
          id,
        ]);
        const status = await answerTo(practice.secretary, '/kyodo-inquiry', '状況 1');
        return [row, status.plain, status.buttons];
      },
    };
  },
  'article.restore': async () => {
    await writeArticle(practice, STAFF, { 見出し: '秋の協働' });
    await publish(practice, { 記事: ['【好事例】秋の協働'], 投稿先: ['C0GENERAL'], 発行: '今すぐ発行' });
    await practice.slack.channel('C0GENERAL').until(({ plain }) => plain.includes('本文です。'));
    const id = String((await one('select id from article')).id);
    return {
      button: 'article.withdraw',
      id,
      state: async () => [
        await rowsOf(practice, 'select * from article where id = $1', [id]),
        messagesOf('channel', () => true),
      ],
    };
  },
  'opinion.restore': () => opinionToUndo(practice),
  'body-member.restore': async () => {
    await registerMember();
    const id = await idOf('body_member');
    return {
      button: 'body-member.remove',
      id,
      state: async () => {
        const list = await pressAnywhere(practice, SECRETARY, 'body-member-list.open', 'new');
        const { text } = list;
        await list.close({ all: true });
        return [await rowsOf(practice, 'select * from body_member where id = $1', [id]), text];
      },
    };
  },
};

/** Goes through the view of a final act. */
const carryOut = async ({ button, id }: Undone): Promise<void> => {
  const view = await pressAnywhere(practice, SECRETARY, button, id);
  if (view.labels.includes('理由')) await view.fill({ 理由: '選び間違い' });
  const { errors, form } = await view.submit();
  expect(errors).toEqual({});
  await form?.close({ all: true });
};

const press = async (action_id: string, value: string, person = practice.secretary): Promise<string> => {
  const list = await answerTo(person, '/kyodo', 'ヘルプ');
  await person.pressRaw({ in: list, action: { type: 'button', block_id: 'pressed', action_id, value } });
  return (await person.nextAnswer()).plain;
};

/** 変更の記録 as it is now. */
const auditList = async (): Promise<Message> => {
  const menu = await answerTo(practice.secretary, '/kyodo');
  await practice.secretary.press('変更の記録', { in: menu });
  return practice.secretary.nextAnswer();
};

test('every 元に戻す of every feature is here', () => {
  const buttons = FEATURES.flatMap(({ buttons: all = {} }) => Object.keys(all));
  expect(buttons.filter((id) => id.endsWith('.restore')).toSorted()).toEqual(Object.keys(CASES).toSorted());
});

/** What was recorded after the act and stands against undoing it, and what is said then. */
const AGAINST: Readonly<Record<string, () => Promise<string>>> = {
  'meeting.restore': async () => {
    await recordNone(practice, '協働推進本部会議', '令和8年度');
    return '協働推進本部会議は「令和8年度は開催なし」と記録されています。';
  },
  'training.restore': async () => {
    await recordNone(practice, '協働推進員研修', '令和8年度');
    return '協働推進員研修は「令和8年度は開催なし」と記録されています。';
  },
  'opinion.restore': () => takeNumber(practice),
  'body-member.restore': async () => {
    await registerMember();
    return '職員 太郎さんは、';
  },
};

describe.each(Object.entries(CASES))('%s', (restore, setUp) => {
  let undone: Undone;
  beforeAll(async () => {
    practice = await startAskedCity(DONE_ON);
    const notify = `update body_year set notify_channel = 'C0GENERAL' where name = '協働推進本部会議'`;
    await rowsOf(practice, notify);
    undone = await setUp();
  });
  afterAll(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test('restores the record, its messages and its numbers, from 変更の記録', async () => {
    const before = await undone.state();
    await carryOut(undone);
    expect(await undone.state()).not.toEqual(before);
    const list = await auditList();
    expect(list.buttons.filter((words) => words === '元に戻す')).toHaveLength(1);
    await practice.secretary.press('元に戻す', { in: list });
    expect((await practice.secretary.nextAnswer()).plain).toMatch(/^元に戻しました\n/u);
    await expect.poll(undone.state, { timeout: 10_000 }).toEqual(before);
    expect(
      (await auditOf(practice, SECRETARY)).slice(-2).map((action) => String(action).split('-')[0]),
    ).toEqual([undone.button.split('.').at(-1), 'restore']);
    // An act that was undone has nothing to undo any more.
    expect((await auditList()).buttons).not.toContain('元に戻す');
  });

  test('twice changes nothing more, and on the last of the 30 days it still restores', async () => {
    const before = await undone.state();
    await carryOut(undone);
    practice.clock.set(LAST_DAY);
    await press(restore, undone.id);
    const lines = (await auditOf(practice, SECRETARY)).length;
    expect(await press(restore, undone.id)).toMatch(/^元に戻しました\n/u);
    expect((await auditOf(practice, SECRETARY)).length).toBe(lines);
    practice.clock.set(DONE_ON);
    await expect.poll(undone.state, { timeout: 10_000 }).toEqual(before);
  });

  const against = AGAINST[restore];
  test.runIf(against !== undefined)(
    'is refused while what was recorded since stands against it',
    async () => {
      await carryOut(undone);
      const sentence = (await against?.()) ?? '';
      expect(await press(restore, undone.id)).toContain(sentence);
      expect((await auditOf(practice, SECRETARY)).at(-1)).not.toContain('restore');
    },
  );

  test('is over after 30 days, on the message and in 変更の記録', async () => {
    if (against === undefined) await carryOut(undone);
    practice.clock.set(TOO_LATE);
    expect(await press(restore, undone.id)).toBe(OVER);
    expect((await auditList()).buttons).not.toContain('元に戻す');
  });
});
