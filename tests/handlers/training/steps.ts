import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';
import { rowsOf, submitAsAnother, WORKSPACE } from '../steps.ts';

/** What people of the training tests do again and again. */

type Entries = Parameters<Form['fill']>[0];
type Person = Practice['secretary'];

export const PROGRAMMES = ['新規採用職員ステップ研修', '係長級・技能長昇格前研修', '協働推進員研修'] as const;

export const RECEPTION = ['受付コードを発行する'];

/** A training that nothing is wrong with. */
export const PLAIN_TRAINING: Entries = {
  研修: '協働推進員研修',
  実施方法: '集合',
  開催日: '2026-10-01',
  会場: '第1会議室',
};

/** 研修を記録 as opened by the command. */
export const openTrainingForm = async (person: Person): Promise<Form> =>
  (await person.command('/kyodo-training')).opened();

/** Records a training through the form; the message 記録しました to the one who did. */
export const recordTraining = async (
  { slack }: Practice,
  entries: Entries,
  who = SECRETARY,
): Promise<Message> => {
  const form = await openTrainingForm(slack.person(who));
  await form.fill({ ...PLAIN_TRAINING, ...entries });
  expect(await submitAsAnother(form)).toEqual({ closed: true, errors: {} });
  return slack.dm(who).next(({ plain }) => plain.startsWith('記録しました'));
};

/** Records 開催なし through the form; the message 記録しました. */
export const recordNone = async (
  { secretary, slack }: Practice,
  subject: string,
  year: string,
): Promise<Message> => {
  const form = await (await secretary.command('/kyodo-meeting', '開催なし')).opened();
  await form.fill({ '会議体・研修': subject, 年度: year });
  expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
  return slack.dm(SECRETARY).next();
};

/** The id of a programme by its name. */
export const programmeId = async (practice: Practice, name: string): Promise<string> => {
  const sql = 'select programme_id from programme_year where name = $1 limit 1';
  return String((await rowsOf(practice, sql, [name]))[0]?.programme_id);
};

/** The ids of all sessions, in the order of recording. */
export const sessionIds = async (practice: Practice): Promise<readonly string[]> =>
  (await rowsOf(practice, 'select id from training_session order by recorded_at, id')).map(({ id }) =>
    String(id),
  );

/** Somebody of the record, by Slack id or without one; gives the row's id. */
export const addPerson = async (
  practice: Practice,
  slackId: string | null,
  name: string,
): Promise<string> => {
  const id = randomUUID();
  await rowsOf(
    practice,
    `insert into person (workspace_id, id, slack_id, name, created_at) values ($1, $2, $3, $4, now())`,
    [WORKSPACE, id, slackId, name],
  );
  return id;
};

/** A section of a department of its own; gives both ids. */
export const addSection = async (
  practice: Practice,
  name: string,
  departmentId?: string,
): Promise<{ readonly departmentId: string; readonly sectionId: string }> => {
  const department = departmentId ?? randomUUID();
  const sectionId = randomUUID();
  if (departmentId === undefined)
    await rowsOf(
      practice,
      'insert into department (workspace_id, id, name, position) values ($1, $2, $3, 10)',
      [WORKSPACE, department, `${name}のある部`],
    );
  await rowsOf(
    practice,
    'insert into section (workspace_id, id, department_id, name, position) values ($1, $2, $3, $4, 10)',
    [WORKSPACE, sectionId, department, name],
  );
  return { departmentId: department, sectionId };
};

/** A confirmed 協働推進員 of fiscal 2026 unless other days are given; gives the person's id. */
export const appoint = async (
  practice: Practice,
  {
    slackId,
    name,
    sectionId,
    role,
    from = '2026-04-01',
    to = '2027-03-31',
  }: {
    readonly slackId: string | null;
    readonly name: string;
    readonly sectionId: string;
    readonly role: 'chief' | 'promoter';
    readonly from?: string;
    readonly to?: string;
  },
): Promise<string> => {
  const personId = await addPerson(practice, slackId, name);
  await rowsOf(
    practice,
    `insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on,
       recorded_by, recorded_at, confirmed_at)
     values ($1, $2, $3, $4, $5::promoter_role, $6, $7, $8, 'test', now(), now())`,
    [WORKSPACE, randomUUID(), personId, sectionId, role, Number(from.slice(0, 4)), from, to],
  );
  return personId;
};

/** Enters attendance as a use case would: for what no form can do yet. */
export const attend = async (
  practice: Practice,
  sessionId: string,
  personIds: readonly string[],
  state: 'present' | 'partial' | 'absent' = 'present',
): Promise<void> => {
  for (const personId of personIds)
    await rowsOf(
      practice,
      `insert into attendance (workspace_id, session_id, person_id, state, updated_at)
       values ($1, $2, $3, $4::attendance_state, now())`,
      [WORKSPACE, sessionId, personId, state],
    );
};
