import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../src/domain/actor.ts';
import { isSecretariat, mayChangeMeeting, mayRecordMeeting } from '../../src/domain/permission.ts';
import { aBody, aMeeting } from '../support/meetings.ts';

const actor = (role: Role, id = 'U0SOMEONE'): Actor => ({ workspaceId: 'T0CITY', id, role, via: 'slack' });

describe('who may record meetings of a body whose 記録できる人 is', () => {
  test.each<[string, Role, boolean]>([
    ['事務局', 'secretariat', true],
    ['事務局', 'chief', false],
    ['事務局', 'promoter', false],
    ['事務局', 'staff', false],
    ['協働推進員も', 'secretariat', true],
    ['協働推進員も', 'chief', true],
    ['協働推進員も', 'promoter', true],
    ['協働推進員も', 'staff', false],
  ])('%s: %s %s', (who, role, may) => {
    const recordableBy = who === '事務局' ? 'secretariat' : 'promoters';
    expect(mayRecordMeeting(actor(role), aBody({ recordableBy }))).toBe(may);
  });
});

describe('who may edit and cancel a meeting recorded by U0PROMOTER', () => {
  test.each<[Role, string, boolean]>([
    ['secretariat', 'U0SOMEONE', true],
    ['promoter', 'U0PROMOTER', true],
    ['staff', 'U0PROMOTER', false],
    ['promoter', 'U0SOMEONE', false],
    ['staff', 'U0SOMEONE', false],
  ])('%s %s: %s', (role, id, may) => {
    expect(mayChangeMeeting(actor(role, id), aMeeting({ recordedBy: 'U0PROMOTER' }))).toBe(may);
  });
});

test('only the secretariat is the secretariat', () => {
  const roles: readonly Role[] = ['secretariat', 'chief', 'promoter', 'staff'];
  expect(roles.filter((role) => isSecretariat(actor(role)))).toEqual(['secretariat']);
});
