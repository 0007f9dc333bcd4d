import type { Installation } from '../../src/db/installations.ts';

/** An installation in a workspace (`T…`) or an organisation (`E…`), with tokens that are none. */
export const installationOf = (id: string, facts: Partial<Installation> = {}): Installation => ({
  id,
  kind: id.startsWith('E') ? 'organisation' : 'workspace',
  botToken: new Uint8Array([1, 2, 3]),
  keyId: '01234567',
  botId: `B${id}`,
  botUserId: `U${id}`,
  appId: 'A0KYODO',
  scopes: ['commands', 'chat:write'],
  installedBy: 'U0INSTALLER',
  installedAt: new Date('2026-12-01T09:00:00+09:00'),
  ...facts,
});
