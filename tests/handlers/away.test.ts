import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { auditOf, picked, post, rowsOf, submission, WORKSPACE, withDatabase } from './steps.ts';

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const ELSEWHERE = 'U0ELSEWHERE';
const ONLY_CHIEF =
  '恐れ入りますが、この操作は、部局の協働推進員(主任)と事務局が行います。事務局にご相談ください。';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    now: '2026-11-24T10:00:00+09:00',
    people: [
      { id: CHIEF, real_name: '主任 一郎' },
      { id: PROMOTER, real_name: '推進 二郎' },
      { id: ELSEWHERE, real_name: '隣部 三郎' },
    ],
  });
  await withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      [
        { department: '福祉部', section: '総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
        { department: '福祉部', section: '福祉課', name: '推進 二郎', slackId: PROMOTER },
        { department: '環境部', section: '環境課', name: '隣部 三郎', slackId: ELSEWHERE },
      ],
      practice.clock.now(),
    ),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const openOwn = async (person: string, word = '不在'): Promise<Form> =>
  (await practice.slack.person(person).command('/kyodo', word)).opened();

const homeOf = async (person: string): Promise<Form> => {
  const driver = practice.slack.person(person);
  const before = driver.home?.hash;
  await driver.openHome();
  return driver.homeUntil(({ hash }) => hash !== before);
};

const personId = async (slackId: string): Promise<string> =>
  String((await rowsOf(practice, 'select id from person where slack_id = $1', [slackId]))[0]?.id);

const periods = () =>
  rowsOf(
    practice,
    `select p.name, w.starts_on::text as from, w.ends_on::text as to from away_period w
     join person p on p.id = w.person_id where w.cancelled_at is null order by p.name, w.starts_on`,
  );

const enter = async (form: Form, 開始日: string, 終了日: string) => {
  await form.fill({ 開始日, 終了日 });
  return form.submit();
};

test('one of the staff enters it with dates alone, gets a row in the record, and takes it back', async () => {
  const form = await openOwn(STAFF, 'absence');
  expect([form.title, form.submitText, form.labels]).toEqual([
    '不在期間を登録',
    '登録する',
    ['開始日', '終了日'],
  ]);
  await form.fill({ 開始日: '2026-12-01', 終了日: '2026-12-04' });
  const { form: done } = await form.submit({ twice: true });
  expect(done?.text).toBe(
    '登録しました\n職員 太郎さんの不在を登録しました。令和8年12月1日(火)から令和8年12月4日(金)まで',
  );
  expect(await periods()).toEqual([{ name: '職員 太郎', from: '2026-12-01', to: '2026-12-04' }]);
  expect((await homeOf(STAFF)).text).toContain('不在の予定\n令和8年12月1日(火)から令和8年12月4日(金)まで');
  await done?.press('取り消す');
  await done?.until(({ text }) => text.includes('不在を取り消しました。'));
  expect(await periods()).toEqual([]);
  expect(await auditOf(practice, STAFF)).toEqual(['register-away', 'cancel-away']);
});

describe('what is no period is said at its field', () => {
  test.each([
    ['2026-12-04', '2026-12-01', { 終了日: '終了日は、開始日以降の日を選んでください。' }],
    ['2026-11-01', '2026-11-23', { 終了日: '終了日は、今日以降の日を選んでください。' }],
    ['2026-12-01', '2027-12-02', { 終了日: '1年以内の期間を選んでください。' }],
  ])('from %s until %s', async (from, to, errors) => {
    const form = await openOwn(STAFF);
    expect((await enter(form, from, to)).errors).toEqual(errors);
    await form.close();
    expect(await periods()).toEqual([]);
  });
});

describe('while a promoter is away from 23 to 27 November', () => {
  beforeAll(async () => {
    await enter(await openOwn(PROMOTER), '2026-11-23', '2026-11-27');
  });

  test('the promoter and the secretariat see the days, and the 主任 that they are away today', async () => {
    const days = '令和8年11月23日(月)から令和8年11月27日(金)まで';
    const see = async (person: string) => {
      const { text } = await homeOf(person);
      return [text.includes(days), text.includes('福祉課 協働推進員 推進 二郎 本日不在')];
    };
    expect([await see(PROMOTER), await see(SECRETARY), await see(CHIEF), await see(ELSEWHERE)]).toEqual([
      [true, false],
      [true, false],
      [false, true],
      [false, false],
    ]);
    practice.clock.set('2026-11-28T00:30:00+09:00');
    const later = await see(CHIEF);
    practice.clock.set('2026-11-24T10:00:00+09:00');
    expect(later).toEqual([false, false]);
  });

  test('a second period over the first is refused', async () => {
    const form = await openOwn(PROMOTER);
    expect((await enter(form, '2026-11-27', '2026-11-30')).errors).toEqual({
      開始日:
        'この期間と重なる不在が、すでに登録されています。期間を変えるか、登録済みの不在を取り消してください。',
    });
    await form.close();
  });
});

test('a 主任 enters it for people of the own department from the Home tab', async () => {
  const home = await homeOf(CHIEF);
  const form = await (await home.press('不在を登録')).opened();
  expect(form.text).toContain('主任 一郎さんの不在期間を登録します。');
  await form.close();
  const chief = practice.slack.person(CHIEF);
  const action = { type: 'button', block_id: 'x', action_id: 'away.open', value: await personId(PROMOTER) };
  const other = await (await chief.pressRaw({ form: home, action })).opened();
  expect((await enter(other, '2027-01-12', '2027-01-15')).form?.text).toContain(
    '推進 二郎さんの不在を登録しました。',
  );
  expect(await periods()).toContainEqual({ name: '推進 二郎', from: '2027-01-12', to: '2027-01-15' });
});

describe('of people elsewhere nobody but the secretariat enters or cancels anything', () => {
  test.each([CHIEF, PROMOTER, STAFF])(
    '%s is refused at the button, and at a form changed by hand',
    async (person) => {
      const driver = practice.slack.person(person);
      const home = await homeOf(person);
      const value = await personId(ELSEWHERE);
      const known = (await auditOf(practice, person)).length;
      const before = await periods();
      const action = { type: 'button', block_id: 'x', action_id: 'away.open', value };
      const refused = await (await driver.pressRaw({ form: home, action })).opened();
      expect(refused.text).toBe(`できませんでした\n${ONLY_CHIEF}`);
      await refused.close();
      const fields = { startsOn: picked('2027-02-01'), endsOn: picked('2027-02-02') };
      const form = { id: `V${person}`, callbackId: 'away.register', metadata: { personId: value }, fields };
      const answer = JSON.parse((await post(practice, submission(person, form))).body);
      expect(answer.errors).toEqual({ startsOn: ONLY_CHIEF });
      expect((await auditOf(practice, person)).slice(known)).toEqual([
        'refused open-away',
        'refused register-away',
      ]);
      expect(await periods()).toEqual(before);
    },
  );

  test('a 主任 can not cancel a period of another department', async () => {
    await enter(await openOwn(ELSEWHERE), '2027-02-01', '2027-02-02');
    const [row] = await rowsOf(
      practice,
      `select w.id from away_period w join person p on p.id = w.person_id where p.slack_id = $1`,
      [ELSEWHERE],
    );
    const home = await homeOf(CHIEF);
    const action = { type: 'button', block_id: 'x', action_id: 'away.cancel', value: String(row?.id) };
    const pressed = await practice.slack.person(CHIEF).pressRaw({ form: home, action });
    expect((await pressed.opened()).text).toBe(`できませんでした\n${ONLY_CHIEF}`);
    expect(await periods()).toContainEqual({ name: '隣部 三郎', from: '2027-02-01', to: '2027-02-02' });
    expect((await auditOf(practice, CHIEF)).at(-1)).toBe('refused cancel-away');
  });
});
