import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { answerTo, auditOf, chosen, countOf, post, rowsOf, submission, typed } from '../steps.ts';
import { addPerson, addSection, appoint, attend, recordTraining, sessionIds } from './steps.ts';

const CHIEF = 'U0CHIEF';
const PROMOTER = 'U0PROMOTER';
const NEIGHBOUR = 'U0NEIGHBOUR';
const ONLY_PROMOTER = '恐れ入りますが、この操作は、協働推進員と事務局が行います。事務局にご相談ください。';

const outside = (...names: readonly string[]): string =>
  `恐れ入りますが、次の方の受講は、その方の課・部局の協働推進員か事務局が記録します:${names.join('、')}`;

let practice: Practice;
let session: string;
beforeAll(async () => {
  practice = await startPractice({
    people: [
      { id: CHIEF, real_name: '主任 一郎' },
      { id: PROMOTER, real_name: '推進 二郎' },
      { id: NEIGHBOUR, real_name: '隣部 三郎' },
    ],
  });
  const citizens = await addSection(practice, '市民課');
  const affairs = await addSection(practice, '総務課', citizens.departmentId);
  const roads = await addSection(practice, '道路課');
  const people: string[] = [];
  for (const [slackId, name, { sectionId }, role] of [
    [CHIEF, '主任 一郎', affairs, 'chief'],
    [PROMOTER, '推進 二郎', citizens, 'promoter'],
    [null, '課内 花子', citizens, 'promoter'],
    [NEIGHBOUR, '隣部 三郎', roads, 'chief'],
  ] as const)
    people.push(await appoint(practice, { slackId, name, sectionId, role }));
  people.push(await addPerson(practice, STAFF, '職員 太郎'));
  await recordTraining(practice, { 開催日: '2026-10-01', 対象: '協働推進員全員(主任を含む)' });
  [session = ''] = await sessionIds(practice);
  await attend(practice, session, people.slice(0, 4));
  await attend(practice, session, people.slice(4), 'partial');
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const person = (id: string) => practice.slack.person(id);
let forms = 0;

/** 受講を記録 as only a program would send it: the errors of the answer, none where it was recorded. */
const sendForged = async (who: string, fields: Readonly<Record<string, unknown>>) => {
  forms += 1;
  const submit = async (form: Parameters<typeof submission>[1]) =>
    JSON.parse((await post(practice, submission(who, form))).body);
  const id = `V0FORGED${forms}`;
  const answer = await submit({
    id,
    callbackId: 'attendance.record',
    fields: {
      session: chosen(session),
      mode: chosen('chosen'),
      state: chosen('present'),
      ...fields,
    },
  });
  // Names that the record does not know are confirmed.
  const { response_action, errors = {} } =
    answer.response_action === 'push'
      ? await submit({
          id: `${id}TOP`,
          callbackId: answer.view.callback_id,
          metadata: JSON.parse(answer.view.private_metadata),
          fields: {},
        })
      : answer;
  return response_action === 'update' ? 'recorded' : errors;
};
const users = (...ids: readonly string[]) => ({ type: 'multi_users_select', selected_users: ids });

describe('who records whose attendance', () => {
  const EVERYBODY = {
    people: users(CHIEF, PROMOTER, NEIGHBOUR, STAFF),
    peopleWithoutSlack: typed('課内 花子\n課外 次郎'),
  };
  test.each([
    [SECRETARY, EVERYBODY, 'recorded'],
    [CHIEF, { people: users(CHIEF, PROMOTER), peopleWithoutSlack: typed('課内 花子') }, 'recorded'],
    [CHIEF, EVERYBODY, { people: outside('隣部 三郎', '職員 太郎') }],
    [PROMOTER, { people: users(PROMOTER), peopleWithoutSlack: typed('課内 花子') }, 'recorded'],
    [PROMOTER, { people: users(PROMOTER, CHIEF) }, { people: outside('主任 一郎') }],
    [PROMOTER, { peopleWithoutSlack: typed('別課 次郎') }, { peopleWithoutSlack: outside('別課 次郎') }],
    [NEIGHBOUR, { people: users(PROMOTER) }, { people: outside('推進 二郎') }],
    [STAFF, { people: users(STAFF) }, { session: ONLY_PROMOTER }],
  ] as const)('%s', async (who, fields, expected) => {
    const [events, people] = [await countOf(practice, 'attendance_event'), await countOf(practice, 'person')];
    const known = (await auditOf(practice, who)).length;
    expect(await sendForged(who, fields)).toEqual(expected);
    const isRecorded = expected === 'recorded';
    expect((await countOf(practice, 'attendance_event')) > events).toBe(isRecorded);
    if (!isRecorded) expect(await countOf(practice, 'person')).toBe(people);
    expect((await auditOf(practice, who)).slice(known)).toEqual([
      isRecorded ? 'record-attendance' : 'refused record-attendance',
    ]);
  });

  test('all 対象者 are, to a 主任, those of the department', async () => {
    // Who is recorded already would be left.
    for (const table of ['attendance_event', 'attendance'])
      await rowsOf(
        practice,
        `delete from ${table} where person_id in
           (select id from person where name in ('主任 一郎', '推進 二郎', '課内 花子'))`,
        [],
      );
    expect(await sendForged(CHIEF, { mode: chosen('all-but-chosen'), people: users(PROMOTER) })).toBe(
      'recorded',
    );
    expect(
      await rowsOf(
        practice,
        `select p.name, e.state from attendance_event e join person p on p.id = e.person_id
         where e.by = $1 and e.id > (select max(id) - 3 from attendance_event) order by p.name`,
        [CHIEF],
      ),
    ).toEqual([
      { name: '主任 一郎', state: 'present' },
      { name: '推進 二郎', state: 'absent' },
      { name: '課内 花子', state: 'present' },
    ]);
  });

  test('nobody records by values that no form has', async () => {
    const events = await countOf(practice, 'attendance_event');
    const REQUIRED = 'この内容は読み取れませんでした。入力し直してください。';
    expect([
      await sendForged(SECRETARY, { state: chosen('watched'), people: users(STAFF) }),
      await sendForged(SECRETARY, { mode: chosen('everybody'), people: users(STAFF) }),
      await sendForged(SECRETARY, {
        session: chosen('00000000-0000-4000-8000-000000000000'),
        people: users(STAFF),
      }),
    ]).toEqual([
      { state: REQUIRED },
      { mode: REQUIRED },
      { session: 'この研修の記録は見つかりませんでした。選び直してください。' },
    ]);
    expect(await countOf(practice, 'attendance_event')).toBe(events);
  });
});

describe('who sees who attended', () => {
  /** The names that the list shows when its button is pressed, with or without it being offered. */
  const seenBy = async (who: string): Promise<readonly string[]> => {
    const list = await answerTo(person(who), '/kyodo-training', '一覧');
    const action = { type: 'button', block_id: 'forged', action_id: 'attendance.list', value: session };
    const { text, close } = await (await person(who).pressRaw({ in: list, action })).opened();
    await close();
    return ['主任 一郎', '推進 二郎', '課内 花子', '隣部 三郎', '職員 太郎'].filter((name) =>
      text.includes(name),
    );
  };

  test.each([
    [SECRETARY, ['主任 一郎', '推進 二郎', '課内 花子', '隣部 三郎', '職員 太郎']],
    [CHIEF, ['主任 一郎', '推進 二郎', '課内 花子']],
    [PROMOTER, ['推進 二郎']],
    [NEIGHBOUR, ['隣部 三郎']],
    [STAFF, ['職員 太郎']],
  ])('%s sees %j', async (who, names) => {
    expect(await seenBy(who)).toEqual(names);
  });

  test('and reads the own record on the Home tab; a 主任 how many of the department have been there', async () => {
    await person(CHIEF).openHome();
    const home = await person(CHIEF).homeUntil(({ text }) => text.includes('受講の記録'));
    expect(home.text).toContain(
      '部局の受講状況\n・市民課のある部 協働推進員3名のうち2名が、令和8年度の協働推進員研修を受講しました。',
    );
    expect(home.text).toContain('受講の記録\n・協働推進員研修 令和8年10月1日 第1会議室 出席');
    await person(STAFF).openHome();
    const staff = await person(STAFF).homeUntil(({ text }) => text.includes('受講の記録'));
    expect([staff.text.includes('部局の受講状況'), staff.buttons.includes('受講を記録')]).toEqual([
      false,
      false,
    ]);
  });
});

test('a role that has ended gives nothing any more, while those who remain enter who was there then', async () => {
  await rowsOf(practice, `update appointment set ends_on = '2026-11-23' where role = 'promoter'`);
  expect((await answerTo(person(PROMOTER), '/kyodo-training', '受講者')).plain).toBe(ONLY_PROMOTER);
  expect(await sendForged(PROMOTER, { people: users(PROMOTER) })).toEqual({ session: ONLY_PROMOTER });
  expect(await sendForged(CHIEF, { people: users(PROMOTER) })).toBe('recorded');
  await rowsOf(practice, `update appointment set ends_on = '2026-11-23' where role = 'chief'`);
  expect(await sendForged(CHIEF, { people: users(PROMOTER) })).toEqual({ session: ONLY_PROMOTER });
});
