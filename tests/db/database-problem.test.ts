import { createServer, type Server } from 'node:net';
import { TLSSocket } from 'node:tls';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { connectionTo } from '../../src/db/connection-url.ts';
import { DatabaseError } from '../../src/db/database-problem.ts';
import { lookAtDatabase } from '../../src/db/migrate/migrate.ts';
import type { DatabaseProblem } from '../../src/domain/database-problem.ts';
import { databaseSentence } from '../../src/texts/database.ts';
import { SELF_SIGNED } from '../support/self-signed.ts';

const SECRET = 'geheim';
const { connection } = inject('databaseServer');
const SOCKET = encodeURIComponent(connection.host);

const thrownBy = async (url: string): Promise<DatabaseError> => {
  const error: unknown = await lookAtDatabase(connectionTo(url)).catch((reason: unknown) => reason);
  if (!(error instanceof DatabaseError)) throw new Error(`no DatabaseError: ${error}`);
  return error;
};

/** Listens on a port of this machine until the test is over. */
const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

describe('what stands in the way is named, with the variable to look at and without the password', () => {
  const told = async (url: string, kind: DatabaseProblem['kind'], words: string): Promise<void> => {
    const error = await thrownBy(url);
    expect(error.problem.kind).toBe(kind);
    const sentence = databaseSentence(error.problem);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/DATABASE_URL/u);
    expect(sentence + error.message).not.toContain(SECRET);
    expect(sentence).not.toMatch(/[a-z]{4,} [a-z]{4,} [a-z]{3,}/u);
  };

  test.each<[string, string, DatabaseProblem['kind'], string]>([
    [
      'an unknown host',
      `nowhere.invalid:5432/kyodo?sslmode=disable`,
      'unknown-host',
      'ホスト名が見つかりません',
    ],
    ['a closed port', '127.0.0.1:1/kyodo', 'not-listening', 'ポート番号'],
    ['a closed port of a host with two addresses', 'localhost:1/kyodo', 'not-listening', 'ポート番号'],
  ])('%s', async (_what, place, kind, words) => {
    await told(`postgres://kyodo:${SECRET}@${place}`, kind, words);
  });

  test.each<[string, string, DatabaseProblem['kind'], string]>([
    ['a socket that is not there', 'kyodo?user=kyodo&host=%2Fnowhere', 'no-socket', 'ソケットがありません'],
    [
      'an unknown database',
      `nowhere?user=kyodo&host=${SOCKET}`,
      'unknown-database',
      'その名前のデータベース',
    ],
    ['a user who is not let in', `kyodo?user=stranger&host=${SOCKET}`, 'not-let-in', '認めませんでした'],
    [
      'a server without TLS',
      `kyodo?user=kyodo&host=${SOCKET}&sslmode=verify-full`,
      'no-tls',
      'sslmode=disable',
    ],
    [
      'a certificate file that is not there',
      `kyodo?user=kyodo&host=${SOCKET}&sslmode=verify-full&sslrootcert=/nowhere.pem`,
      'certificate-file',
      'sslrootcert',
    ],
  ])('%s', async (_what, place, kind, words) => {
    await told(`postgres:///${place}`, kind, words);
  });

  test('something else than PostgreSQL', async () => {
    const port = await listen(createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const { problem } = await thrownBy(`postgres://kyodo:${SECRET}@127.0.0.1:${port}/kyodo`);
    expect(['not-listening', 'unclear']).toContain(problem.kind);
  });

  test('a certificate that nobody vouches for', async () => {
    const port = await listen(
      createServer((socket) => {
        socket.on('error', () => {});
        socket.once('data', () => {
          socket.write('S');
          new TLSSocket(socket, { isServer: true, ...SELF_SIGNED }).on('error', () => {});
        });
      }),
    );
    await told(
      `postgres://kyodo:${SECRET}@127.0.0.1:${port}/kyodo?sslmode=verify-full`,
      'certificate',
      '証明書を確かめられません',
    );
  });
});
