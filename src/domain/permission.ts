import type { Actor } from './actor.ts';
import type { Body } from './body.ts';
import type { Meeting } from './meeting.ts';

/** Recording a meeting: the secretariat any; promoters those of bodies that allow it. */
export const mayRecordMeeting = (actor: Actor, body: Body): boolean =>
  actor.role === 'secretariat' ||
  ((actor.role === 'promoter' || actor.role === 'chief') && body.recordableBy === 'promoters');

/** Editing and cancelling: the secretariat all, others what they recorded. */
export const mayChangeMeeting = (actor: Actor, meeting: Meeting): boolean =>
  actor.role === 'secretariat' || meeting.recordedBy === actor.id;

/** What only the secretariat does: bodies, 開催なし, confirming others' records. */
export const isSecretariat = (actor: Actor): boolean => actor.role === 'secretariat';
