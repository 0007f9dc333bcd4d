import type { z } from 'zod';
import type { SlackMessage } from '../slack/message.ts';
import { problemMessage, schemaSentences } from '../views/failure.ts';
import type { Problem } from '../views/problem.ts';
import type { FormSubmission, Handler, HandlerDeps } from './types.ts';

/** Says in one sentence why it can't be done, by a way of answering. */
export const refusing =
  (answer: (message: SlackMessage) => Promise<void>) =>
  (problem: Problem): Promise<void> =>
    answer(problemMessage(problem));

/** A submitted form, with what its schema has read from its values. */
type FilledForm<Draft> = FormSubmission & { readonly draft: Draft };

/** A form whose values are as `schema` says is handled; any other is rejected, with a sentence at each field that is not. */
export const filled =
  <Draft>(
    schema: z.ZodType<Draft>,
    handle: (deps: HandlerDeps, form: FilledForm<Draft>) => Promise<void>,
  ): Handler<FormSubmission> =>
  (deps) =>
  async (form) => {
    const read = schema.safeParse(form.values);
    await (read.success
      ? handle(deps, { ...form, draft: read.data })
      : form.reject(schemaSentences(read.error, form.values, form.choices)));
  };
