import { z } from 'zod';
import { numbersOf, todayInTokyo } from '../domain/calendar/local-date.ts';
import { isSecretariat } from '../domain/permission.ts';
import { erasePast } from '../services/person/erase-past.ts';
import { listPast } from '../services/person/list-past.ts';
import { retentionText } from '../texts/retention.ts';
import { doneMessage, sentenceForm } from '../views/failure.ts';
import { retentionForm, retentionPart } from '../views/retention.ts';
import { filled } from './answer.ts';
import { readJson } from './modal-input.ts';
import type { Asked, Feature, HandlerDeps } from './types.ts';

/** 保存期間の過ぎたもの. */
const openPast =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const listed = await listPast(deps, actor);
    await (listed.ok ? openForm(retentionForm(listed.value)) : refuse(listed.error));
  };

const Shown = z.object({ firstKept: z.number().int(), people: z.number().int() });
const Agreed = z.object({ agreed: z.array(z.literal('agreed')).min(1) });

/** 削除する was submitted, with the box ticked. */
const submitErasing = filled(Agreed, async (deps, { actor, key, metadata, show, refuse }) => {
  const erased = await erasePast(deps, { key, draft: readJson(Shown, metadata) }, actor);
  await (erased.ok
    ? show(sentenceForm(doneMessage('erased', retentionText.done(erased.value))))
    : refuse(erased.error));
});

/** 保存期間. */
export const retentionFeature: Feature = {
  noun: 'settings',
  buttons: { 'past.open': openPast },
  forms: { 'past.erase': submitErasing },
  home: [
    {
      place: 'due',
      read: async (deps, actor) => {
        if (!isSecretariat(actor) || numbersOf(todayInTokyo(deps.clock.now())).month !== 4) return [];
        const listed = await listPast(deps, actor);
        return retentionPart(listed.ok ? listed.value : undefined);
      },
    },
  ],
};
