import type { Actor } from '../actor.ts';
import { may } from '../permission.ts';
import type { OccasionRecord } from './record.ts';

/**
 * Editing, cancelling, contents, reception code of a meeting or training: who is neither promoter nor secretariat any more may
 * change nothing, even of their own.
 */
export const mayChangeOccasion = (
  actor: Actor,
  { recordedBy, recordedFor }: Pick<OccasionRecord, 'recordedBy' | 'recordedFor'>,
): boolean => may(actor, 'change-record', { owner: recordedBy, ...recordedFor });
