import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { Failure } from '../domain/delivery/failure-id.ts';
import { joinParts } from '../domain/parts.ts';
import {
  type FieldSentences,
  failureMessage,
  failureSentence,
  fieldSentences,
  sentenceForm,
  sentenceMessage,
} from '../views/failure.ts';
import { gateSentences } from '../views/form-gate.ts';
import { type Problem, problemSentence } from '../views/problem.ts';
import type { Anew } from './anew.ts';
import { actorOf, callerOf, depsOf, sentenceAsSaid } from './caller.ts';
import { choiceFieldsOf, readModal } from './modal-input.ts';
import type { FormSubmission, Handler, HandlerDeps, Reception } from './types.ts';
import { ifStillOpen, placeOf } from './view-stack.ts';

/** The field that carries a sentence about the whole form: its first input. */
const firstField = (blocks: ViewSubmitAction['view']['blocks']): string =>
  blocks.find(({ type }) => type === 'input')?.block_id ?? '';

/** The same when the same form arrives again; one that came in the place of another in its dialog is another form. */
const formKey = ({ id, external_id: name }: ViewSubmitAction['view']): string =>
  joinParts(id, name || undefined);

/** Who changed a record meanwhile is named: one who is in no record, as Slack calls them. */
const withName = async ({ people }: HandlerDeps, problem: Problem): Promise<Problem> => {
  if (problem.kind !== 'changed-meanwhile') return problem;
  const { last } = problem;
  // The command line and jobs are nobody of Slack's.
  if (last === undefined || last.name !== null || last.by.includes(':')) return problem;
  return { ...problem, last: { ...last, name: (await people.find(last.by))?.name ?? null } };
};

/** A submitted form. */
export const onSubmission =
  (reception: Reception, anew: Anew, handler: Handler<FormSubmission>) =>
  async ({
    ack,
    body,
    view,
    context,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const caller = callerOf(body);
    const failed = async (failure: Failure): Promise<void> => {
      const at = firstField(view.blocks);
      await ack(
        at === ''
          ? { response_action: 'update', view: sentenceForm(failureMessage(failure)) }
          : { response_action: 'errors', errors: { [at]: failureSentence(failure) } },
      );
    };
    const deps = await depsOf(reception, view.callback_id, caller, context, failed);
    if (deps === undefined) return;
    const place = placeOf(view, anew.isDrawn);
    // What comes on top of a view that is the third comes in its place.
    const above = place.isTopmost ? 'update' : 'push';
    const reject = async (errors: Readonly<Record<string, string>>): Promise<void> => {
      await ack({ response_action: 'errors', errors: { ...errors } });
    };
    const rejectWhole = async (sentence: string): Promise<void> => {
      const said = await sentenceAsSaid(deps, sentence);
      const at = firstField(view.blocks);
      // A form without a field has no place for a sentence: it comes on top.
      if (at === '')
        await ack({ response_action: above, view: place.above(sentenceForm(sentenceMessage(said))) });
      else await reject({ [at]: said });
    };
    const answerThen = async (
      action: 'push' | 'update',
      dress: (view: ModalView) => ModalView,
      waiting: ModalView,
      work: () => Promise<ModalView>,
    ): Promise<void> => {
      const externalId = randomUUID();
      const dressed = (shown: ModalView): ModalView => ({ ...dress(shown), external_id: externalId });
      await ack({ response_action: action, view: dressed(waiting) });
      const fill = async (filled: ModalView): Promise<void> => {
        await ifStillOpen(deps.client.views.update({ external_id: externalId, view: dressed(filled) }));
      };
      await deps.boundary.run(
        `${view.callback_id} later`,
        async () => fill(await work()),
        (failure) => fill(sentenceForm(failureMessage(failure))),
        'within',
      );
    };
    await deps.boundary.run(
      view.callback_id,
      async () => {
        const actor = await actorOf(deps, view.callback_id, caller, ({ text }) => rejectWhole(text));
        if (actor === undefined) return;
        const values = readModal(view.state.values);
        const wrong = gateSentences(values, todayInTokyo(deps.clock.now()));
        if (Object.keys(wrong).length > 0) return reject(wrong);
        const rejectWith = (errors: FieldSentences): Promise<void> => {
          const isOfWhole = '' in errors || firstField(view.blocks) === '';
          return isOfWhole ? rejectWhole(Object.values(errors).join('\n')) : reject(errors);
        };
        await handler(deps)({
          actor,
          key: formKey(view),
          values,
          choices: choiceFieldsOf(view.blocks),
          metadata: place.metadata,
          accept: async () => ack(),
          acceptAll: async () => ack({ response_action: 'clear' }),
          reject: rejectWith,
          refuse: async (problem, at) => {
            const named = await withName(deps, problem);
            await rejectWith(at === undefined ? fieldSentences(named) : { [at]: problemSentence(named) });
          },
          show: async (shown) => ack({ response_action: 'update', view: place.here(shown) }),
          push: async (pushed) => ack({ response_action: above, view: place.above(pushed) }),
          pushThen: (waiting, work) => answerThen(above, place.above, waiting, work),
          showThen: (shown, work) => answerThen('update', place.here, shown, work),
        });
        anew.showBehind(deps, actor, place.beneath);
      },
      (failure) => rejectWhole(failureSentence(failure)),
      'form',
    );
  };
