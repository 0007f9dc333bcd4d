import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { trusted } from '../../src/domain/actor.ts';
import { succeed } from '../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { JOBS } from '../../src/jobs/jobs.ts';
import { post, rowsOf, WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { channelsOf, peopleOf } from '../support/jobs.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { putRoster, type RosterLine } from '../support/promoters.ts';

const AT = new Date('2026-11-24T05:00:00+09:00');
const job = JOBS.find(({ name }) => name === 'check-people');

test.each([
  ['2026-11-24T05:59:59', undefined],
  ['2026-11-24T06:00:00', '2026-11-23T21:00:00.000Z'],
  ['2026-11-24T23:59:59', '2026-11-23T21:00:00.000Z'],
  ['2026-11-22T12:00:00', '2026-11-21T21:00:00.000Z'],
  ['2027-01-01T06:00:00', '2026-12-31T21:00:00.000Z'],
])('at %s in Japan the slot is %s', (now, slot) => {
  expect(job?.slotAt(new Date(`${now}+09:00`), DEFAULT_SETTINGS)?.toISOString()).toBe(slot);
});

/** Everybody of the record, as far as Slack has a say. */
const peopleIn = async (practice: Practice): Promise<readonly unknown[]> =>
  (
    await rowsOf(
      practice,
      'select name, slack_id, email, deactivated_at is not null as gone from person order by name',
    )
  ).map(({ name, slack_id, email, gone }) => [name, slack_id, email, gone ? '停止' : ''].join(' ').trim());

const put = (practice: Practice, people: readonly Partial<RosterLine>[]): Promise<void> =>
  withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      people.map((person) => ({ department: '福祉部', section: '福祉課', ...person })),
      practice.clock.now(),
    ),
  );

describe('the daily look at everybody', () => {
  let practice: Practice;
  beforeAll(async () => {
    practice = await startPractice({
      // Before 6:00, so that the bot does not look by itself.
      now: '2026-11-22T05:00:00+09:00',
      people: [
        ...Array.from({ length: 450 }, (_, index) => ({
          id: `U0CROWD${index}`,
          real_name: `群衆 ${index}`,
          email: `crowd${index}@city.example`,
        })),
        { id: 'U0MAILED', real_name: '新 氏名', email: 'mailed@city.example' },
        { id: 'U0NAMED', real_name: '改姓 花子', email: 'named@city.example' },
        { id: 'U0BESSHO', real_name: '別所 二郎@市民課', email: 'bessho@city.example' },
        { id: 'U0STOPPED', real_name: '再登録 七海', email: 'old@city.example', deleted: true },
        { id: 'U0AGAIN', real_name: 'Nanami', email: 'Again@city.example' },
        { id: 'U0MOVED', real_name: '移籍 八郎', email: 'moved@city.example' },
        { id: 'U0TWICE', real_name: '二重 九子', email: '' },
        { id: 'U0TWICE2', real_name: '二重 九子', email: 'twice@city.example' },
        { id: 'U0LEFT', real_name: '退職 四郎', email: 'left@city.example', deleted: true },
        { id: 'U0BACK', real_name: '復職 五郎', email: 'back@city.example' },
        { id: 'U0VISITOR', real_name: '来客', email: 'visitor@npo.example', is_restricted: true },
      ],
    });
    await put(practice, [
      { name: '旧 氏名', email: 'mailed@city.example' },
      { name: '旧姓 花子', slackId: 'U0NAMED', email: 'named@city.example' },
      { name: '別所 二郎', slackId: 'U0BESSHO', email: 'bessho@city.example' },
      { name: '再登録 七海', slackId: 'U0STOPPED', email: 'again@city.example', deactivated: true },
      { name: '移籍 八郎', slackId: 'U0UNKNOWN', email: 'moved@city.example' },
      { name: '二重 九子', slackId: 'U0TWICE', email: 'twice@city.example' },
      { name: '不明 十一', slackId: 'U0VANISHED', email: 'vanished@city.example' },
      { name: '退職 四郎', slackId: 'U0LEFT', email: 'left@city.example' },
      { name: '復職 五郎', slackId: 'U0BACK', email: 'back@city.example', deactivated: true },
      { name: '来客', email: 'visitor@npo.example' },
      { name: '未利用 六郎', email: 'paper@city.example' },
    ]);
  });
  afterAll(() => practice.stop());

  const look = () =>
    withDatabase(practice, async (db) =>
      job?.run(
        {
          clock: practice.clock,
          db,
          people: peopleOf(practice),
          channels: channelsOf(practice),
          workspace: { id: WORKSPACE, secretariat: [] },
        },
        WORKSPACE,
        'check-people test',
      ),
    );

  test('brings accounts by e-mail, also made anew, and who has left or is back; no name, and nobody is added', async () => {
    expect(await look()).toEqual({ changed: 7, deactivated: 3 });
    expect((await peopleIn(practice)).toSorted()).toEqual(
      [
        '旧 氏名 U0MAILED mailed@city.example',
        '旧姓 花子 U0NAMED named@city.example',
        '別所 二郎 U0BESSHO bessho@city.example',
        '再登録 七海 U0AGAIN again@city.example',
        '移籍 八郎 U0MOVED moved@city.example',
        '二重 九子 U0TWICE twice@city.example',
        '不明 十一 U0VANISHED vanished@city.example 停止',
        '退職 四郎 U0LEFT left@city.example 停止',
        '復職 五郎 U0BACK back@city.example',
        '来客  visitor@npo.example',
        '未利用 六郎  paper@city.example',
      ].toSorted(),
    );
  });

  test('changes nothing a second time, and every change has its audit line', async () => {
    const lines = `select actor, via from audit_line where action = 'match-people'`;
    expect(await look()).toEqual({ changed: 0, deactivated: 0 });
    expect(await rowsOf(practice, lines)).toEqual(
      Array.from({ length: 7 }, () => ({ actor: 'job:check-people', via: 'job' })),
    );
  });
});

describe('when Slack tells of a change', () => {
  let practice: Practice;
  beforeEach(async () => {
    practice = await startPractice({
      now: '2026-11-24T05:00:00+09:00',
      people: [
        { id: 'U0SORA', real_name: '青空 そら', email: 'sora@city.example' },
        { id: 'U0UMI', real_name: '海野 うみ', email: 'umi@city.example' },
      ],
    });
    await put(practice, [{ name: '青空 そら', slackId: 'U0SORA', email: 'sora@city.example' }]);
  });
  afterEach(() => practice.stop());

  /** A bot that stops has done what it was told before. */
  const settled = (): Promise<void> => practice.restart();

  test('the name of the roster stands, and a closed account is known', async () => {
    await practice.slack.changePerson('U0SORA', { real_name: '緑川 そら@市民課' });
    await settled();
    expect(await peopleIn(practice)).toEqual(['青空 そら U0SORA sora@city.example']);
    await practice.slack.changePerson('U0SORA', { deleted: true });
    await settled();
    expect(await peopleIn(practice)).toEqual(['青空 そら U0SORA sora@city.example 停止']);
  });

  test('who came from Slack alone follows Slack, and a blank name there is the address', async () => {
    await withDatabase(practice, (db) =>
      db.act(
        { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at: practice.clock.now() },
        async ({ people }) =>
          succeed(
            await people.ofAccount({ slackId: 'U0UMI', email: 'umi@city.example', name: '海野 うみ' }, AT),
          ),
      ),
    );
    await practice.slack.changePerson('U0UMI', { real_name: '波野 うみ' });
    await settled();
    expect(await peopleIn(practice)).toContain('波野 うみ U0UMI umi@city.example');
    await practice.slack.changePerson('U0UMI', { real_name: '\u3164 \u200b' });
    await settled();
    expect(await peopleIn(practice)).toContain('umi@city.example U0UMI umi@city.example');
  });

  const WHOLE = {
    team_id: WORKSPACE,
    deleted: false,
    is_restricted: false,
    is_ultra_restricted: false,
    profile: { real_name: '偽名' },
  };
  test.each([
    ['of another workspace', 'T0FORGED', WHOLE],
    ['about somebody of another workspace', WORKSPACE, { ...WHOLE, team_id: 'T0OTHER' }],
    ['that tells no name', WORKSPACE, { ...WHOLE, profile: {} }],
    ['that does not tell of guests', WORKSPACE, { ...WHOLE, is_restricted: undefined }],
    ['that does not tell whether the account lives', WORKSPACE, { ...WHOLE, deleted: undefined }],
  ])('what an event %s says of somebody is not believed', async (_what, team, told) => {
    const user = { id: 'U0SORA', ...told };
    const event = { type: 'user_change', user, event_ts: '1795000000.000100' };
    const body = { type: 'event_callback', team_id: team, event_id: 'Ev1', event };
    expect((await post(practice, JSON.stringify(body), { type: 'application/json' })).status).toBe(200);
    await settled();
    expect(await peopleIn(practice)).toEqual(['青空 そら U0SORA sora@city.example']);
  });
});
