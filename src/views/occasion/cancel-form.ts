import type { ModalView } from '@slack/types';
import { CANCEL_FORM, CANCEL_HINT, CANCEL_LABEL, CANCEL_LEAD } from '../../texts/occasion.ts';
import { form, paragraph, textField } from '../blocks.ts';

/** 記録を取り消す of a meeting or of 開催なし: `what` says which record, `metadata` names it. */
export const cancelForm = (callbackId: string, what: string, metadata: unknown): ModalView =>
  form(
    CANCEL_FORM,
    callbackId,
    '登録する',
    [
      paragraph(`${CANCEL_LEAD}\n${what}`),
      textField({
        name: 'reason',
        label: CANCEL_LABEL.reason,
        hint: CANCEL_HINT,
        maxLength: 300,
        multiline: true,
      }),
    ],
    metadata,
  );
