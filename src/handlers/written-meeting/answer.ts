import { z } from 'zod';
import { splitParts } from '../../domain/parts.ts';
import { WrittenAnswerDraft } from '../../domain/written-meeting/answer.ts';
import { VOTES_AS } from '../../domain/written-meeting/voter.ts';
import { answerWrittenMeeting } from '../../services/written-meeting/answer.ts';
import { openWrittenAnswer } from '../../services/written-meeting/open-answer.ts';
import { writtenAnswerForm } from '../../views/written-meeting/answer-form.ts';
import { writtenAnsweredView } from '../../views/written-meeting/answered.ts';
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

/** 書面開催に回答, or 代理入力. */
const open =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWrittenAnswer(deps, Pressed.parse(value), actor);
    await (opened.ok ? openForm(writtenAnswerForm(opened.value)) : refuse(opened.error));
  };

/** 書面開催に回答 was submitted. */
const submit = filled(WrittenAnswerDraft, async (deps, { actor, key, draft, metadata, refuse, show }) => {
  const answered = await answerWrittenMeeting(deps, readJson(Carried, metadata), { key, draft }, actor);
  await (answered.ok ? show(writtenAnsweredView(answered.value)) : refuse(answered.error));
});

/** Answers to a 書面開催, by those asked and in their place. */
export const writtenAnswerFeature: Feature = {
  noun: 'meeting',
  buttons: { 'written-answer.open': open },
  forms: { 'written-answer.submit': submit },
};
