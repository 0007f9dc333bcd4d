import { z } from 'zod';
import { listDeadDeliveries } from '../services/list-dead-deliveries.ts';
import { settleDeadDelivery } from '../services/settle-dead-delivery.ts';
import { deadLettersPart } from '../views/dead-letters.ts';
import { problemMessage } from '../views/failure.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** 再送 or 送らない: the Home tab shows itself anew. */
const press =
  (deps: HandlerDeps, send: boolean) =>
  async ({ actor, value, answer }: ButtonRequest): Promise<void> => {
    const settled = await settleDeadDelivery(deps, z.uuid().parse(value), send, actor);
    if (!settled.ok) await answer(problemMessage(settled.error));
  };

/** Messages that could not be sent. */
export const deadLettersFeature: Feature = {
  buttons: {
    'dead-letter.resend': (deps) => press(deps, true),
    'dead-letter.forgo': (deps) => press(deps, false),
  },
  home: [
    {
      place: 'secretariat',
      read: async (deps, actor) => deadLettersPart(await listDeadDeliveries(deps, actor)),
    },
  ],
};
