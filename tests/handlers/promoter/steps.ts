import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

/** What the tests of the roster do again and again. */

export const CHIEF = 'U0CHIEF';
export const PROMOTER = 'U0PROMOTER';

/** 主任 of 市民協働部 and 推進員 of 福祉課, with Slack. */
const ROSTER_PEOPLE = [
  { id: CHIEF, real_name: '主任 一郎', email: 'chief@city.example' },
  { id: PROMOTER, real_name: '青空 そら', email: 'sora@city.example' },
];

/** A small roster in 2026: two departments, a vacant section, and one whose term began in October. */
export const SMALL_ROSTER: readonly RosterLine[] = [
  {
    department: '市民協働部',
    section: '総務課',
    name: '主任 一郎',
    slackId: CHIEF,
    email: 'chief@city.example',
    role: 'chief',
  },
  { department: '市民協働部', section: 'くらし支援課' },
  {
    department: '福祉部',
    section: '福祉課',
    name: '青空 そら',
    slackId: PROMOTER,
    email: 'sora@city.example',
  },
  { department: '福祉部', section: '長寿課', name: '花園 さくら', endsOn: '2026-09-30' },
  { department: '福祉部', section: '長寿課', name: '山道 あゆむ', startsOn: '2026-10-01' },
];

/** Starts everything with a roster in the record. */
export const startWithRoster = async (
  lines: readonly RosterLine[] = SMALL_ROSTER,
  options: Parameters<typeof startPractice>[0] = {},
): Promise<Practice> => {
  const practice = await startPractice({ people: ROSTER_PEOPLE, ...options });
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, lines, practice.clock.now()));
  return practice;
};

/** The roster of a day as a person is shown it. */
export const rosterOf = (person: Practice['secretary'], typed = ''): Promise<Message> =>
  answerTo(person, '/kyodo-promoter', typed === '' ? '' : `一覧 ${typed}`);

/** The lines below the title and the count. */
export const rowsShown = ({ plain }: Message): readonly string[] => plain.split('\n').slice(2);

/** 推進員を登録 as the command opens it. */
export const openRegistration = async ({ secretary }: Practice): Promise<Form> =>
  (await secretary.command('/kyodo-promoter', '登録')).opened();

/** Fills 推進員を登録 and sends it; what stands in red, or what the form became. */
export const register = async (
  practice: Practice,
  entries: Parameters<Form['fill']>[0],
): Promise<Readonly<Record<string, string>> | string> => {
  const form = await openRegistration(practice);
  await form.fill(entries);
  const { errors } = await form.submit();
  const isRefused = Object.keys(errors).length > 0;
  // The account is looked up afterwards: what is said of it is another test's.
  const lines = isRefused
    ? []
    : (await form.until(({ text }) => !text.includes('確かめています'))).text.split('\n');
  await form.close({ all: true });
  return isRefused
    ? errors
    : lines
        .slice(1, -1)
        .filter((line) => !/アカウント|メール/u.test(line))
        .join('\n');
};

/** The form that a button of somebody's line in the list opens. */
export const openFrom = async (practice: Practice, words: string, name: string): Promise<Form> => {
  const [row] = await rowsOf(
    practice,
    `select a.id from appointment a join person p on p.id = a.person_id
       where p.name = $1 and a.cancelled_at is null order by a.starts_on limit 1`,
    [name],
  );
  const list = await rosterOf(practice.secretary);
  const actionId = words === '変更' ? 'promoter.change' : 'promoter.cancel';
  const action = { type: 'button', block_id: 'row', action_id: actionId, value: String(row?.id) };
  return (await practice.secretary.pressRaw({ in: list, action })).opened();
};
