import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { hasRoom } from '../../src/db/disk-room.ts';

test('a disk with less room than is needed has none', async () => {
  expect([await hasRoom(tmpdir(), 1), await hasRoom(tmpdir(), Number.MAX_SAFE_INTEGER)]).toEqual([
    true,
    false,
  ]);
});

test('a directory that is not there is no answer', async () => {
  await expect(hasRoom('/nowhere/at/all')).rejects.toThrow('ENOENT');
});
