import { z } from 'zod';
import { JudgementDraft } from '../../domain/newsletter/proposal.ts';
import { judgeProposal, openProposal } from '../../services/newsletter/judge-proposal.ts';
import { PROPOSAL_HELP, proposalText } from '../../texts/proposal.ts';
import { doneMessage, sentenceForm } from '../../views/failure.ts';
import { judgementForm } from '../../views/newsletter/proposal.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** 内容を確認する, of a change that a writer asked for. */
const open =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openProposal(deps, z.uuid().parse(value), actor);
    await (opened.ok ? openForm(judgementForm(opened.value)) : refuse(opened.error));
  };

const Carried = z.object({ proposalId: z.uuid(), revision: z.number().int().default(0) });

/** 記事の変更の承認 was submitted. */
const submit = filled(JudgementDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const judged = await judgeProposal(deps, readJson(Carried, metadata), { key, draft }, actor);
  await (judged.ok
    ? show(sentenceForm(doneMessage(judged.value, proposalText.judged[judged.value])))
    : refuse(judged.error));
});

/** 掲載後の変更: what writers ask to change of articles that are out. */
export const proposalFeature: Feature = {
  noun: 'newsletter',
  buttons: { 'article-proposal.open': open },
  forms: { 'article-proposal.judge': submit },
  sends: [
    { what: PROPOSAL_HELP.sendsProposed, audience: 'secretariat' },
    { what: PROPOSAL_HELP.sendsJudged, audience: 'all' },
  ],
};
