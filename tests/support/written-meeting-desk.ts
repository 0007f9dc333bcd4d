import { randomUUID } from 'node:crypto';
import { type Actor, plainStaff } from '../../src/domain/actor.ts';
import type { BodyRules } from '../../src/domain/body/body.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { MeetingDraft } from '../../src/domain/meeting/meeting.ts';
import { succeed } from '../../src/domain/result.ts';
import { type Choice, WrittenAnswerDraft } from '../../src/domain/written-meeting/answer.ts';
import { WrittenMeetingDraft } from '../../src/domain/written-meeting/written-meeting.ts';
import { recordMeeting } from '../../src/services/meeting/record.ts';
import type { ServiceDeps } from '../../src/services/service-deps.ts';
import { answerWrittenMeeting, type OpenedBallot } from '../../src/services/written-meeting/answer.ts';
import { openWrittenMeeting } from '../../src/services/written-meeting/open.ts';
import { saveWrittenMeeting } from '../../src/services/written-meeting/save.ts';
import type { Files } from '../../src/slack/files.ts';
import { type Desk, openDesk } from './desk.ts';

/** Two 案件, the first for deliberation. */
const ITEMS = '市の調査・検討について(審議)\n年間スケジュールについて';

/** A member of the body, `U0M1` the chair. */
export type Seat = { readonly personId: string; readonly memberId: string; readonly actor: Actor };

export type WrittenDesk = Desk & {
  /** Slack has none. */
  readonly files: Files;
  readonly bodyId: string;
  readonly seats: readonly Seat[];
  readonly seat: (position: number) => Seat;
  /** Another key for each form. */
  readonly nextKey: () => string;
  readonly draftOf: (facts?: Partial<Record<string, unknown>>) => WrittenMeetingDraft;
  /** Saves and opens a 書面開催 that is due on Thu 2023-08-10; gives its id. */
  readonly begin: (facts?: Partial<Record<string, unknown>>) => Promise<string>;
  /** What a 回答者 says to the 案件 in the versions they have, as somebody opened the form. */
  readonly say: (
    meetingId: string,
    position: number,
    choices: readonly Choice[],
    how?: {
      readonly by?: Actor;
      readonly opened?: Partial<OpenedBallot>;
      readonly key?: string;
      readonly received?: object;
      readonly deps?: ServiceDeps;
    },
  ) => ReturnType<typeof answerWrittenMeeting>;
};

/** The desk on Wed 2023-07-26 with a body of so many members, the last without Slack. */
export const openWrittenDesk = async (members = 4, rules: Partial<BodyRules> = {}): Promise<WrittenDesk> => {
  const desk = await openDesk('2023-07-26T10:00:00+09:00');
  const { record, clock, db, workspaceId, secretary } = desk;
  const at = clock.now();
  const [body] = await record.bodies.nameable(2023);
  if (body === undefined) throw new Error('a new workspace has bodies');
  const seats = Array.from({ length: members }, (_, index): Seat => {
    const slackId = `U0M${index + 1}`;
    const personId = randomUUID();
    const actor = { ...plainStaff(workspaceId, slackId), personId, memberOf: [body.id] };
    return { personId, memberId: randomUUID(), actor };
  });
  const seated = await db.act(
    { actor: secretary, action: 'seat members', at },
    async ({ people, bodyMembers, bodies }) => {
      const { id: _, since: __, ...facts } = body;
      await bodies.putYear(body.id, 2023, { ...facts, ...rules }, false);
      for (const [index, { personId, memberId, actor }] of seats.entries()) {
        const slackId = index === members - 1 ? null : actor.id;
        await people.create([{ id: personId, slackId, email: null, name: `委員${index + 1}` }], at);
        const member = {
          bodyId: body.id,
          personId,
          title: `第${index + 1}部長`,
          office: index === 0 ? ('chair' as const) : ('member' as const),
          position: (index + 1) * 10,
          copiedTo: [],
          proxies: [],
          startsOn: localDate('2023-04-01'),
          endsOn: null,
        };
        await bodyMembers.create(memberId, member, { by: secretary.id, at });
      }
      return succeed(null);
    },
  );
  if (!seated.ok) throw new Error('not seated');
  let keys = 0;
  const nextKey = (): string => {
    keys += 1;
    return `form-${keys}`;
  };
  const draftOf = (facts: Partial<Record<string, unknown>> = {}): WrittenMeetingDraft =>
    WrittenMeetingDraft.parse({
      bodyId: body.id,
      items: ITEMS,
      dueOn: '2023-08-10',
      voters: seats.slice(0, -1).map(({ actor }) => actor.id),
      votersWithoutSlack: `委員${members}`,
      sending: 'now',
      ...facts,
    });
  const seat = (position: number): Seat => {
    const found = seats[position - 1];
    if (found === undefined) throw new Error(`nobody sits at ${position}`);
    return found;
  };
  const files: Files = { read: async () => ({ ok: false, problem: 'gone' }) };
  return {
    ...desk,
    files,
    bodyId: body.id,
    seats,
    seat,
    nextKey,
    draftOf,
    begin: async (facts) => {
      const meetingId = randomUUID();
      const form = { key: nextKey(), draft: draftOf(facts) };
      const saved = await saveWrittenMeeting({ ...desk, files }, { meetingId, revision: 0 }, form, secretary);
      if (!saved.ok) throw new Error(`not saved: ${saved.error.kind}`);
      const sending = { key: nextKey(), draft: 'now' } as const;
      const opened = await openWrittenMeeting(desk, { meetingId, ...saved.value }, sending, secretary);
      if (!opened.ok) throw new Error(`not opened: ${opened.error.kind}`);
      return meetingId;
    },
    say: async (meetingId, position, choices, { by, opened, key, received, deps = desk } = {}) => {
      const meeting = await record.writtenMeetings.find(meetingId);
      const actor = by ?? seat(position).actor;
      const draft = WrittenAnswerDraft.parse({
        ...Object.fromEntries(
          choices.flatMap((choice, index) => [
            [`item${index + 1}`, choice],
            [`opinion${index + 1}`, choice === 'agree' ? '' : `意見${index + 1}`],
          ]),
        ),
        ...(actor.isSecretariat ? { receivedBy: 'paper', receivedOn: '2023-07-26' } : {}),
        ...received,
      });
      const form: OpenedBallot = {
        meetingId,
        position,
        as: actor.isSecretariat ? 'on-behalf' : 'own',
        versions: meeting?.items.map(({ version }) => version) ?? [],
        answers: (await record.writtenAnswers.answersOf(meetingId, position)).length,
        ...opened,
      };
      return answerWrittenMeeting(deps, form, { key: key ?? nextKey(), draft }, actor);
    },
  };
};

/** Records a 予定 in writing for Thu 2023-08-10, to be prepared from 20 July on; gives its id. */
export const planInWriting = async (desk: WrittenDesk): Promise<string> => {
  const draft = MeetingDraft.parse({
    bodyId: desk.bodyId,
    way: 'written',
    heldOn: '2023-08-10',
    precision: 'until',
    items: '年間スケジュールについて',
  });
  const recorded = await recordMeeting(desk, { key: desk.nextKey(), draft }, desk.secretary);
  if (!recorded.ok) throw new Error(recorded.error.kind);
  const [planned] = await desk.record.meetings.ofYear(2023);
  if (planned === undefined) throw new Error('it is recorded');
  return planned.id;
};
