import { z } from 'zod';
import { currentFiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { ProgrammeDraft } from '../../domain/training/programme.ts';
import { listProgrammes } from '../../services/training/list-programmes.ts';
import { openProgramme } from '../../services/training/open-programme.ts';
import { registerProgramme } from '../../services/training/register-programme.ts';
import { PROGRAMME_BUTTON } from '../../texts/programme.ts';
import { problemMessage, schemaSentences } from '../../views/failure.ts';
import { programmeForm, programmeListMessage, programmeRegistered } from '../../views/training/programme.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const thisYear = (deps: HandlerDeps): string =>
  printFiscalYear(currentFiscalYear(todayInTokyo(deps.clock.now())));

/** The programmes, each with a button to change it. */
const answerProgrammes =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: ButtonRequest): Promise<void> => {
    const programmes = await listProgrammes(deps, actor);
    await answer(
      programmes.ok
        ? programmeListMessage(programmes.value, thisYear(deps), 1)
        : problemMessage(programmes.error),
    );
  };

const Page = z.coerce.number().int().min(1);

/** Another page of them, in place of the one shown. */
const turnProgrammes =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, replace }: ButtonRequest): Promise<void> => {
    const programmes = await listProgrammes(deps, actor);
    if (!programmes.ok) return answer(problemMessage(programmes.error));
    await replace(programmeListMessage(programmes.value, thisYear(deps), Page.parse(value)));
  };

/** 研修の種類を登録, empty. */
const openProgrammeForm =
  (deps: HandlerDeps) =>
  async ({ actor, answer, openForm }: ButtonRequest): Promise<void> => {
    const programmes = await listProgrammes(deps, actor);
    await (programmes.ok
      ? openForm(programmeForm(thisYear(deps)))
      : answer(problemMessage(programmes.error)));
  };

/** 変更 of a programme. */
const openProgrammeChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm }: ButtonRequest): Promise<void> => {
    const opened = await openProgramme(deps, value, actor);
    await (opened.ok
      ? openForm(programmeForm(thisYear(deps), opened.value))
      : answer(problemMessage(opened.error)));
  };

/** What the form carries: nothing for a new programme. Without a digest it counts as opened before every change. */
const ProgrammeTarget = z.union([
  z.object({ programmeId: z.uuid(), digest: z.string().default('') }),
  z.strictObject({}).transform(() => null),
]);

/** 研修の種類を登録 was submitted. */
const submitProgramme =
  (deps: HandlerDeps) =>
  async ({ actor, key, values, metadata, show, reject, refuse }: FormSubmission): Promise<void> => {
    const draft = ProgrammeDraft.safeParse(values);
    if (!draft.success) return reject(schemaSentences(draft.error, values));
    const target = readJson(ProgrammeTarget, metadata);
    const registered = await registerProgramme(deps, target, { key, draft: draft.data }, actor);
    if (!registered.ok) return refuse(registered.error);
    await show(programmeRegistered(draft.data.name, printFiscalYear(registered.value.fiscalYear)));
  };

/** 研修の種類. */
export const programmeFeature: Feature = {
  buttons: {
    'programme-list.open': answerProgrammes,
    'programme-list.previous': turnProgrammes,
    'programme-list.next': turnProgrammes,
    'programme.open': openProgrammeForm,
    'programme.change': openProgrammeChange,
  },
  forms: { 'programme.register': submitProgramme },
  openers: [{ actionId: 'programme-list.open', words: PROGRAMME_BUTTON.list, may: isSecretariat }],
};
