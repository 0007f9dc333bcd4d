import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listEarlierInquiries } from '../../services/inquiry/list-earlier.ts';
import { openEarlierInquiry } from '../../services/inquiry/open-earlier.ts';
import { problemMessage, sentenceForm } from '../../views/failure.ts';
import { chooseEarlierForm, inquiryFormFromEarlier } from '../../views/inquiry/earlier.ts';
import { IN_PLACE } from '../../views/inquiry/form.ts';
import type { ButtonRequest, ChoiceRequest, Feature, HandlerDeps } from '../types.ts';

/** 前回から作成: from which one. */
const openChoice =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, replaceForm, refuse }: ButtonRequest): Promise<void> => {
    const earlier = await listEarlierInquiries(deps, actor);
    if (!earlier.ok) return refuse(earlier.error);
    await (value === IN_PLACE ? replaceForm : openForm)(chooseEarlierForm(earlier.value));
  };

/** 前回から作成 of the inquiry that is shown. */
const openFromShown =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openEarlierInquiry(deps, z.uuid().parse(value), actor);
    await (opened.ok ? openForm(inquiryFormFromEarlier(opened.value)) : refuse(opened.error));
  };

/** One was chosen: 照会を作成 comes in the place of the choice, as a form of its own. */
const chooseEarlier =
  (deps: HandlerDeps) =>
  async ({ actor, chosen, updateForm }: ChoiceRequest): Promise<void> => {
    const opened = await openEarlierInquiry(deps, z.uuid().parse(chosen), actor);
    const shown = opened.ok
      ? inquiryFormFromEarlier(opened.value)
      : sentenceForm(problemMessage(opened.error));
    await updateForm({ ...shown, external_id: randomUUID() });
  };

/** Making an inquiry from an earlier one, as from last year's. */
export const inquiryEarlierFeature: Feature = {
  noun: 'inquiry',
  buttons: { 'inquiry-earlier.open': openChoice, 'inquiry-earlier.use': openFromShown },
  choices: { 'inquiry-earlier': chooseEarlier },
};
