import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { auditOf, countOf, rowsOf } from '../steps.ts';
import { CHIEF, openRegistration, register, rosterOf, rowsShown, startWithRoster } from './steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startWithRoster();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const PLAIN = {
  氏名: '試し 打ち',
  役割: '推進員',
  部局: '福祉部',
  '課・室等': '試験課',
  任期開始日: '2026-12-01',
};

test('the form 推進員を登録 has its fields, and offers every department in order', async () => {
  const form = await openRegistration(practice);
  expect([form.title, form.submitText, form.values, form.options('役割')]).toEqual([
    '推進員を登録',
    '登録する',
    {
      職員: null,
      氏名: null,
      メール: null,
      役割: null,
      部局: null,
      新しい部局: null,
      '課・室等': null,
      任期開始日: '2026-11-24',
      任期終了日: null,
      前任: '前任の任期を前日までとする',
    },
    ['推進員', '協働推進員(主任)'],
  ]);
  expect(form.options('部局')).toEqual(['市民協働部', '福祉部', '新しい部局']);
  await form.close();
});

test('登録 at a vacant section opens it for that section, 後任を登録 for that role, from the day of the list on', async () => {
  const list = await rosterOf(practice.secretary, '令和9年3月31日');
  const vacant = await (await practice.secretary.press('登録', { in: list })).opened();
  expect(vacant.values).toMatchObject({
    役割: '推進員',
    部局: '市民協働部',
    '課・室等': 'くらし支援課',
    任期開始日: '2027-03-31',
  });
  await vacant.close();
  const held = await (await practice.secretary.press('後任を登録', { in: list })).opened();
  expect(held.values).toMatchObject({ 役割: '協働推進員(主任)', 部局: '市民協働部', '課・室等': '総務課' });
  await held.close();
});

describe('who is registered', () => {
  test('may have Slack: the name is the one of Slack', async () => {
    expect(
      await register(practice, {
        職員: STAFF,
        役割: '推進員',
        部局: '市民協働部',
        '課・室等': 'くらし支援課',
        任期開始日: '2026-11-24',
      }),
    ).toBe(
      '職員 太郎さんを、くらし支援課の協働推進員として登録しました。\n任期:令和8年11月24日(火)から令和9年3月31日(水)まで',
    );
    expect(rowsShown(await rosterOf(practice.slack.person(STAFF)))[2]).toBe(
      'くらし支援課 職員 太郎(令和8年11月24日(火)から)',
    );
  });

  test('may have none, in a department and section that are new, behind all others', async () => {
    expect(
      await register(practice, {
        氏名: '森野 こずえ',
        メール: 'KOZUE@city.example',
        役割: '協働推進員(主任)',
        部局: '新しい部局',
        新しい部局: '教育委員会',
        '課・室等': '教育総務課',
        任期開始日: '2026-04-01',
      }),
    ).toBe(
      '森野 こずえさんを、教育総務課の協働推進員(主任)として登録しました。\n任期:令和8年4月1日(水)から令和9年3月31日(水)まで',
    );
    expect(rowsShown(await rosterOf(practice.slack.person(STAFF))).slice(-2)).toEqual([
      '教育委員会',
      '教育総務課 協働推進員(主任) 森野 こずえ',
    ]);
    expect(await rowsOf(practice, "select email, slack_id from person where name = '森野 こずえ'")).toEqual([
      { email: 'kozue@city.example', slack_id: null },
    ]);
  });

  test('stands in a department and section that are there already, whatever their spaces and width', async () => {
    const before = [await countOf(practice, 'department'), await countOf(practice, 'section')];
    await register(practice, {
      氏名: '空白 太郎',
      役割: '推進員',
      部局: '新しい部局',
      新しい部局: '福 祉　部',
      '課・室等': ' 福祉　課 ',
      任期開始日: '2026-12-01',
      前任: '前任とともに登録する',
    });
    expect([await countOf(practice, 'department'), await countOf(practice, 'section')]).toEqual(before);
  });

  test('is in the audit log, with what was added', async () => {
    await register(practice, { ...PLAIN, 部局: '新しい部局', 新しい部局: '消防局', '課・室等': '予防課' });
    const lines = await rowsOf(
      practice,
      `select split_part(subject, ':', 1) as subject, actor, before, after->>'name' as name from audit_line
         where action = 'appoint-promoter' order by id desc limit 3`,
    );
    expect(lines).toEqual([
      { subject: 'appointment', actor: SECRETARY, before: null, name: '試し 打ち' },
      { subject: 'section', actor: SECRETARY, before: null, name: '予防課' },
      { subject: 'department', actor: SECRETARY, before: null, name: '消防局' },
    ]);
  });

  test('is registered once, however often the form arrives', async () => {
    const form = await openRegistration(practice);
    await form.fill({ ...PLAIN, 氏名: '二度 押す', '課・室等': '二度課' });
    await form.submit({ twice: true });
    expect(await rowsOf(practice, "select count(*)::int as n from person where name = '二度 押す'")).toEqual([
      { n: 1 },
    ]);
    expect(await rowsOf(practice, "select count(*)::int as n from section where name = '二度課'")).toEqual([
      { n: 1 },
    ]);
  });

  test.each([
    ['new', '新人 一', '2026-12-01', true],
    ['again after a term that ended this autumn', '花園 さくら', '2026-12-01', false],
  ])('gets the guide when they are new: %s', async (_, name, from, wanted) => {
    await register(practice, { ...PLAIN, 氏名: name, '課・室等': `${name}課`, 任期開始日: from });
    expect(
      await rowsOf(
        practice,
        `select guide_wanted from appointment a join person p on p.id = a.person_id
           where p.name = $1 order by starts_on desc limit 1`,
        [name],
      ),
    ).toEqual([{ guide_wanted: wanted }]);
  });
});

describe('what can not be registered is said at its field', () => {
  test.each<[string, Readonly<Record<string, string | null>>, Readonly<Record<string, string>>]>([
    ['nobody', { 氏名: null }, { 職員: '職員を選ぶか、Slackを使っていない方は氏名を入力してください。' }],
    [
      'one with Slack and another name',
      { 職員: STAFF },
      { 職員: '職員を選んだときは、氏名とメールを空欄にしてください。' },
    ],
    [
      'a guest',
      { 職員: GUEST, 氏名: null },
      { 職員: 'この方は職員としてSlackに登録されていません。氏名とメールを入力してください。' },
    ],
    [
      'an e-mail that is none',
      { メール: 'yamada' },
      { メール: 'メールアドレスとして読み取れません。例:yamada@city.example.lg.jp' },
    ],
    [
      'a new department without a name',
      { 部局: '新しい部局' },
      { 新しい部局: '新しい部局の名称を入力してください。' },
    ],
    [
      'an end before the start',
      { 任期終了日: '2026-11-30' },
      { 任期終了日: '終了日は、開始日以降の日にしてください。' },
    ],
    [
      'a term over 31 March',
      { 任期終了日: '2027-04-01' },
      {
        任期終了日:
          '任期は年度ごとです。終了日は令和9年3月31日(水)までの日にしてください(空欄なら年度の最終日になります)。',
      },
    ],
    [
      'one who holds the section already',
      { 氏名: null, 職員: CHIEF, 部局: '市民協働部', '課・室等': '総務課' },
      {
        任期開始日:
          '主任 一郎さんは、この期間に総務課の協働推進員としてすでに登録されています。職員と期間を確かめてください。',
      },
    ],
  ])('%s', async (_, entries, errors) => {
    const before = await countOf(practice, 'appointment');
    expect(await register(practice, { ...PLAIN, ...entries })).toEqual(errors);
    expect(await countOf(practice, 'appointment')).toBe(before);
  });
});

test('two of one name stay two: by name alone nobody is taken, and the sections are named', async () => {
  const twin = { ...PLAIN, 氏名: '鈴木 実' };
  await register(practice, { ...twin, メール: 'minoru1@city.example', '課・室等': '東課' });
  await register(practice, { ...twin, メール: 'minoru2@city.example', '課・室等': '西課' });
  expect(await register(practice, { ...twin, 氏名: '鈴木実', '課・室等': '南課' })).toEqual({
    氏名: '同じ氏名の方が2人以上います(福祉部 東課、福祉部 西課)。メールを入力して、どの方かお知らせください。',
  });
  await register(practice, { ...twin, メール: 'MINORU2@city.example', '課・室等': '南課' });
  expect(
    await rowsOf(
      practice,
      `select p.email, array_agg(s.name order by s.position) as sections
         from person p join appointment a on a.person_id = p.id join section s on s.id = a.section_id
         where p.name = '鈴木 実' group by p.email order by p.email`,
    ),
  ).toEqual([
    { email: 'minoru1@city.example', sections: ['東課'] },
    { email: 'minoru2@city.example', sections: ['西課', '南課'] },
  ]);
});

test('nothing was refused for want of permission', async () => {
  expect(
    (await auditOf(practice, SECRETARY)).filter((action) => String(action).startsWith('refused')),
  ).toEqual([]);
});
