import { createHmac, randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { type Actor, plainStaff } from '../../src/domain/actor.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { recordMeeting } from '../../src/services/meeting/record.ts';
import { SAME_DAY } from '../../src/texts/occasion.ts';
import { type Practice, SECRETARY } from '../support/practice.ts';
import { seeToSectionsOf } from '../support/seats.ts';
import { forgedRequest, forgedView } from './forged-request.ts';

/** What people of the tests do again and again, and the looks behind the scenes that several files need. */

export const WORKSPACE = 'T0PRACTICE';

type Entries = Parameters<Form['fill']>[0];

/** Fills 会議を記録; choosing 書面開催 chooses 期限 too, which is waited for. */
export const fillMeeting = async (form: Form, entries: Entries): Promise<void> => {
  const { 会議体, 開催方法, ...rest } = entries;
  if (会議体 !== undefined) await form.fill({ 会議体 });
  if (開催方法 !== undefined) {
    const { hash, values } = form;
    await form.fill({ 開催方法 });
    // 報告書での日付 follows from it, unless it is 年月: what is entered before that has come would be entered over.
    if (開催方法 === '書面開催' || values.報告書での日付 !== '年月')
      await form.until((now) => now.hash !== hash);
  }
  await form.fill(rest);
};

/** A meeting that nothing is wrong with. */
export const PLAIN_MEETING: Entries = {
  会議体: '協働推進本部会議',
  開催方法: '対面',
  開催日: '2026-10-01',
  案件: '年間スケジュールについて',
};

/** 会議を記録 as opened by the command. */
export const openMeetingForm = async ({ secretary }: Practice): Promise<Form> =>
  (await secretary.command('/kyodo-meeting')).opened();

/** Records a meeting through the form; the message 記録しました. */
export const recordByForm = async (practice: Practice, entries: Entries): Promise<Message> => {
  const form = await openMeetingForm(practice);
  await fillMeeting(form, { ...PLAIN_MEETING, ...entries });
  const { closed, errors } = await submitAsAnother(form);
  if (!closed) throw new Error(`not recorded: ${JSON.stringify(errors)}`);
  return practice.slack.dm(SECRETARY).next();
};

/** Submits a form about a meeting or 研修; where one of the same day stands, says that it is another. */
export const submitAsAnother = async (form: Form): ReturnType<Form['submit']> => {
  const sent = await form.submit();
  return sent.form?.title === SAME_DAY.title ? sent.form.submit() : sent;
};

/** What `person` is told alone after typing a command. */
export const answerTo = async (
  person: Practice['secretary'],
  command: string,
  text?: string,
): Promise<Message> => {
  await person.command(command, text);
  return person.nextAnswer();
};

/** The form that a button of `message` opens. */
export const pressToOpen = async (
  person: Practice['secretary'],
  words: string,
  message: Message,
): Promise<Form> => (await person.press(words, { in: message })).opened();

const pressedIn = (message: Message, actionId: string, value: string) => ({
  in: message,
  action: { type: 'button', block_id: 'pressed', action_id: actionId, value },
});

/** The list of bodies, as an answer below the menu. */
export const bodyList = async (person: Practice['secretary']): Promise<Message> => {
  await person.pressRaw(pressedIn(await answerTo(person, '/kyodo'), 'body-list.open', 'new'));
  return person.nextAnswer();
};

/** 変更 of a body, wherever it stands in the list. */
export const openBodyChange = async (id: string, person: Practice['secretary']): Promise<Form> =>
  (await person.pressRaw(pressedIn(await answerTo(person, '/kyodo'), 'body.change', id))).opened();

/** What stands in red after the form was filled and sent; nothing when it was recorded. */
export const send = async (form: Form, entries: Entries): Promise<Readonly<Record<string, string>>> => {
  await form.fill(entries);
  return (await form.submit()).errors;
};

/** The facts of one column of a body, by the years that have their own. */
export const bodyYears = async (
  practice: Practice,
  id: string,
  column: string,
): Promise<readonly (readonly [unknown, unknown])[]> =>
  (
    await rowsOf(
      practice,
      `select fiscal_year, ${column} as fact from body_year where body_id = $1 order by fiscal_year`,
      [id],
    )
  ).map(({ fiscal_year, fact }) => [fiscal_year, fact]);

/** Rows of the record as they stand. */
export const rowsOf = (
  { database }: Practice,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> => database.ask(sql, values);

/** How many rows a table has. */
export const countOf = async (practice: Practice, table: string): Promise<number> =>
  Number((await rowsOf(practice, `select count(*) as n from ${table}`))[0]?.n);

/** The audit lines of one person, oldest first: what was done or refused. */
export const auditOf = async (practice: Practice, actor: string): Promise<readonly unknown[]> =>
  (await rowsOf(practice, 'select action from audit_line where actor = $1 order by id', [actor])).map(
    ({ action }) => action,
  );

/** The id of a body by its name. */
export const bodyId = async (practice: Practice, name: string): Promise<string> => {
  const rows = await rowsOf(practice, 'select body_id from body_year where name = $1 limit 1', [name]);
  return String(rows[0]?.body_id);
};

/** The ids of all meetings, in the order of recording. */
export const meetingIds = async (practice: Practice): Promise<readonly string[]> =>
  (await rowsOf(practice, 'select id from meeting order by recorded_at, id')).map(({ id }) => String(id));

/** The record beside the bot: for what no form can do. */
export const withDatabase = <T>({ database }: Practice, work: (db: Database) => Promise<T>): Promise<T> =>
  work(database.db);

/** The section of people who are promoters only in the eyes of a use case. */
const A_SECTION = '22222222-2222-4222-8222-222222222222';
const A_DEPARTMENT = '33333333-3333-4333-8333-333333333333';

export const actorOf = (id: string, role: 'secretariat' | 'chief' | 'promoter' | 'staff'): Actor => ({
  ...plainStaff(WORKSPACE, id),
  isSecretariat: role === 'secretariat',
  posts:
    role === 'chief' || role === 'promoter'
      ? [{ role, sectionId: A_SECTION, departmentId: A_DEPARTMENT }]
      : [],
});

let keys = 0;

/** Records a meeting as one who is in the record only for that. */
export const recordAs = async (
  practice: Practice,
  actor: Actor,
  fields: Partial<Record<keyof MeetingDraft, string>> & { readonly body: string },
): Promise<void> => {
  const { body, ...rest } = fields;
  const draft = MeetingDraft.parse({
    bodyId: await bodyId(practice, body),
    way: 'onsite',
    heldOn: '2026-10-01',
    precision: 'day',
    items: '年間スケジュールについて',
    ...rest,
  });
  keys += 1;
  const recorded = await withDatabase(practice, async (db) => {
    await seeToSectionsOf(db, actor);
    const deps = { clock: practice.clock, db };
    const answer = await recordMeeting(deps, { key: `test ${keys}`, draft }, actor);
    return answer.ok && answer.value.kind === 'asks'
      ? recordMeeting(deps, { key: `answer ${keys}`, answers: `test ${keys}` }, actor)
      : answer;
  });
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error.kind}`);
};

/** One request as Slack would send it, with headers of the test's own; status and body of the answer. */
export const post = async (
  { bot, slack }: Practice,
  body: string,
  { path = '/slack/events', type = 'application/x-www-form-urlencoded' } = {},
): Promise<{ readonly status: number; readonly body: string }> => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(`${bot.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  return { status: response.status, body: await response.text() };
};

/** The state of a form's field in a payload. */
export const typed = (value: string) => ({ type: 'plain_text_input', value });
export const picked = (day: string) => ({ type: 'datepicker', selected_date: day });
export const chosen = (value: string) => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
});

/** The body of a submitted form as only a program would send it. */
export const submission = (
  person: string,
  form: {
    readonly id?: string;
    readonly callbackId: string;
    readonly metadata?: unknown;
    /** Each as its state, which says by `type` what element it is. */
    readonly fields: Readonly<Record<string, unknown>>;
  },
  team = WORKSPACE,
): string => {
  const names = Object.keys(form.fields);
  return forgedRequest(person, team, {
    type: 'view_submission',
    trigger_id: `forged.${randomUUID()}`,
    view: {
      ...forgedView(form.metadata ?? {}),
      ...(form.id === undefined ? {} : { id: form.id }),
      callback_id: form.callbackId,
      blocks: names.map((name) => ({ type: 'input', block_id: name, element: form.fields[name] })),
      state: { values: Object.fromEntries(names.map((name) => [name, { [name]: form.fields[name] }])) },
    },
  });
};
