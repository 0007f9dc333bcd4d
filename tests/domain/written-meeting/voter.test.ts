import { describe, expect, test } from 'vitest';
import { type Actor, plainStaff } from '../../../src/domain/actor.ts';
import type { BodyRules } from '../../../src/domain/body/body.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { refuse } from '../../../src/domain/result.ts';
import { votersOf, votesAs } from '../../../src/domain/written-meeting/voter.ts';
import { aVoter, memberOf } from '../../support/written-meetings.ts';

const CHAIR = aVoter(1);
const SECOND = aVoter(2);
const ON_PAPER = aVoter(3, { slackId: null, name: '豊中 太郎' });
const members = [CHAIR, SECOND, ON_PAPER].map((voter) => memberOf(voter));

describe('回答者', () => {
  test('are asked in the order of the members, with their 職名 and 役', () => {
    expect(votersOf({ voters: ['U0VOTER2', 'U0VOTER1'], votersWithoutSlack: '豊中太郎\n' }, members)).toEqual(
      { ok: true, value: [CHAIR, SECOND, ON_PAPER] },
    );
  });

  test('are counted anew where a member is left out', () => {
    const asked = votersOf({ voters: ['U0VOTER2'], votersWithoutSlack: '' }, members);
    expect(asked.ok && asked.value).toEqual([{ ...SECOND, position: 1 }]);
  });

  test.each([
    [
      { voters: [], votersWithoutSlack: '' },
      { field: 'voters', kind: 'no-voters' },
    ],
    [
      { voters: ['U0VOTER1', 'U0OTHER'], votersWithoutSlack: '' },
      { field: 'voters', kind: 'not-members', named: ['U0OTHER'] },
    ],
    [
      { voters: ['U0VOTER1'], votersWithoutSlack: '豊中 次郎' },
      { field: 'votersWithoutSlack', kind: 'not-members', named: ['豊中 次郎'] },
    ],
  ] as const)('%j are none', (named, problem) => {
    expect(votersOf(named, members)).toEqual(refuse(problem));
  });
});

describe('who answers for a 回答者', () => {
  const SUCCESSOR = aVoter(9, { title: SECOND.title, slackId: 'U0SUCCESSOR' });
  const person = (slackId: string, personId: string | null, isSecretariat = false): Actor => ({
    ...plainStaff('T0CITY', slackId),
    personId,
    isSecretariat,
  });
  const SELF = person('U0VOTER2', SECOND.personId);
  const NEXT = person('U0SUCCESSOR', SUCCESSOR.personId);
  const AIDE = person('U0AIDE', null);
  const left = [
    members[0],
    memberOf(SECOND, { endsOn: localDate('2023-07-31'), proxies: ['U0AIDE'] }),
    memberOf(SUCCESSOR, { startsOn: localDate('2023-08-01') }),
  ].filter((member) => member !== undefined);
  const by = (actor: Actor, proxy: BodyRules['proxy'], day: string, voters = [CHAIR, SECOND]) =>
    votesAs(actor, SECOND, voters, { rules: { proxy }, members: left, day: localDate(day) });

  test.each([
    ['themselves', SELF, 'none', '2023-07-31', 'own'],
    ['themselves after they left', SELF, 'refused', '2023-08-01', 'own'],
    ['the successor', NEXT, 'allowed', '2023-08-01', 'proxy'],
    ['the successor before the first day', NEXT, 'allowed', '2023-07-31', undefined],
    ['the successor where 代理 is 認めない', NEXT, 'refused', '2023-08-01', undefined],
    ['the successor where nothing is said', NEXT, 'none', '2023-08-01', undefined],
    ['who enters for them', AIDE, 'none', '2023-08-01', 'on-behalf'],
    ['the secretariat', person('U0JIMU', null, true), 'none', '2023-08-01', 'on-behalf'],
    ['another 回答者', person('U0VOTER1', CHAIR.personId), 'allowed', '2023-08-01', undefined],
    ['somebody', person('U0OTHER', null), 'allowed', '2023-08-01', undefined],
  ] as const)('%s', (_who, actor, proxy, day, as) => {
    expect(by(actor, proxy, day)).toBe(as);
  });

  test('who joined with another 職名 is no successor', () => {
    const joined = memberOf({ ...SUCCESSOR, title: '会計管理者' });
    const body = { rules: { proxy: 'allowed' }, members: [joined], day: localDate('2023-08-01') } as const;
    expect(votesAs(NEXT, SECOND, [CHAIR, SECOND], body)).toBeUndefined();
  });

  test('a successor who is asked for themselves has one voice', () => {
    expect(by(NEXT, 'allowed', '2023-08-01', [CHAIR, SECOND, SUCCESSOR])).toBeUndefined();
  });
});
