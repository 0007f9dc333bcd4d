import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { connectionTo } from '../../src/db/connection-url.ts';
import { configText } from '../../src/texts/config.ts';

describe('the way to a database is encrypted and checked', () => {
  const SAFE = 'sslmode=verify-full';
  test.each([
    ['to another host', 'postgres://k:p@db.example.jp/kyodo', `postgres://k:p@db.example.jp/kyodo?${SAFE}`],
    ['to an address', 'postgres://k@192.168.1.5:5433/kyodo', `postgres://k@192.168.1.5:5433/kyodo?${SAFE}`],
    ['whatever other words mean', 'postgres://k@db/kyodo?sslmode=require', `postgres://k@db/kyodo?${SAFE}`],
    ['with a certificate of their own', `postgres://k@db/kyodo?${SAFE}&sslrootcert=/c.pem`, undefined],
    ['unless told otherwise', 'postgres://k@db/kyodo?sslmode=disable', undefined],
    ['unless told not to check', 'postgres://k@db/kyodo?sslmode=no-verify', undefined],
    ['but not inside this machine', 'postgres://k@127.0.0.1/kyodo', undefined],
    ['nor by its name', 'postgres://k@localhost/kyodo', undefined],
    ['nor in IPv6', 'postgres://k@[::1]/kyodo', undefined],
    ['nor over a socket', 'postgres:///kyodo?user=k&host=%2Fvar%2Frun%2Fpostgresql', undefined],
    ['nor over a socket in the place of the host', 'postgres://k@%2Fvar%2Frun/kyodo', undefined],
  ])('%s', (_what, url, becomes) => {
    expect(connectionTo(url)).toEqual({ connectionString: becomes ?? url });
  });

  test('a word that means nothing is refused', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://k@db/kyodo?sslmode=on' })).toThrow(
      configText.sslMode,
    );
  });
});
