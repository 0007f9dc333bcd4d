import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { trusted } from '../../../src/domain/actor.ts';
import type { MemberOffice } from '../../../src/domain/body/member.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { readChapter5 } from '../../../src/services/read-chapter5.ts';
import { FACTS_2023 } from '../../documents/chapter5/facts-2023.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { pressAnywhere } from '../asked-city.ts';
import { nextFile } from '../meeting/held-meeting.ts';
import { answerTo, bodyId, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** The two 本部会議 of fiscal 2023 held in writing by nine members, from 書面開催を始める to chapter 5 and 会議録. */

const BODY = '協働推進本部会議';
const SUCCESSOR = 'U0SUCCESSOR';

/** In the city's order: two have no Slack, and the fifth leaves the post on 31 July. */
const SEATS: readonly (readonly [string, string, string | null, MemberOffice])[] = [
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
const NAMES = [...SEATS.map(([, name]) => name), '後任 花代'];

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

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2023-07-26T10:00:00+09:00',
    people: [
      ...SEATS.flatMap(([, name, id]) => (id === null ? [] : [{ id, real_name: name }])),
      { id: SUCCESSOR, real_name: '後任 花代' },
    ],
  });
  await seatAll(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Asks by 書面開催を始める, at once; gives its id. */
const ask = async (案件: string, 回答期限: string): Promise<string> => {
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

const answer = async (
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
const received = { 受けた方法: '紙', 受けた日: '2023-08-03' };

/** The minute after its due day, in which the job closes it, and then the morning of a working day. */
const close = async (after: string, morning: string): Promise<void> => {
  practice.clock.set(after);
  await practice.minute();
  const open = () => rowsOf(practice, `select 1 from written_meeting where state = 'open'`);
  await expect.poll(open, { timeout: 20_000 }).toEqual([]);
  practice.clock.set(morning);
};

/** 結果をまとめる, from Home. */
const openResult = async (): Promise<Form> => {
  await practice.secretary.openHome();
  const home = await practice.secretary.homeUntil(({ buttons }) => buttons.includes('結果をまとめる'));
  return (await home.press('結果をまとめる')).opened();
};

/** The same filled in; 送信の確認. */
const summarise = async (entries: Readonly<Record<string, string>>): Promise<Form> => {
  const form = await openResult();
  await form.fill(entries);
  const { form: confirmation, errors } = await form.submit();
  expect(errors).toEqual({});
  if (confirmation === undefined) throw new Error('no 送信の確認');
  return confirmation;
};

const noticeTo = async (who: string): Promise<string> =>
  (await practice.slack.dm(who).next(({ plain }) => plain.startsWith('書面開催の結果のお知らせ\n'))).plain;

const TOLD = [...SEATS.flatMap(([, , id]) => id ?? []), SUCCESSOR];

describe('the first, which nobody deliberates', () => {
  let confirmation: Form;

  test('is asked, answered by nine, and put together', async () => {
    const meeting = await ask('協働推進本部会議の年間スケジュールについて', '2023-08-10');
    practice.clock.set('2023-08-03T10:00:00+09:00');
    for (const position of [1, 2, 3, 4, 6]) await answer(meeting, position, { 案件1: '確認しました' });
    await answer(meeting, 5, { 案件1: '確認しました' }, SUCCESSOR);
    await answer(meeting, 7, { 案件1: '確認しました(意見あり)', 案件1への意見: '早めに知らせてほしい。' });
    for (const position of [8, 9]) await answer(meeting, position, { 案件1: '確認しました', ...received });
    await close('2023-08-11T00:00:10+09:00', '2023-08-14T10:00:00+09:00');
    confirmation = await summarise({ 案件1の意見への回答: '12月の会議は10月にお知らせします。' });
    expect([confirmation.title, confirmation.submitText]).toEqual(['送信の確認', '結果を通知する']);
    expect(confirmation.text).toContain('8名に、Slackでお知らせします。');
    expect(confirmation.text).toContain('消防局長 紙山 とおる、教育長 文月 ふみ');
  });

  test('is told to each once, without a name', async () => {
    const sent = await confirmation.submit();
    expect(sent.form?.text).toContain('8名に結果を通知しました。');
    for (const who of TOLD)
      expect(await noticeTo(who)).toBe(
        [
          '書面開催の結果のお知らせ',
          '協働推進本部会議(書面開催)\n文書番号:豊コ第80号\n回答期限:令和5年8月10日(木)',
          '協働推進本部会議(書面開催、回答期限:令和5年8月10日(木))の結果を、次のとおりお知らせします。',
          '案件1 確認しました 9(うち意見あり 1)・未回答 0',
          'ご回答いただき、ありがとうございました。',
          '(1)協働推進本部会議の年間スケジュールについて',
          '意見\n・早めに知らせてほしい。\n意見への回答:12月の会議は10月にお知らせします。',
          '問合せ:事務局',
        ].join('\n'),
      );
    await sent.form?.close({ all: true });
  });
});

describe('the second, with an 異議あり and an opinion', () => {
  let confirmation: Form;
  let notices: readonly string[];
  let meeting: string;
  const ITEM = '市民公益活動推進委員会の評価・意見に対する市の調査・検討について';

  test('is asked of who sits there now, and answered by nine', async () => {
    practice.clock.set('2023-11-24T10:00:00+09:00');
    meeting = await ask(`${ITEM}(審議)`, '2023-12-08');
    practice.clock.set('2023-11-30T10:00:00+09:00');
    for (const position of [1, 2, 4, 6]) await answer(meeting, position, { 案件1: '異議なし' });
    await answer(meeting, 5, { 案件1: '異議なし' }, SUCCESSOR);
    await answer(meeting, 3, { 案件1: '異議あり', 案件1への意見: '費用を示すべきである。' });
    await answer(meeting, 7, { 案件1: '異議なし(意見あり)', 案件1への意見: '図を加えるとよい。' });
    for (const position of [8, 9])
      await answer(meeting, position, { 案件1: '異議なし', ...received, 受けた日: '2023-11-29' });
    await close('2023-12-09T00:00:10+09:00', '2023-12-11T10:00:00+09:00');
  });

  test('has its numbers and opinions before the secretariat, and no 結果 chosen', async () => {
    const form = await openResult();
    expect([form.title, form.submitText, form.labels.join(' ')]).toEqual([
      '書面開催の結果をまとめる',
      '保存する',
      '案件1の結果 案件1の意見への回答 通知文',
    ]);
    expect(form.values).toMatchObject({ 案件1の結果: null, 案件1の意見への回答: null });
    for (const part of [
      '異議なし 8(うち意見あり 1)・異議あり 1・未回答 0',
      '会議体の決まりによる集計:異議なしが異議ありより多くなっています。',
      '総務部長 架空 太郎 異議あり\n「費用を示すべきである。」',
      '環境部長 架空 五月 異議なし(意見あり)\n「図を加えるとよい。」',
    ])
      expect(form.text).toContain(part);
    expect((await form.submit()).errors).toEqual({ 案件1の結果: 'この項目は必須です。' });
    await form.close({ all: true });
    confirmation = await summarise({
      案件1の結果: '修正のうえ承認',
      案件1の意見への回答: '費用の見込みと図を加えました。',
    });
  });

  test('is told to each once, without a name', async () => {
    const sent = await confirmation.submit();
    expect(sent.form?.text).toContain('7名に結果を通知しました。');
    await sent.form?.close({ all: true });
    const told = [...TOLD.filter((who) => who !== 'U0SEAT5')];
    notices = await Promise.all(told.map(noticeTo));
    expect(new Set(notices).size).toBe(1);
    expect(notices[0]).toContain(
      [
        `(1)${ITEM}(審議)`,
        '結果:修正のうえ承認',
        '意見',
        '・図を加えるとよい。',
        '・(異議あり)費用を示すべきである。',
        '意見への回答:費用の見込みと図を加えました。',
      ].join('\n'),
    );
    for (const name of NAMES) expect(notices.join('\n')).not.toContain(name);
    const sentRows = await rowsOf(
      practice,
      `select recipient, count(*)::int as times from delivery where kind like 'written-result%' and state <> 'dropped'
        group by recipient order by recipient`,
    );
    expect(sentRows).toEqual(
      TOLD.toSorted().map((recipient) => ({
        recipient,
        times: recipient === 'U0SEAT5' ? 1 : 2,
      })),
    );
  });

  test('is read by members from their Home as it was told, and by staff as what was decided', async () => {
    const member = practice.slack.person('U0SEAT2');
    await member.openHome();
    const home = await member.homeUntil(({ text }) => text.includes('書面開催の結果'));
    expect(home.text).toContain('協働推進本部会議(書面開催)\n回答期限:令和5年12月8日(金)');
    const read = await (await home.press('結果を見る')).opened();
    expect(read.text).toContain('・(異議あり)費用を示すべきである。');
    for (const name of NAMES) expect(read.text).not.toContain(name);
    const shown = await pressAnywhere(practice, STAFF, 'written-result.show', meeting);
    expect(shown.text).toContain(`(1)${ITEM}(審議)\n結果:修正のうえ承認`);
    for (const part of ['異議', '意見\n', '\n・', '豊コ第80号', ...NAMES])
      expect(shown.text).not.toContain(part);
    await practice.slack.person(STAFF).openHome();
    const others = await practice.slack.person(STAFF).homeUntil(() => true);
    expect(others.text).not.toContain('書面開催');
  });
});

test('chapter 5 prints both to the letter', async () => {
  practice.clock.set('2024-06-03T10:00:00+09:00');
  const facts = await withDatabase(practice, (db) =>
    readChapter5({ db, clock: practice.clock }, WORKSPACE, 2023),
  );
  const of = (chapter: ReturnType<typeof chapter5Of>) =>
    chapter.meetings.find(({ heading }) => heading === BODY);
  expect(of(chapter5Of(facts))).toEqual(of(chapter5Of(FACTS_2023)));
});

test('会議録 holds who answered and how, and what came of it, and no name beside what was said', async () => {
  const list = await answerTo(practice.secretary, '/kyodo-meeting', '一覧 令和5年度 本部会議');
  await practice.secretary.press('会議録', { in: list });
  const { name, blocks, warnings } = await nextFile(practice, SECRETARY);
  expect([name, warnings]).toEqual(['会議録(案)_本部会議_令和5年8月10日まで.docx', []]);
  expect(blocks.slice(0, 6)).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', BODY],
        ['回答期限', '令和5年8月10日(木)'],
        ['開催方法', '書面開催'],
        ['備考', '開催案内送付'],
        ['文書番号', '豊コ第80号'],
        ['開催案内の日', '令和5年7月26日(水)'],
      ],
    },
    '# 回答者',
    '回答9名',
    {
      heads: [['役', '職名', '氏名', '回答']],
      rows: SEATS.map(([title, person, slackId, office], index) => [
        { chair: '委員長', viceChair: '副委員長' }[String(office)] ?? '委員',
        title,
        person,
        index === 4
          ? '回答(代理:福祉部長 後任 花代)'
          : slackId === null
            ? '回答(代理入力:紙、令和5年8月3日(木)受付)'
            : '回答',
      ]),
    },
    '# 案件',
  ]);
  expect(blocks[6]).toEqual({
    heads: [['No', '案件', '種別', '結果', '意見']],
    rows: [
      [
        '(1)',
        '協働推進本部会議の年間スケジュールについて',
        '',
        '確認9名\nうち意見あり1名\n未回答0名',
        '・早めに知らせてほしい。\n意見への回答:12月の会議は10月にお知らせします。',
      ],
    ],
  });
});
