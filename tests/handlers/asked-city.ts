import type { InquiryFacts } from '../../src/domain/inquiry/inquiry.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { putRoster, type RosterLine } from '../support/promoters.ts';
import { rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** A small city of which something is asked, on Fri 2026-11-20 until Thu 2026-12-10. */

export const CHIEF = 'U0CHIEF';
export const PROMOTER = 'U0PROMOTER';
export const COLLEAGUE = 'U0COLLEAGUE';
export const ELSEWHERE = 'U0ELSEWHERE';
export const NEWCOMER = 'U0NEWCOMER';
export const SUCCESSOR = 'U0SUCCESSOR';

/** 福祉部 has a 主任, one without Slack and a vacant section; 環境部 has no 主任 and a vacant section. */
const ROSTER: readonly RosterLine[] = [
  { department: '福祉部', section: '福祉総務課', name: '主任 一郎', slackId: CHIEF, role: 'chief' },
  { department: '福祉部', section: '福祉課', name: '青空 そら', slackId: PROMOTER },
  { department: '福祉部', section: '福祉課', name: '同僚 ひかり', slackId: COLLEAGUE },
  { department: '福祉部', section: '高齢課', name: '紙山 とおる' },
  { department: '福祉部', section: '児童課' },
  { department: '環境部', section: '環境課', name: '隣部 三郎', slackId: ELSEWHERE },
  // In the record from a term that is over.
  {
    department: '環境部',
    section: '環境課',
    name: '後任 よしみ',
    slackId: SUCCESSOR,
    endsOn: '2026-04-30',
  },
  { department: '環境部', section: '公園課' },
];

const people = [{ slackId: NEWCOMER, name: '新人 まこと' }, ...ROSTER]
  .flatMap(({ slackId, name = '' }) => (slackId === undefined ? [] : [[slackId, name] as const]))
  .map(([id, name]) => ({ id, real_name: name, email: `${id.toLowerCase()}@city.example` }));

export const startAskedCity = async (
  now = '2026-11-20T09:30:00+09:00',
  more: Pick<NonNullable<Parameters<typeof startPractice>[0]>, 'secretariat'> = {},
): Promise<Practice> => {
  const practice = await startPractice({ now, people, ...more });
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, ROSTER, practice.clock.now()));
  return practice;
};

/** Asks something of the city at the moment it is; gives the inquiry's id. */
export const ask = (
  practice: Practice,
  facts: Parameters<typeof putInquiry>[3] & Partial<InquiryFacts> = {},
): Promise<string> => withDatabase(practice, (db) => putInquiry(db, WORKSPACE, practice.clock.now(), facts));

/** The value of buttons about a section: `INQUIRY:SECTION:ROLE`. */
export const targetValueOf = async (
  practice: Practice,
  inquiry: string,
  section: string,
): Promise<string> => {
  const [row] = await rowsOf(
    practice,
    `select t.section_id, t.role from inquiry_target t join section s on s.id = t.section_id
     where t.inquiry_id = $1 and s.name = $2`,
    [inquiry, section],
  );
  return `${inquiry}:${row?.section_id}:${row?.role}`;
};

/** What a button opens, pressed by somebody in the last message before them, though it may not stand there. */
export const pressAnywhere = async (
  practice: Practice,
  person: string,
  actionId: string,
  value: string,
): Promise<Form> => {
  const driver = practice.slack.person(person);
  await driver.openHome();
  const home = await driver.homeUntil(() => true);
  const action = { type: 'button', block_id: 'pressed', action_id: actionId, value };
  return (await driver.pressRaw({ form: home, action })).opened();
};

/** 照会に回答 or 代理入力 for a section. */
export const openAnswerForm = async (
  practice: Practice,
  person: string,
  inquiry: string,
  section: string,
): Promise<Form> =>
  pressAnywhere(practice, person, 'inquiry-answer.open', await targetValueOf(practice, inquiry, section));

/** Everything answered for a section, the oldest first, with whether it is the one that counts. */
export const answersOf = (practice: Practice, inquiry: string, section: string) =>
  rowsOf(
    practice,
    `select a.by, a.applicable, a.count, a.text, f.name as file, a.received_by as way, a.received_on::text as day,
       a.id = t.answer_id is true as counts
     from inquiry_answer a join section s on s.id = a.section_id
     join inquiry_target t on t.inquiry_id = a.inquiry_id and t.section_id = a.section_id and t.role = a.role
     left join stored_file f on f.id = a.file_id
     where a.inquiry_id = $1 and s.name = $2 order by a.at, a.id`,
    [inquiry, section],
  );

/** A person's Home tab as it is now. */
export const homeOf = async (practice: Practice, person = SECRETARY): Promise<Form> => {
  const driver = practice.slack.person(person);
  const before = driver.home?.hash;
  await driver.openHome();
  return driver.homeUntil(({ hash }) => hash !== before);
};
