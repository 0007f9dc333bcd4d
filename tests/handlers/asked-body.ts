import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import type { MemberOffice } from '../../src/domain/body/member.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { putWrittenMeeting } from '../support/asked-written-meetings.ts';
import { type Practice, startPractice } from '../support/practice.ts';
import { pressAnywhere } from './asked-city.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from './steps.ts';

/** 協働推進本部会議 with four members, of whom something is asked in writing. */

export const CHAIR = 'U0CHAIR';
export const GENERAL = 'U0GENERAL';
export const WELFARE = 'U0WELFARE';

/** In their order; the last has no Slack. */
const SEATS: readonly {
  readonly slackId: string | null;
  readonly name: string;
  readonly title: string;
  readonly office: MemberOffice;
}[] = [
  { slackId: CHAIR, name: '髙田 一郎', title: '副市長', office: 'chair' },
  { slackId: GENERAL, name: '架空 太郎', title: '総務部長', office: 'member' },
  { slackId: WELFARE, name: '架空 花子', title: '福祉部長', office: 'member' },
  { slackId: null, name: '紙山 とおる', title: '会計管理者', office: 'member' },
];

const seat = (db: Database, body: string) =>
  db.act(
    { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'seat', at: new Date(0) },
    async (record) => {
      for (const [index, { slackId, name, title, office }] of SEATS.entries()) {
        const person = await record.people.keep(
          { kind: 'new', facts: { slackId, email: null, name } },
          new Date(0),
        );
        const member = {
          bodyId: body,
          personId: person.id,
          title,
          office,
          position: (index + 1) * 10,
          copiedTo: [],
          proxies: [],
          startsOn: localDate('2026-04-01'),
          endsOn: null,
        };
        await record.bodyMembers.create(randomUUID(), member, { by: 'cli:test', at: new Date(0) });
      }
      return succeed(null);
    },
  );

/** The practice with these members. */
export const startAskedBody = async (
  now = '2026-11-24T10:00:00+09:00',
  options: Parameters<typeof startPractice>[0] = {},
): Promise<Practice> => {
  const people = SEATS.flatMap(({ slackId, name }) =>
    slackId === null
      ? []
      : [{ id: slackId, real_name: name, email: `${slackId.toLowerCase()}@city.example` }],
  );
  const practice = await startPractice({ ...options, now, people: [...people, ...(options.people ?? [])] });
  const headquarters = await bodyId(practice, '協働推進本部会議');
  await withDatabase(practice, (db) => seat(db, headquarters));
  return practice;
};

/** Asks them two 案件 at the moment it is, the first for deliberation, until Thu 2026-12-10; gives the id of the 書面開催. */
export const askBody = async (
  practice: Practice,
  facts: Partial<Parameters<typeof putWrittenMeeting>[3]> = {},
): Promise<string> => {
  const headquarters = await bodyId(practice, '協働推進本部会議');
  return withDatabase(practice, (db) =>
    putWrittenMeeting(db, WORKSPACE, practice.clock.now(), { bodyId: headquarters, ...facts }),
  );
};

/** Fills and sends 書面開催に回答 or 代理入力 for the `position`th 回答者. */
export const answerInWriting = async (
  practice: Practice,
  person: string,
  ballot: { readonly meeting: string; readonly position: number },
  entries: Readonly<Record<string, string>>,
): Promise<void> => {
  const value = `${ballot.meeting}:${ballot.position}`;
  const form = await pressAnywhere(practice, person, 'written-answer.open', value);
  await form.fill(entries);
  const { form: kept, errors } = await form.submit();
  if (Object.keys(errors).length > 0) throw new Error(`not kept: ${JSON.stringify(errors)}`);
  await kept?.close({ all: true });
};

/** What was answered for a 回答者, the oldest first. */
export const writtenAnswersOf = (
  practice: Practice,
  { meeting, position }: { readonly meeting: string; readonly position: number },
) =>
  rowsOf(
    practice,
    `select a.by, a.proxy_name as proxy, a.received_by as way, a.received_on::text as day,
       string_agg(v.position || ' ' || v.choice || ' ' || v.opinion, '/' order by v.position) as votes
     from written_answer a join written_vote v on v.meeting_id = a.meeting_id and v.voter = a.voter and v.number = a.number
     where a.meeting_id = $1 and a.voter = $2 group by a.by, a.proxy_name, a.received_by, a.received_on, a.number
     order by a.number`,
    [meeting, position],
  );

/** What a button about a 回答者 opens: 書面開催に回答, 代理入力, or what was answered. */
export const openBallot = (
  practice: Practice,
  person: string,
  { meeting, position }: { readonly meeting: string; readonly position: number },
  how: 'open' | 'again' | 'show' | 'copy' = 'open',
) => pressAnywhere(practice, person, `written-answer.${how}`, `${meeting}:${position}`);
