import { afterAll, beforeAll, expect, test } from 'vitest';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { putRoster } from '../../support/promoters.ts';
import { rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** The roster comes as a file on Thu 2027-04-01: the 役割のご案内 goes out as the preview said, that week. */

const EARLY = 'U0EARLY';
const LATE = 'U0LATE';
const LONG_THERE = 'U0LONGTHERE';
const people = [
  { id: EARLY, real_name: '朝 一郎', email: 'asa@city.example' },
  { id: LATE, real_name: '昼 二郎', email: 'hiru@city.example' },
  { id: LONG_THERE, real_name: '続 三子', email: 'tsuzuki@city.example' },
];
const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';
const TITLE = '協働推進員の役割のご案内';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2027-03-31T18:00:00+09:00', people });
  const held = {
    department: '環境部',
    section: '環境課',
    name: '続 三子',
    slackId: LONG_THERE,
    email: 'tsuzuki@city.example',
  };
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, [held], practice.clock.now()));
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** Imports rows by the form; what the preview said of messages. */
const importRows = async (...rows: readonly string[]): Promise<string> => {
  const form = await (await practice.secretary.command('/kyodo-promoter', 'import')).opened();
  await form.fill({ ファイル: { name: 'meibo.csv', content: [HEADERS, ...rows].join('\n') } });
  const { errors, form: preview } = await form.submit();
  if (preview === undefined) throw new Error(JSON.stringify(errors));
  const said = preview.text;
  await preview.submit();
  await preview.until(({ text }) => text.includes('名簿を取り込みました。') && text.includes('アカウント'));
  await preview.close({ all: true });
  return said;
};

const guided = async (): Promise<readonly unknown[]> =>
  (await rowsOf(practice, `select recipient from delivery where kind = 'role-guide' order by recipient`)).map(
    ({ recipient }) => recipient,
  );
const guideOf = (person: string) => practice.slack.dm(person).next(({ plain }) => plain.startsWith(TITLE));

test('imported before that morning it goes on the morning of 1 April', async () => {
  practice.clock.set('2027-04-01T08:30:00+09:00');
  const said = await importRows('朝 一郎,asa@city.example,福祉部,福祉課,推進員,R9.4.1,');
  expect(said).toContain(
    '新任の1名には、任期の初日以降で、取り込んだ後の最初の開庁日の朝に、役割のご案内を送ります。',
  );
  expect(await guided()).toEqual([]);
  await runJobsAt(practice, '2027-04-01T09:00:00');
  expect((await guideOf(EARLY)).plain).toContain(
    '福祉部 福祉課の協働推進員に選任されました。任期は令和9年4月1日(木)から令和10年3月31日(金)までです。',
  );
});

test('imported later that day it goes on the next working day, to who is new and in Slack', async () => {
  practice.clock.set('2027-04-01T14:00:00+09:00');
  const said = await importRows(
    '昼 二郎,hiru@city.example,環境部,公園課,推進員,R9.4.1,',
    '続 三子,tsuzuki@city.example,環境部,環境課,推進員,R9.4.1,',
    '紙山 とおる,kami@city.example,環境部,水道課,推進員,R9.4.1,',
  );
  // Who served last year is not new.
  expect(said).toContain('新任の2名には、');
  expect(said).toContain('Slackを使っていない方には、使い始めた後の開庁日の朝に、');
  await runJobsAt(practice, '2027-04-01T16:59:00');
  expect(await guided()).toEqual([EARLY]);
  await runJobsAt(practice, '2027-04-02T09:00:00');
  expect((await guideOf(LATE)).plain).toContain('環境部 公園課の協働推進員に選任されました。');
  expect(await guided()).toEqual([EARLY, LATE]);
});

test('one without Slack has it on the morning after the account is there', async () => {
  await rowsOf(practice, `update person set slack_id = 'U0STAFF' where name = '紙山 とおる'`);
  await runJobsAt(practice, '2027-04-05T09:00:00');
  expect((await guideOf('U0STAFF')).plain).toContain('環境部 水道課の協働推進員に選任されました。');
  expect(await guided()).toEqual([EARLY, LATE, 'U0STAFF']);
});
