import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { bodyId, WORKSPACE, withDatabase } from './steps.ts';

/** A small city with the members of 本部会議, of whom one has no Slack and one is 不在 from 20 to 25 November 2026. */

export const CHAIR = 'U0CHAIR';
export const WELFARE = 'U0WELFARE';
export const AWAY = 'U0TRAVELLER';
/** 通知も受ける人 of the chair. */
export const COPIED = 'U0COPIED';
export const BODY = '協働推進本部会議';

const MEMBERS = [
  ['副市長', '髙田 一郎', CHAIR, 'chair', [COPIED]],
  ['福祉部長', '架空 花子', WELFARE, 'member', []],
  ['環境部長', '紙山 とおる', null, 'member', []],
  ['教育部長', '旅野 遠', AWAY, 'member', []],
] as const;

export const startWrittenCity = async (
  now: string,
  options: Parameters<typeof startPractice>[0] = {},
): Promise<Practice> => {
  const practice = await startPractice({
    ...options,
    now,
    people: [
      ...MEMBERS.flatMap(([, name, id]) => (id === null ? [] : [{ id, real_name: name }])),
      { id: COPIED, real_name: '秘書 次郎' },
    ],
  });
  const body = await bodyId(practice, BODY);
  const at = practice.clock.now();
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at } as const;
  await withDatabase(practice, (db) =>
    db.act(act, async (record) => {
      for (const [index, [title, name, slackId, office, copiedTo]] of MEMBERS.entries()) {
        const personId = crypto.randomUUID();
        await record.people.create([{ id: personId, slackId, email: null, name }], at);
        const facts = { bodyId: body, personId, title, office, position: index + 1, copiedTo, proxies: [] };
        const term = { startsOn: localDate('2026-04-01'), endsOn: null };
        await record.bodyMembers.create(crypto.randomUUID(), { ...facts, ...term }, { by: SECRETARY, at });
        if (slackId === AWAY)
          await record.awayPeriods.create(
            {
              id: crypto.randomUUID(),
              personId,
              startsOn: localDate('2026-11-20'),
              endsOn: localDate('2026-11-25'),
              recordedBy: AWAY,
            },
            at,
          );
      }
      return succeed(null);
    }),
  );
  return practice;
};
