import { expect } from 'vitest';
import type { Message } from '../../src/sandbox/driver/messages-read.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import {
  auditOf,
  bodyId,
  chosen,
  meetingIds,
  picked,
  post,
  recordByForm,
  rowsOf,
  submission,
  typed,
} from './steps.ts';

/** Requests that the bot never gave anybody a button or a form for, and what they may not change. */

export const ONLY_SECRETARIAT = '恐れ入りますが、この操作は事務局が行います。事務局にご相談ください。';
export const ONLY_RECORDER =
  '恐れ入りますが、この記録を変更できるのは、記録した人と事務局です。事務局にご相談ください。';
export const ONLY_MEMBER =
  '恐れ入りますが、会議の内容をご覧になれるのは、その会議体の委員と、記録した人、事務局です。事務局にご相談ください。';
export const ONLY_STAFF = '恐れ入りますが、このボットは市の職員のためのものです。';
export const NOWHERE = '11111111-1111-4111-8111-111111111111';

/** A workspace with one meeting, recorded by the secretariat. */
export type Scene = {
  readonly practice: Practice;
  readonly told: Message;
  readonly meetingId: string;
  readonly body: string;
};

export const startScene = async (options: Parameters<typeof startPractice>[0] = {}): Promise<Scene> => {
  const practice = await startPractice(options);
  const told = await recordByForm(practice, {});
  const [meetingId = ''] = await meetingIds(practice);
  return { practice, told, meetingId, body: await bodyId(practice, '協働推進本部会議') };
};

/** Everything of the record but the audit lines. */
const wholeRecord = ({ practice }: Scene) =>
  rowsOf(
    practice,
    `select (select json_agg(m order by id) from meeting m) as meetings,
       (select json_agg(i order by meeting_id, position) from agenda_item i) as items,
       (select json_agg(b order by body_id, fiscal_year) from body_year b) as bodies,
       (select json_agg(d) from did_not_meet d) as none,
       (select count(*) from submission) as submissions,
       (select count(*) from delivery) as messages`,
  );

/** Has `act` done and gives the audit lines it leaves of `person`. Nothing else of the record may have changed. */
export const noted = async (
  scene: Scene,
  person: string,
  act: () => Promise<unknown>,
): Promise<readonly unknown[]> => {
  const before = await wholeRecord(scene);
  const known = (await auditOf(scene.practice, person)).length;
  await act();
  expect(await wholeRecord(scene)).toEqual(before);
  return (await auditOf(scene.practice, person)).slice(known);
};

/** Every button by its action id, with the value it bears. */
export const buttonsOf = ({ meetingId, body }: Scene): Readonly<Record<string, string>> => ({
  'meeting.open': 'new',
  'meeting.edit': meetingId,
  'meeting.contents': meetingId,
  'meeting.cancel': meetingId,
  'meeting.contents.show': meetingId,
  'meeting.confirm': meetingId,
  'meeting.held': meetingId,
  'meeting.take-back-held': meetingId,
  'meeting-list.previous': '2026:1',
  'meeting-list.next': '2026:1',
  'did-not-meet.open': 'new',
  'did-not-meet.cancel': `${body}:2026`,
  'body-list.open': 'new',
  'body.open': 'new',
  'body.change': body,
  'body-list.previous': '1',
  'body-list.next': '1',
  'audit.open': 'new',
  'audit.previous': '1',
  'audit.next': '1',
  'audit.row': 'settings:1',
  'audit.previous.row': 'settings:1',
  'audit.next.row': 'settings:1',
});

/** Sends the press of a button that this person need not have before them. */
export const pressForged = async (
  scene: Scene,
  person: string,
  action: string,
  value = buttonsOf(scene)[action],
): Promise<void> => {
  await scene.practice.slack.person(person).pressRaw({
    in: scene.told,
    action: { type: 'button', block_id: 'forged', action_id: action, value },
  });
};

/** The fields of 会議を記録, rightly filled. */
export const meetingFields = ({ body }: Scene) => ({
  bodyId: chosen(body),
  way: chosen('onsite'),
  heldOn: picked('2026-09-01'),
  precision: chosen('day'),
  items: typed('偽の案件'),
});

/** Every form by its callback id: what it carries, its fields, and the one at which a sentence about it all stands. */
const forms = (scene: Scene) => {
  const { meetingId, body } = scene;
  const metadata = { meetingId, revision: 1 };
  const reason = { reason: typed('理由') };
  return {
    'meeting.record': { at: 'bodyId', metadata: {}, fields: meetingFields(scene) },
    'meeting.edit': { at: 'bodyId', metadata, fields: meetingFields(scene) },
    'meeting.contents': { at: 'time', metadata, fields: { time: typed('10時') } },
    'meeting.cancel': { at: 'reason', metadata, fields: reason },
    'did-not-meet.record': {
      at: 'subject',
      metadata: {},
      fields: { subject: chosen(`body:${body}`), fiscalYear: typed('2024') },
    },
    'did-not-meet.cancel': {
      at: 'reason',
      metadata: { kind: 'body', id: body, fiscalYear: 2026 },
      fields: reason,
    },
    'body.register': {
      at: 'name',
      metadata: { bodyId: body },
      fields: {
        name: typed('乗っ取り'),
        fiscalYear: typed('2026'),
        kind: chosen('meeting'),
        section: chosen('meetings'),
        recordableBy: chosen('promoters'),
      },
    },
  } as const;
};

export type FormName = keyof ReturnType<typeof forms>;

/** Sends a form that this person never opened; what stands in red, by the name of the field where it should. */
export const submitForged = async (scene: Scene, person: string, name: FormName): Promise<unknown> => {
  const { at, ...form } = forms(scene)[name];
  const sent = submission(person, { id: `V${person}${name}`, callbackId: name, ...form });
  const answer = JSON.parse((await post(scene.practice, sent)).body);
  return answer.response_action === 'errors' && Object.keys(answer.errors).join() === at
    ? answer.errors[at]
    : answer;
};
