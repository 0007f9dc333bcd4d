import { createMemory } from './ask-once.ts';
import type { ActingRecord, Database, WorkspaceRecord } from './database.ts';
import { over } from './lazily.ts';
import { recordOfRequest } from './request-record.ts';

/** The record of one request. */
export type RequestDatabase = Database & {
  /**
   * Whether what was shown before may no longer be so: a row was changed through it, or a form was to be kept, which is refused where
   * another has changed the row meanwhile. What is only opened or listed is an act too, and changes nothing; nor does one who may not.
   */
  readonly hasActed: () => boolean;
};

/**
 * The record as one request reads it: what several parts of its answer ask for is asked for once. It is made for the request
 * and goes with it. An act sees what it writes, for it has tables of its own; after it everything is asked anew, also by who
 * has had the record since before; so it is after a question that failed.
 */
export const databaseOfRequest = (db: Database): RequestDatabase => {
  const records = new Map<string, WorkspaceRecord>();
  const memory = createMemory();
  let hasActed = false;
  const noting = (record: ActingRecord): ActingRecord =>
    over(record, {
      // There is a line for each row that was changed.
      audit: (...lines) => {
        hasActed = true;
        return record.audit(...lines);
      },
    });
  const record = (workspaceId: string): WorkspaceRecord => {
    const known = records.get(workspaceId) ?? recordOfRequest(db.record(workspaceId), memory);
    records.set(workspaceId, known);
    return known;
  };
  return {
    ...db,
    record,
    hasActed: () => hasActed,
    look: (act, work) => db.look(act, () => work(record(act.actor.workspaceId))),
    act: (act, work) => db.act(act, (acting) => work(noting(acting))).finally(memory.forgetAll),
    submit: async (...asked) => {
      const outcome = await db.submit(...asked).finally(memory.forgetAll);
      hasActed ||= outcome.ok || outcome.error.kind !== 'not-allowed';
      return outcome;
    },
  };
};
