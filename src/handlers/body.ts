import { z } from 'zod';
import { BodyDraft, BodyRules } from '../domain/body/body.ts';
import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { keepExampleBodies } from '../services/body/keep-examples.ts';
import { openBody } from '../services/body/open.ts';
import { registerBody } from '../services/body/register.ts';
import { setBodyRules } from '../services/body/set-rules.ts';
import { bodiesToManage } from '../services/meeting/open-form.ts';
import { bodyForm, bodyListMessage, bodyRegistered } from '../views/body/body.ts';
import { bodyRulesForm, bodyRulesSet } from '../views/body/rules.ts';
import { examplesKept, keepExamplesForm } from '../views/keep-examples.ts';
import { orAgain } from './again.ts';
import { filled } from './answer.ts';
import { printThisYear } from './fiscal-year.ts';
import { readJson } from './modal-input.ts';
import { paged } from './paging.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

/** The bodies, each with buttons to change it and its rules. */
const bodyList = paged(async (deps, { actor, answer, refuse }, page) => {
  const bodies = await bodiesToManage(deps, actor);
  await (bodies.ok ? answer(bodyListMessage(bodies.value, printThisYear(deps), page)) : refuse(bodies.error));
});

/** 会議体を登録, empty (`new`) or of the body whose 変更 was pressed. */
const openBodyForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    if (value === 'new') {
      const bodies = await bodiesToManage(deps, actor);
      return bodies.ok ? openForm(bodyForm(printThisYear(deps))) : refuse(bodies.error);
    }
    const opened = await openBody(deps, value, actor);
    if (!opened.ok) return refuse(opened.error);
    await openForm(bodyForm(printThisYear(deps), opened.value));
  };

/** What the form carries: nothing for a new body. Without a digest it counts as opened before every change. */
const BodyTarget = z.union([
  z.object({ bodyId: z.uuid(), digest: z.string().default('') }),
  z.strictObject({}).transform(() => null),
]);

/** 会議体を登録 was submitted. */
const submitBody = filled(BodyDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = readJson(BodyTarget, metadata);
  const registered = await registerBody(deps, target, { key, draft }, actor);
  if (!registered.ok) return refuse(registered.error);
  await show(bodyRegistered(draft.name, printFiscalYear(registered.value.fiscalYear), target === null));
});

/** 例をすべてこのまま使う: first how many, and which. */
const openKeeping =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const bodies = await bodiesToManage(deps, actor);
    await (bodies.ok ? openForm(keepExamplesForm('body', bodies.value)) : refuse(bodies.error));
  };

/** 例をすべてこのまま使う was submitted. */
const submitKeeping =
  (deps: HandlerDeps) =>
  async ({ actor, key, show, refuse }: FormSubmission): Promise<void> => {
    const kept = await keepExampleBodies(deps, key, actor);
    await (kept.ok ? show(examplesKept('body', kept.value)) : refuse(kept.error));
  };

/** 会議体の決まり of the body whose 決まり was pressed. */
const openBodyRules =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openBody(deps, value, actor);
    await (opened.ok ? openForm(bodyRulesForm(opened.value)) : refuse(opened.error));
  };

const RulesTarget = z.object({ bodyId: z.uuid(), digest: z.string() });

/** 会議体の決まり was submitted. */
const submitBodyRules = filled(BodyRules, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const target = readJson(RulesTarget, metadata);
  const set = await setBodyRules(deps, target, { key, draft }, actor);
  if (!set.ok) return refuse(set.error);
  await show(bodyRulesSet(set.value.name, printFiscalYear(set.value.fiscalYear)));
});

/** 会議体. */
export const bodyFeature: Feature = {
  noun: 'settings',
  buttons: {
    'body-list.open': bodyList.open,
    'body.open': orAgain(openBodyForm),
    'body-examples.open': openKeeping,
    'body.change': openBodyForm,
    'body-rules.open': openBodyRules,
    'body-list.previous': bodyList.turn,
    'body-list.next': bodyList.turn,
  },
  forms: {
    'body.register': submitBody,
    'body-examples.keep': submitKeeping,
    'body-rules.set': submitBodyRules,
  },
  redraws: { 'body-list': bodyList.turn },
};
