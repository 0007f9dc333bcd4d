import type { ActionsBlock } from '@slack/types';
import { BODY_FORM } from '../texts/body.ts';
import { DID_NOT_MEET_BUTTON } from '../texts/did-not-meet.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { button, buttons } from './blocks.ts';

/** A button for every form that only the secretariat opens. */
export const secretariatButtons = (): readonly ActionsBlock[] =>
  buttons('open', [
    button('meeting.open', MEETING_BUTTON.record, 'new', 'primary'),
    button('did-not-meet.open', DID_NOT_MEET_BUTTON, 'new'),
    button('body.open', BODY_FORM, 'new'),
  ]);
