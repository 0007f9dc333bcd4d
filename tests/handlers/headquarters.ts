import { expect } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import type { MemberOffice } from '../../src/domain/body/member.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { pressAnywhere } from './asked-city.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** 本部会議 of fiscal 2023 with nine members, and what is done to hold it in writing. */

export const BODY = '協働推進本部会議';
export const SUCCESSOR = 'U0SUCCESSOR';

/** In the city's order: two have no Slack, and the fifth leaves the post on 31 July. */
export const SEATS: readonly (readonly [string, string, string | null, MemberOffice])[] = [
  ['副市長', '髙田 一郎', 'U0SEAT1', 'chair'],
  ['副市長', '山﨑 花子', 'U0SEAT2', 'viceChair'],
  ['総務部長', '架空 太郎', 'U0SEAT3', 'member'],
  ['財務部長', '架空 次郎', 'U0SEAT4', 'member'],
  ['福祉部長', '前任 三子', 'U0SEAT5', 'member'],
  ['都市部長', '架空 四郎', 'U0SEAT6', 'member'],
  ['環境部長', '架空 五月', 'U0SEAT7', 'member'],
  ['消防局長', '紙山 とおる', null, 'member'],
  ['教育長', '文月 ふみ', null, 'member'],
];
export const NAMES = [...SEATS.map(([, name]) => name), '後任 花代'];

const seatAll = async (practice: Practice): Promise<void> => {
  const body = await bodyId(practice, BODY);
  const at = practice.clock.now();
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at } as const;
  const members = [
    ...SEATS.map(([title, name, slackId, office]) => ({
      title,
      name,
      slackId,
      office,
      startsOn: localDate('2023-04-01'),
      endsOn: slackId === 'U0SEAT5' ? localDate('2023-07-31') : null,
    })),
    {
      title: '福祉部長',
      name: '後任 花代',
      slackId: SUCCESSOR,
      office: 'member' as const,
      startsOn: localDate('2023-08-01'),
      endsOn: null,
    },
  ];
  await withDatabase(practice, (db) =>
    db.act(act, async (record) => {
      const found = await record.bodies.find(body, 2023);
      if (found === undefined) throw new Error('the practice has 本部会議');
      const { id: _, since: __, example: ___, ...facts } = found;
      await record.bodies.putYear(body, 2023, { ...facts, proxy: 'allowed' }, false);
      for (const [index, { name, slackId, ...member }] of members.entries()) {
        const personId = crypto.randomUUID();
        await record.people.create([{ id: personId, slackId, email: null, name }], at);
        // The successor sits where the predecessor sat.
        const position = (index === SEATS.length ? 4 : index) + 1;
        const seat = { ...member, bodyId: body, personId, position, copiedTo: [], proxies: [] };
        await record.bodyMembers.create(crypto.randomUUID(), seat, { by: SECRETARY, at });
      }
      return succeed(null);
    }),
  );
};

/** The practice on Wed 26 July 2023. */
export const startHeadquarters = async (): Promise<Practice> => {
  const practice = await startPractice({
    now: '2023-07-26T10:00:00+09:00',
    people: [
      ...SEATS.flatMap(([, name, id]) => (id === null ? [] : [{ id, real_name: name }])),
      { id: SUCCESSOR, real_name: '後任 花代' },
    ],
  });
  await seatAll(practice);
  return practice;
};

/** Asks by 書面開催を始める, at once; gives its id. */
export const ask = async (practice: Practice, 案件: string, 回答期限: string): Promise<string> => {
  const form = await (await practice.secretary.command('/kyodo-meeting', '書面')).opened();
  await form.fill({ 会議体: BODY });
  await form.until(({ values }) => (values.回答者 as readonly string[]).length > 0);
  await form.fill({ 文書番号: '豊コ第80号', 案件, 回答期限, 送信: '今すぐ送る' });
  const confirmation = (await form.submit()).form;
  await confirmation?.until(({ submitText }) => submitText !== '');
  await confirmation?.submit();
  const [row] = await rowsOf(practice, 'select id from written_meeting order by created_at desc limit 1');
  return String(row?.id);
};

/** 書面開催に回答, or 代理入力 of who has no Slack. */
export const answer = async (
  practice: Practice,
  meeting: string,
  position: number,
  entries: Readonly<Record<string, string>>,
  by = SEATS[position - 1]?.[2] ?? SECRETARY,
): Promise<void> => {
  const form = await pressAnywhere(practice, by, 'written-answer.open', `${meeting}:${position}`);
  await form.fill(entries);
  const { form: kept, errors } = await form.submit();
  expect(errors).toEqual({});
  await kept?.close({ all: true });
};
/** What 代理入力 says beside the answer. */
export const received = { 受けた方法: '紙', 受けた日: '2023-08-03' };

/** The minute after its due day, in which the job closes it, and then the morning of a working day. */
export const close = async (practice: Practice, after: string, morning: string): Promise<void> => {
  practice.clock.set(after);
  await practice.minute();
  const open = () => rowsOf(practice, `select 1 from written_meeting where state = 'open'`);
  await expect.poll(open, { timeout: 20_000 }).toEqual([]);
  practice.clock.set(morning);
};

/** 結果をまとめる, from Home. */
export const openResult = async (practice: Practice): Promise<Form> => {
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ buttons }) => buttons.includes('結果をまとめる'));
  return (await home.press('結果をまとめる')).opened();
};

/** The same filled in; 送信の確認. */
export const summarise = async (
  practice: Practice,
  entries: Readonly<Record<string, string>>,
): Promise<Form> => {
  const form = await openResult(practice);
  await form.fill(entries);
  const { form: confirmation, errors } = await form.submit();
  expect(errors).toEqual({});
  if (confirmation === undefined) throw new Error('no 送信の確認');
  return confirmation;
};
