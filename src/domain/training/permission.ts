import type { Actor } from '../actor.ts';
import { may, postToRecordFor } from '../permission.ts';
import type { TrainingSession } from './training.ts';

/** Recording a 研修: for the own section or department; the secretariat for all. */
export const mayRecordTraining = (actor: Actor): boolean =>
  may(actor, 'record-training', postToRecordFor(actor));

/** Editing, cancelling, contents, reception code of a 研修. */
export const mayChangeTraining = (
  actor: Actor,
  { recordedBy, recordedFor }: Pick<TrainingSession, 'recordedBy' | 'recordedFor'>,
): boolean => may(actor, 'change-record', { owner: recordedBy, ...recordedFor });
