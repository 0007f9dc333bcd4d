import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { Prismatic } from './client.ts';
import { digestOf } from './digest.ts';
import { atLast } from './own-transaction.ts';
import type { Act } from './transact.ts';

/** A form as it was submitted: `key`, its idempotency key, is the same for a repeated submit, `content` is what was typed. */
type Filled = {
  readonly key: string;
  readonly content: unknown;
  /** Whether the same form with other words changes what it wrote, as one does to which people come back from a preview. */
  readonly changes?: boolean;
};

/** A form that answers a question which another form of the same person came to, by the key of that one. */
type Answer = { readonly key: string; readonly answers: string };

export type Submitted = Filled | Answer;

/** The form was recorded before, with other words than those that came now. */
export type AlreadyRecorded = { readonly kind: 'already-recorded' };

/** How long the outcome of a form is kept to be told again: nobody sends a form again after a day. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** How many older outcomes are thrown away with each form. */
const CLEARED_AT_ONCE = 100;

const Taken = z.tuple([
  z.object({ digest: z.string(), outcome: z.instanceof(Uint8Array).nullable(), isNew: z.boolean() }),
]);

/**
 * Takes the key of a form until the transaction ends, and says what was kept under it. One statement: who inserts a key that another
 * transaction has inserted waits for that one, and then has its row before him. A row that was not there has not been locked before
 * it was written (xmax).
 */
const take = async (
  prisma: Prismatic,
  workspaceId: string,
  { key, digest, at }: { readonly key: string; readonly digest: string; readonly at: Date },
): Promise<z.infer<typeof Taken>[0]> => {
  const [taken] = Taken.parse(
    await prisma.$queryRaw`
      insert into submission (workspace_id, key, digest, created_at)
      values (${workspaceId}, ${key}, ${digest}, ${at})
      on conflict (workspace_id, key) do update set digest = submission.digest
      returning digest, outcome, xmax = 0 as "isNew"`,
  );
  return taken;
};

/** Keeps what a form came to. Outcomes that nobody asks for any more are thrown away; those under another's hands are left to it. */
const keep = async (
  prisma: Prismatic,
  workspaceId: string,
  {
    key,
    digest,
    outcome,
    at,
  }: { readonly key: string; readonly digest: string; readonly outcome: unknown; readonly at: Date },
): Promise<void> => {
  const before = new Date(at.getTime() - KEPT_MS);
  await prisma.$executeRaw`
    with old as (
      select workspace_id, key from submission
      where workspace_id = ${workspaceId} and created_at < ${before} and outcome is not null and key <> ${key}
      limit ${CLEARED_AT_ONCE} for update skip locked
    ), cleared as (
      update submission set outcome = null where (workspace_id, key) in (select workspace_id, key from old)
    )
    update submission set digest = ${digest}, outcome = ${new Uint8Array(serialize(outcome))}, created_at = ${at}
    where workspace_id = ${workspaceId} and key = ${key}`;
};

/**
 * Runs `work` of a submitted form inside its transaction, once: `key` is taken before anything is looked at, so that the same
 * form arriving meanwhile waits, in whatever process, and then gets what the first one got. `earlier` is what `work`
 * gave when the same form was recorded with other words, or, to an answer, what the form came to that asked; what the answer
 * comes to stands in its place. A refusal is not remembered. `beside` asks what is sent together with the key, and is to be looked at after it:
 * PostgreSQL answers in the order in which it was asked.
 */
export const onceOf = async <T, P>(
  prisma: Prismatic,
  act: Pick<Act, 'actor' | 'at'>,
  form: Submitted | undefined,
  work: (earlier: T | undefined) => Promise<Result<T, P>>,
  beside?: () => void,
): Promise<Result<T, P | AlreadyRecorded>> => {
  if (form === undefined) return work(undefined);
  if ('answers' in form) {
    const { key, answers } = form;
    const asking = { key: answers, content: { answered: answers }, changes: true };
    return onceOf(prisma, act, { key, content: answers }, () => onceOf(prisma, act, asking, work));
  }
  const {
    actor: { id, workspaceId },
    at,
  } = act;
  const { content, changes = false } = form;
  const key = `${id} ${form.key}`;
  const digest = digestOf(content);
  const taking = take(prisma, workspaceId, { key, digest, at });
  beside?.();
  const taken = await taking;
  const told: { readonly value: T } | undefined =
    taken.outcome === null ? undefined : { value: deserialize(taken.outcome) };
  if (taken.digest === digest && told !== undefined) return succeed(told.value);
  if (!taken.isNew && !changes) return refuse({ kind: 'already-recorded' });
  const done = await work(told?.value);
  if (!done.ok) return done;
  atLast(prisma, keep(prisma, workspaceId, { key, digest, outcome: done.value, at }));
  return done;
};
