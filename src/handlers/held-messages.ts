import { z } from 'zod';
import { listHeld } from '../services/delivery/list-held.ts';
import { openHeld } from '../services/delivery/open-held.ts';
import { settleHeld } from '../services/delivery/settle-held.ts';
import { heldMessagesForm, heldMessagesPart, heldMessagesSettled } from '../views/delivery/held-messages.ts';
import { readJson } from './modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** 送る or 送らない: first what it does. */
const press =
  (deps: HandlerDeps, sends: boolean) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const held = await openHeld(deps, actor);
    await (held.ok ? openForm(heldMessagesForm(held.value, sends)) : refuse(held.error));
  };

const Choice = z.object({ sends: z.boolean(), expected: z.number().int() });

/** The choice was confirmed. */
const submit =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const draft = readJson(Choice, metadata);
    const settled = await settleHeld(deps, { key, draft }, actor);
    await (settled.ok ? show(heldMessagesSettled(settled.value, draft.sends)) : refuse(settled.error));
  };

/** What is held since the record was restored from an export. */
export const heldMessagesFeature: Feature = {
  noun: 'settings',
  buttons: {
    'held.send': (deps) => press(deps, true),
    'held.forgo': (deps) => press(deps, false),
  },
  forms: { 'held.settle': submit },
  home: [{ place: 'start', read: async (deps, actor) => heldMessagesPart(await listHeld(deps, actor)) }],
};
