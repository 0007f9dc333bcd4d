import { z } from 'zod';
import { DelegateDraft, DelegateRequestDraft } from '../../domain/inquiry/standing.ts';
import { askDelegate } from '../../services/inquiry/ask-delegate.ts';
import { nameDelegate } from '../../services/inquiry/name-delegate.ts';
import { openAnswer } from '../../services/inquiry/open-answer.ts';
import { openOversight } from '../../services/inquiry/open-oversight.ts';
import { takeBackDelegate } from '../../services/inquiry/take-back-delegate.ts';
import { OVERSEE_HELP } from '../../texts/inquiry-oversee.ts';
import {
  delegateRequested,
  delegateRequestForm,
  delegateTakenBack,
  namedView,
  nameForm,
} from '../../views/inquiry/oversee.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';
import { CarriedTarget, PressedProposal, PressedTarget } from './target.ts';

/** 担当の変更を依頼. */
const openRequest =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openAnswer(deps, PressedTarget.parse(value), actor);
    if (!opened.ok) return refuse(opened.error);
    const { closed, as, target } = opened.value;
    if (closed !== undefined) return refuse(closed);
    if (target.answer !== null) return refuse({ kind: 'already-answered' });
    // Who answers only in the section's place decides, and asks nobody.
    await openForm(
      as === 'own'
        ? delegateRequestForm(opened.value)
        : nameForm({ ...opened.value, delegateName: null }, null),
    );
  };

/** 担当の変更を依頼 was submitted. */
const submitRequest = filled(
  DelegateRequestDraft,
  async (deps, { actor, key, draft, metadata, refuse, show }) => {
    const target = readJson(CarriedTarget, metadata);
    const asked = await askDelegate(deps, target, { key, draft }, actor);
    await (asked.ok ? show(delegateRequested()) : refuse(asked.error));
  },
);

/** 担当を決める. */
const openNaming =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const { target, candidate } = PressedProposal.parse(value);
    const found = await openOversight(deps, target, 'unanswered', actor);
    await (found.ok ? openForm(nameForm(found.value, candidate)) : refuse(found.error));
  };

const CarriedDelegate = CarriedTarget.extend({ delegateId: z.uuid().nullable().default(null) });

/** 担当を決める was submitted. */
const submitNaming = filled(DelegateDraft, async (deps, { actor, key, draft, metadata, refuse, show }) => {
  const { delegateId, ...target } = readJson(CarriedDelegate, metadata);
  const named = await nameDelegate(deps, target, { key, draft, delegateId }, actor);
  await (named.ok ? show(namedView(named.value)) : refuse(named.error));
});

/** 担当を元に戻す. */
const pressTakeBack =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const taken = await takeBackDelegate(deps, PressedTarget.parse(value), actor);
    await (taken.ok ? replace(delegateTakenBack(taken.value)) : refuse(taken.error));
  };

/** Somebody is named for one inquiry of one section. */
export const inquiryDelegateFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry-delegate.open': openRequest,
    'inquiry-delegate.name': openNaming,
    'inquiry-delegate.take-back': pressTakeBack,
  },
  forms: { 'inquiry-delegate.ask': submitRequest, 'inquiry-delegate.name': submitNaming },
  sends: [{ what: OVERSEE_HELP.sendsDelegate, audience: 'chiefs' }],
};
