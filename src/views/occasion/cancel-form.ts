import type { InputBlock, ModalView } from '@slack/types';
import type { FinalActId } from '../../texts/final-act.ts';
import { CANCEL_HINT, CANCEL_LABEL, CANCEL_LEAD, occasionText } from '../../texts/occasion.ts';
import { textField } from '../blocks.ts';
import { type FinalActShown, finalActView } from '../final-act.ts';

/** Why a record is taken back. */
export const cancelReasonField = (hint: string): InputBlock =>
  textField({ name: 'reason', label: CANCEL_LABEL.reason, hint, maxLength: 300, multiline: true });

/** 記録を取り消す: how much is taken back, of which record (`what`), with a reason; `metadata` names it. */
export const cancelForm = (
  act: FinalActId,
  what: string,
  numbers: FinalActShown['numbers'],
  metadata: unknown,
): ModalView =>
  finalActView(act, {
    numbers,
    about: [CANCEL_LEAD, what],
    fields: [cancelReasonField(CANCEL_HINT)],
    metadata,
  });

/** How many messages will say that the record they tell of was taken back; nothing where none was posted. */
export const messagesToChange = (messages: number): readonly string[] =>
  messages === 0 ? [] : [occasionText.messagesToChange(messages)];
