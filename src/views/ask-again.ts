import type { ModalView } from '@slack/types';
import { AGAIN_SENDINGS } from '../domain/delivery/ask-again.ts';
import { AGAIN_WORD, INQUIRY_BUTTON, INQUIRY_LABEL } from '../texts/inquiry.ts';
import { form, paragraph, radioField } from './blocks.ts';

/** もう一度お願いする: what is asked of how many (`lead`), and when they are told. */
export const askAgainForm = (callbackId: string, lead: readonly string[], metadata: unknown): ModalView =>
  form(
    INQUIRY_BUTTON.again,
    callbackId,
    '送信する',
    [
      paragraph(lead.join('\n')),
      radioField({
        name: 'sending',
        label: INQUIRY_LABEL.sendingAt,
        choices: AGAIN_SENDINGS.map((value) => ({ value, text: AGAIN_WORD[value] })),
        initial: 'next-morning',
      }),
    ],
    metadata,
  );
