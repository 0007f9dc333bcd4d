import { z } from 'zod';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { ProgrammeDraft } from '../../domain/training/programme.ts';
import { keepExampleProgrammes } from '../../services/training/keep-examples.ts';
import { listProgrammes } from '../../services/training/list-programmes.ts';
import { openProgramme } from '../../services/training/open-programme.ts';
import { registerProgramme } from '../../services/training/register-programme.ts';
import { PROGRAMME_BUTTON } from '../../texts/programme.ts';
import { examplesKept, keepExamplesForm } from '../../views/keep-examples.ts';
import { programmeForm, programmeListMessage, programmeRegistered } from '../../views/training/programme.ts';
import { orAgain } from '../again.ts';
import { filled } from '../answer.ts';
import { printThisYear } from '../fiscal-year.ts';
import { readJson } from '../modal-input.ts';
import { paged } from '../paging.ts';
import type { ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** The programmes, each with a button to change it. */
const programmeList = paged(async (deps, { actor, answer, refuse }, page) => {
  const programmes = await listProgrammes(deps, actor);
  await (programmes.ok
    ? answer(programmeListMessage(programmes.value, printThisYear(deps), page))
    : refuse(programmes.error));
});

/** 研修の種類を登録, empty. */
const openProgrammeForm =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const programmes = await listProgrammes(deps, actor);
    await (programmes.ok ? openForm(programmeForm(printThisYear(deps))) : refuse(programmes.error));
  };

/** 変更 of a programme. */
const openProgrammeChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openProgramme(deps, value, actor);
    await (opened.ok ? openForm(programmeForm(printThisYear(deps), opened.value)) : refuse(opened.error));
  };

/** What the form carries: nothing for a new programme. Without a digest it counts as opened before every change. */
const ProgrammeTarget = z.union([
  z.object({ programmeId: z.uuid(), digest: z.string().default('') }),
  z.strictObject({}).transform(() => null),
]);

/** 研修の種類を登録 was submitted. */
const submitProgramme = filled(
  ProgrammeDraft,
  async (deps, { actor, key, draft, metadata, show, refuse }) => {
    const target = readJson(ProgrammeTarget, metadata);
    const registered = await registerProgramme(deps, target, { key, draft }, actor);
    if (!registered.ok) return refuse(registered.error);
    await show(
      programmeRegistered(draft.name, printFiscalYear(registered.value.fiscalYear), target === null),
    );
  },
);

/** 例をすべてこのまま使う: first how many, and which. */
const openKeeping =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: ButtonRequest): Promise<void> => {
    const programmes = await listProgrammes(deps, actor);
    await (programmes.ok
      ? openForm(keepExamplesForm('programme', programmes.value))
      : refuse(programmes.error));
  };

/** 例をすべてこのまま使う was submitted. */
const submitKeeping =
  (deps: HandlerDeps) =>
  async ({ actor, key, show, refuse }: FormSubmission): Promise<void> => {
    const kept = await keepExampleProgrammes(deps, key, actor);
    await (kept.ok ? show(examplesKept('programme', kept.value)) : refuse(kept.error));
  };

/** 研修の種類. */
export const programmeFeature: Feature = {
  noun: 'training',
  buttons: {
    'programme-list.open': programmeList.open,
    'programme-list.previous': programmeList.turn,
    'programme-list.next': programmeList.turn,
    'programme.open': orAgain(openProgrammeForm),
    'programme-examples.open': openKeeping,
    'programme.change': openProgrammeChange,
  },
  forms: { 'programme.register': submitProgramme, 'programme-examples.keep': submitKeeping },
  redraws: { 'programme-list': programmeList.turn },
  openers: [{ actionId: 'programme-list.open', words: PROGRAMME_BUTTON.list, may: isSecretariat }],
};
