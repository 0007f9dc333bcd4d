import pg from 'pg';
import type { DatabaseProblem } from '../domain/database-problem.ts';
import { errorCode, errorText } from './embedded/problem.ts';

/** The database cannot be used; `problem` says why, without any secret. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, options?: ErrorOptions) {
    super(`the database cannot be used: ${problem.kind}`, options);
    this.problem = problem;
  }
}

/** What the system says when nothing, or nobody, is there. */
const OF_SYSTEM: Readonly<
  Record<string, DatabaseProblem['kind'] & ('unknown-host' | 'not-listening' | 'no-answer')>
> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'not-listening',
  ECONNRESET: 'not-listening',
  EHOSTUNREACH: 'no-answer',
  ENETUNREACH: 'no-answer',
  ETIMEDOUT: 'no-answer',
};

const isCertificate = (code: string): boolean =>
  /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA)/u.test(code);

/** PostgreSQL's own codes (SQLSTATE), by code or class. */
const ofServer = (code: string): DatabaseProblem | undefined => {
  if (code.startsWith('28')) return { kind: 'not-let-in' };
  if (code === '3D000') return { kind: 'unknown-database' };
  if (code === '42501') return { kind: 'no-rights', what: ['permission denied'] };
  if (code === '53100') return { kind: 'full' };
  if (code === '53300' || code.startsWith('57P')) return { kind: 'starting' };
  return undefined;
};

const ofMessage = (message: string): DatabaseProblem | undefined => {
  if (/does not support SSL/u.test(message)) return { kind: 'no-tls' };
  if (/password must be a string/u.test(message)) return { kind: 'not-let-in' };
  if (/terminated unexpectedly/u.test(message)) return { kind: 'not-listening' };
  if (/timeout expired|connection timeout/iu.test(message)) return { kind: 'no-answer' };
  return undefined;
};

/** What `error`, thrown while the database was opened or asked, says of it. */
export const problemOfDatabase = (error: unknown): DatabaseProblem => {
  if (error instanceof AggregateError && error.errors.length > 0) return problemOfDatabase(error.errors[0]);
  const code = errorCode(error);
  const message = errorText(error);
  const system = OF_SYSTEM[code];
  if (system !== undefined) return { kind: system };
  if (code === 'ENOENT' || code === 'EACCES')
    return { kind: /connect/u.test(message) ? 'no-socket' : 'certificate-file' };
  if (isCertificate(code)) return { kind: 'certificate' };
  const told = error instanceof pg.DatabaseError ? ofServer(code) : undefined;
  return told ?? ofMessage(message) ?? { kind: 'unclear', reason: code === '' ? message : code };
};
