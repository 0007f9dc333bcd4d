import { z } from 'zod';
import { BodyDraft, BodyRules } from '../domain/body/body.ts';
import { currentFiscalYear, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import { openBody } from '../services/body/open.ts';
import { registerBody } from '../services/body/register.ts';
import { setBodyRules } from '../services/body/set-rules.ts';
import { bodiesToManage } from '../services/meeting/open-form.ts';
import { bodyForm, bodyListMessage, bodyRegistered } from '../views/body/body.ts';
import { bodyRulesForm, bodyRulesSet } from '../views/body/rules.ts';
import { problemMessage, schemaSentences } from '../views/failure.ts';
import { readJson } from './modal-input.ts';
import type { ButtonRequest, CommandRequest, Feature, FormSubmission, HandlerDeps } from './types.ts';

const thisYear = (deps: HandlerDeps): string =>
  printFiscalYear(currentFiscalYear(todayInTokyo(deps.clock.now())));

/** The bodies, each with buttons to change it and its rules. */
const answerBodies =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Pick<CommandRequest, 'actor' | 'answer'>): Promise<void> => {
    const bodies = await bodiesToManage(deps, actor);
    await answer(bodies.ok ? bodyListMessage(bodies.value, thisYear(deps), 1) : problemMessage(bodies.error));
  };

const Page = z.coerce.number().int().min(1);

/** Another page of the bodies, in place of the one shown. */
const turnBodies =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, replace }: ButtonRequest): Promise<void> => {
    const bodies = await bodiesToManage(deps, actor);
    if (!bodies.ok) return answer(problemMessage(bodies.error));
    await replace(bodyListMessage(bodies.value, thisYear(deps), Page.parse(value)));
  };

/** 会議体を登録, empty (`new`) or of the body whose 変更 was pressed. */
const openBodyForm =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    if (value === 'new') {
      const bodies = await bodiesToManage(deps, actor);
      return bodies.ok ? openForm(bodyForm(thisYear(deps))) : answer(problemMessage(bodies.error));
    }
    const opened = await openBody(deps, value, actor);
    if (!opened.ok) return answer(problemMessage(opened.error));
    await openForm(bodyForm(thisYear(deps), opened.value));
  };

/** What the form carries: nothing for a new body. Without a digest it counts as opened before every change. */
const BodyTarget = z.union([
  z.object({ bodyId: z.uuid(), digest: z.string().default('') }),
  z.strictObject({}).transform(() => null),
]);

/** 会議体を登録 was submitted. */
const submitBody =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = BodyDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(BodyTarget, metadata);
    const registered = await registerBody(deps, target, { key, draft: draft.data }, actor);
    if (!registered.ok) return refuse(registered.error);
    await show(bodyRegistered(draft.data.name, printFiscalYear(registered.value.fiscalYear)));
  };

/** 会議体の決まり of the body whose 決まり was pressed. */
const openBodyRules =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const opened = await openBody(deps, value, actor);
    await (opened.ok ? openForm(bodyRulesForm(opened.value)) : answer(problemMessage(opened.error)));
  };

const RulesTarget = z.object({ bodyId: z.uuid(), digest: z.string() });

/** 会議体の決まり was submitted. */
const submitBodyRules =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = BodyRules.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(RulesTarget, metadata);
    const set = await setBodyRules(deps, target, { key, draft: draft.data }, actor);
    if (!set.ok) return refuse(set.error);
    await show(bodyRulesSet(set.value.name, printFiscalYear(set.value.fiscalYear)));
  };

/** 会議体. */
export const bodyFeature: Feature = {
  buttons: {
    'body-list.open': answerBodies,
    'body.open': openBodyForm,
    'body.change': openBodyForm,
    'body-rules.open': openBodyRules,
    'body-list.previous': turnBodies,
    'body-list.next': turnBodies,
  },
  forms: { 'body.register': submitBody, 'body-rules.set': submitBodyRules },
};
