import type { Actor } from '../actor.ts';
import { may, postToRecordFor } from '../permission.ts';

/** Recording a 研修: for the own section or department; the secretariat for all. */
export const mayRecordTraining = (actor: Actor): boolean =>
  may(actor, 'record-training', postToRecordFor(actor));
