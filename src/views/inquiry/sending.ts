import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { SENDINGS, type Sending } from '../../domain/inquiry/inquiry.ts';
import { INQUIRY_FORM, INQUIRY_HINT, INQUIRY_LABEL, SENDING_WORD } from '../../texts/inquiry.ts';
import { form, radioField } from '../blocks.ts';

/** 送信欄: forms that write to others end with it. */
export const sendingField = (initial: Sending): InputBlock =>
  radioField({
    name: 'sending',
    label: INQUIRY_LABEL.sending,
    hint: INQUIRY_HINT.sending,
    choices: SENDINGS.map((value) => ({ value, text: SENDING_WORD[value] })),
    initial,
  });

/** 送信の確認: the second view of such a form, whose submit sends. */
export const sendingConfirmation = (
  callbackId: string,
  blocks: readonly KnownBlock[],
  metadata: unknown,
): ModalView => form(INQUIRY_FORM.confirm, callbackId, '送信する', blocks, metadata);
