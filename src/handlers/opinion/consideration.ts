import { z } from 'zod';
import { ConsiderationDraft } from '../../domain/opinion/consideration.ts';
import { splitParts, YearPart } from '../../domain/parts.ts';
import { openConsideration } from '../../services/opinion/open-consideration.ts';
import { saveConsideration } from '../../services/opinion/save-consideration.ts';
import { considerationForm, considerationSaved } from '../../views/opinion/consideration.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const OfYear = z.tuple([z.uuid(), YearPart]).transform(([opinionId, year]) => ({ opinionId, year }));

/** 市の調査・検討を記録, of an opinion in a year: `OPINION:YEAR`. */
const open =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openConsideration(deps, OfYear.parse(splitParts(value)), actor);
    await (opened.ok ? openForm(considerationForm(opened.value)) : refuse(opened.error));
  };

const Carried = z.object({
  opinionId: z.uuid(),
  year: z.number().int(),
  revision: z.number().int(),
  seen: z.string(),
});

/** It was submitted. */
const submit = filled(ConsiderationDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = readJson(Carried, metadata);
  const saved = await saveConsideration(deps, target, { key, draft }, actor);
  await (saved.ok ? show(considerationSaved(saved.value, target.year)) : refuse(saved.error));
});

/** 市の調査・検討: gathered, deliberated, 公表. */
export const considerationFeature: Feature = {
  noun: 'report',
  buttons: { 'consideration.open': open },
  forms: { 'consideration.save': submit },
};
