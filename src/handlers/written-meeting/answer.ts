import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { splitParts } from '../../domain/parts.ts';
import { WrittenAnswerDraft } from '../../domain/written-meeting/answer.ts';
import { VOTES_AS } from '../../domain/written-meeting/voter.ts';
import { answerWrittenMeeting } from '../../services/written-meeting/answer.ts';
import { listOwnBallots } from '../../services/written-meeting/list-own.ts';
import { type OpenedWrittenAnswer, openWrittenAnswer } from '../../services/written-meeting/open-answer.ts';
import { WRITTEN_ANSWER_HELP } from '../../texts/written-answer.ts';
import { writtenAnswerForm } from '../../views/written-meeting/answer-form.ts';
import { writtenAnsweredView } from '../../views/written-meeting/answered.ts';
import { ownBallotsPart } from '../../views/written-meeting/own.ts';
import { shownWrittenAnswer, writtenCopyView } from '../../views/written-meeting/shown.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

/** One 回答者 of a 書面開催, as buttons name them. */
const Pressed = z
  .string()
  .transform((value) => {
    const [meetingId, position] = splitParts(value);
    return { meetingId, position };
  })
  .pipe(z.object({ meetingId: z.uuid(), position: z.coerce.number<string | undefined>().int().min(1) }));

/** The form as it was opened: what it showed, and how many answers there were. */
const Carried = z.object({
  meetingId: z.uuid(),
  position: z.number().int().min(1),
  as: z.enum(VOTES_AS),
  versions: z.array(z.number().int().min(1)),
  answers: z.number().int().min(0),
});

type View = (opened: OpenedWrittenAnswer) => ModalView;

/** Opens a view of what is asked of a 回答者, for those who may answer. */
const open =
  (view: View) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenAnswer(deps, Pressed.parse(value), actor);
    await (opened.ok ? openForm(view(opened.value)) : refuse(opened.error));
  };

/** 書面開催に回答, or 代理入力; what was answered where no answer is taken. */
const formOrAnswer: View = (opened) =>
  opened.takesAnswers ? writtenAnswerForm(opened) : shownWrittenAnswer(opened);

/** The same by a button that asks for it; after the end who has answered sees that first. */
const formUnlessAnswered: View = (opened) =>
  opened.isOver && opened.as !== 'on-behalf' && opened.answers.length > 0
    ? shownWrittenAnswer(opened)
    : formOrAnswer(opened);

/** 書面開催に回答 was submitted. */
const submit = filled(WrittenAnswerDraft, async (deps, { actor, key, draft, metadata, refuse, show }) => {
  const answered = await answerWrittenMeeting(deps, readJson(Carried, metadata), { key, draft }, actor);
  await (answered.ok ? show(writtenAnsweredView(answered.value)) : refuse(answered.error));
});

/** Answers to a 書面開催, by those asked and in their place. */
export const writtenAnswerFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'written-answer.open': open(formUnlessAnswered),
    'written-answer.again': open(formOrAnswer),
    'written-answer.show': open(shownWrittenAnswer),
    'written-answer.copy': open(writtenCopyView),
  },
  forms: { 'written-answer.submit': submit },
  home: [{ place: 'own', read: async (deps, actor) => ownBallotsPart(await listOwnBallots(deps, actor)) }],
  sends: [{ what: WRITTEN_ANSWER_HELP.sends, audience: 'all' }],
};
