import type { AllMiddlewareArgs, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { withoutBadLetters } from '../domain/bad-letters.ts';
import type { Choice } from '../views/blocks.ts';
import { offeredOptions } from '../views/external-fields.ts';
import type { Anew } from './anew.ts';
import { actorOf, callerOf, depsOf } from './caller.ts';
import { readModal } from './modal-input.ts';
import type { Handler, OptionsRequest, Reception } from './types.ts';
import { placeOf } from './view-stack.ts';

type Suggestion = SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs;

/**
 * Slack takes an answer for three seconds. Without any it shows that nothing was found, as with none, but may ask no more for a while:
 * so that there is one, none are given in time.
 */
const ANSWERED_WITHIN_MS = 2_500;

/** Gives the first of what it is told to give; none when nothing came in time. */
const onceInTime = (
  ack: Suggestion['ack'],
  late: () => void,
): ((choices: readonly Choice[]) => Promise<void>) => {
  let isGiven = false;
  const give = async (choices: readonly Choice[]): Promise<void> => {
    if (isGiven) return;
    isGiven = true;
    clearTimeout(patience);
    await ack({ options: offeredOptions(choices) });
  };
  const patience = setTimeout(() => {
    late();
    // Slack may be gone meanwhile: then nobody waits.
    give([]).catch(() => undefined);
  }, ANSWERED_WITHIN_MS);
  return give;
};

/** What somebody has typed in a field whose choices the bot knows; `handlers` by its action id. Outsiders, and who may not, are offered none. */
export const onOptions =
  (
    reception: Reception,
    anew: Pick<Anew, 'isDrawn'>,
    handlers: ReadonlyMap<string, Handler<OptionsRequest, readonly Choice[]>>,
  ) =>
  async ({ ack, body, context }: Suggestion): Promise<void> => {
    const { action_id: what, view, value } = body;
    const handler = handlers.get(what);
    if (handler === undefined || view === undefined) return;
    const give = onceInTime(ack, () => reception.log.warn({ what }, 'options came too late'));
    const giveNone = (): Promise<void> => give([]);
    const deps = await depsOf(reception, what, callerOf(body), context, giveNone);
    if (deps === undefined) return giveNone();
    await deps.boundary.run(
      what,
      async () => {
        const actor = await actorOf(deps, what, callerOf(body), giveNone);
        if (actor === undefined) return;
        const { metadata } = placeOf(view, anew.isDrawn);
        const typed = withoutBadLetters(value);
        await give(await handler(deps)({ actor, typed, values: readModal(view.state.values), metadata }));
      },
      giveNone,
      // Somebody waits for the answer itself, as with a form.
      'form',
    );
  };
