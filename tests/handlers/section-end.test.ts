import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';
import { rowsOf, send, WORKSPACE, withDatabase } from './steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-11-24T10:00:00+09:00' });
  const held = { department: '市民協働部', section: '市民課' };
  await withDatabase(practice, (db) =>
    putRoster(
      db,
      WORKSPACE,
      [
        { ...held, name: '竹取 翁', endsOn: '2026-09-30' },
        { ...held, name: '浦島 太郎', startsOn: '2026-10-01', endsOn: '2027-01-31' },
        { ...held, name: '桃 太郎', startsOn: '2027-04-01', unconfirmed: true },
        { department: '市民協働部', section: '男女共同参画室', name: '金 太郎' },
      ],
      practice.clock.now(),
    ),
  );
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const stillAppointed = {
  廃止日: 'この日より後まで浦島 太郎さんの任期があります。先に任期終了日を変更してください。',
};

test.each([
  ['2026-09-30', stillAppointed],
  ['2027-01-30', stillAppointed],
  // The last day of the last confirmed appointment; what is 未確認 counts nowhere.
  ['2027-01-31', {}],
])('a section that ends on %s', async (廃止日, errors) => {
  const [row] = await rowsOf(practice, `select id from section where name = '市民課'`);
  const settings = await (await practice.secretary.command('/kyodo', '設定')).opened();
  const list = await (await settings.press('部局と課')).opened();
  const action = { type: 'button', block_id: 'row', action_id: 'section.change', value: row?.id };
  const form = await (await practice.secretary.pressRaw({ form: list, action })).opened();
  expect(await send(form, { 廃止日 })).toEqual(errors);
});
