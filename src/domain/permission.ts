import type { Actor } from './actor.ts';
import type { Body } from './body.ts';
import type { Meeting } from './meeting.ts';

const isPromoter = ({ role }: Actor): boolean => role === 'promoter' || role === 'chief';

/** Recording a meeting: the secretariat any; promoters those of bodies that allow it. */
export const mayRecordMeeting = (actor: Actor, body: Body): boolean =>
  actor.role === 'secretariat' || (isPromoter(actor) && body.recordableBy === 'promoters');

/** Editing and cancelling: the secretariat all, promoters what they recorded. Who is neither any more, nothing. */
export const mayChangeMeeting = (actor: Actor, meeting: Meeting): boolean =>
  actor.role === 'secretariat' || (isPromoter(actor) && meeting.recordedBy === actor.id);

/** What only the secretariat does: bodies, 開催なし, confirming others' records. */
export const isSecretariat = (actor: Actor): boolean => actor.role === 'secretariat';
