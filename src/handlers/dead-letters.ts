import { z } from 'zod';
import { correctByReply } from '../services/correct-by-reply.ts';
import { listFailedDeliveries } from '../services/delivery/list-failed.ts';
import { openResendAll } from '../services/delivery/open-resend-all.ts';
import { resendAll } from '../services/delivery/resend-all.ts';
import { settleDeadDelivery } from '../services/delivery/settle-dead.ts';
import { deadLettersPart, resendAllForm, resentAll } from '../views/delivery/dead-letters.ts';
import { readJson } from './modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** 再送, 送らない or このままにする: the Home tab shows itself anew. */
const press =
  (deps: HandlerDeps, send: boolean) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const settled = await settleDeadDelivery(deps, z.uuid().parse(value), send, actor);
    if (!settled.ok) await refuse(settled.error);
  };

/** 投稿に返信で訂正: the Home tab shows itself anew. */
const pressCorrect =
  (deps: HandlerDeps) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const corrected = await correctByReply(deps, z.uuid().parse(value), actor);
    if (!corrected.ok) await refuse(corrected.error);
  };

/** すべて再送: first the numbers. */
const pressResendAll =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const counted = await openResendAll(deps, actor);
    await (counted.ok ? openForm(resendAllForm(counted.value)) : refuse(counted.error));
  };

const Seen = z.object({ expected: z.number().int() });

/** すべて再送 was submitted. */
const submitResendAll =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { expected } = readJson(Seen, metadata);
    const resent = await resendAll(deps, { key, draft: expected }, actor);
    await (resent.ok ? show(resentAll(resent.value)) : refuse(resent.error));
  };

/** Messages that could not be sent, or not be changed. */
export const deadLettersFeature: Feature = {
  noun: 'settings',
  buttons: {
    'dead-letter.resend': (deps) => press(deps, true),
    'dead-letter.forgo': (deps) => press(deps, false),
    'dead-letter.correct': pressCorrect,
    'dead-letter.resend-all': pressResendAll,
  },
  forms: { 'dead-letter.resend-all': submitResendAll },
  home: [
    {
      place: 'confirm',
      read: async (deps, actor) => deadLettersPart(await listFailedDeliveries(deps, actor)),
    },
  ],
};
