import type { Actor } from '../domain/actor.ts';
import { REFUSED } from '../domain/audit.ts';
import { type Result, refuse } from '../domain/result.ts';
import type { Subject } from '../domain/subject.ts';
import { writeAuditLines } from './audit.ts';
import type { Client, Prismatic } from './client.ts';

/** Who acts, what the act is called in the audit log, when, and on which row where that is known beforehand. */
export type Act = {
  readonly actor: Actor;
  readonly action: string;
  readonly at: Date;
  readonly subject?: Subject;
  /** How long it may take before it is given up; 10 seconds unless told. */
  readonly withinMs?: number;
  /** How long it may wait for its turn before that; 5 seconds unless told. */
  readonly waitMs?: number;
};

/** Carries a refusal out of Prisma's transaction, which rolls back only when something is thrown. */
class RolledBack<P> extends Error {
  readonly problem: P;
  constructor(problem: P) {
    super('refused');
    this.problem = problem;
  }
}

/** Gives what an act came to; that somebody may not do it is noted first, by itself. */
export const notingRefusal = async <T, P extends { readonly kind: string }>(
  prisma: Client,
  { actor, action, at, subject = 'none' }: Act,
  result: Result<T, P>,
): Promise<Result<T, P>> => {
  if (!result.ok && (result.error.kind === 'not-allowed' || result.error.kind === 'outside-reach'))
    await writeAuditLines(prisma, actor, `${REFUSED}${action}`, at, [{ subject }]);
  return result;
};

/** Runs an act in one transaction: see `Database.act`. */
export const transact = async <T, P extends { readonly kind: string }>(
  prisma: Client,
  act: Act,
  work: (transaction: Prismatic) => Promise<Result<T, P>>,
): Promise<Result<T, P>> => {
  const { withinMs, waitMs } = act;
  try {
    return await prisma.$transaction(
      async (transaction) => {
        const result = await work(transaction);
        if (!result.ok) throw new RolledBack<P>(result.error);
        return result;
      },
      {
        ...(withinMs === undefined ? {} : { timeout: withinMs }),
        ...(waitMs === undefined ? {} : { maxWait: waitMs }),
      },
    );
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return notingRefusal<T, P>(prisma, act, refuse(error.problem));
  }
};
