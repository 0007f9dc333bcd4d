import type { Button } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import { AUDIT_ROW_BUTTON } from '../texts/audit.ts';
import { button } from './blocks.ts';

/** この記録の変更: what was changed of the record of this subject, from the newest on. For the secretariat. */
export const recordChangesButton = (subject: string): Button =>
  button('audit.row', AUDIT_ROW_BUTTON, joinParts(subject, 1));
