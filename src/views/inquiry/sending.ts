import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { SENDINGS, type Sending } from '../../domain/inquiry/inquiry.ts';
import { INQUIRY_FORM, INQUIRY_HINT, INQUIRY_LABEL, SENDING_WORD } from '../../texts/inquiry.ts';
import { form, radioField } from '../blocks.ts';

/** 送信欄: forms that write to others end with it. `among` are the ways there are where it can't be kept as a draft. */
export const sendingField = (initial: Sending, among: readonly Sending[] = SENDINGS): InputBlock =>
  radioField({
    name: 'sending',
    label: INQUIRY_LABEL.sending,
    ...(among.includes('draft') ? { hint: INQUIRY_HINT.sending } : {}),
    choices: among.map((value) => ({ value, text: SENDING_WORD[value] })),
    initial,
  });

/** 送信の確認: the second view of such a form, whose submit sends. */
export const sendingConfirmation = (
  callbackId: string,
  blocks: readonly KnownBlock[],
  metadata: unknown,
  submit = '送信する',
): ModalView => form(INQUIRY_FORM.confirm, callbackId, submit, blocks, metadata);
