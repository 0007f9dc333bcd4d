import type {
  AllMiddlewareArgs,
  GlobalShortcut,
  MessageShortcut,
  SlackCommandMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { withoutBadLetters } from '../domain/bad-letters.ts';
import type { Failure } from '../domain/delivery/failure-id.ts';
import type { SlackMessage } from '../slack/message.ts';
import { failureMessage, sentenceForm } from '../views/failure.ts';
import { refusing } from './answer.ts';
import { actorOf, asSaid, callerOf, depsOf, nobody } from './caller.ts';
import type {
  Client,
  CommandRequest,
  Handler,
  HandlerDeps,
  MessageShortcutRequest,
  Reception,
  ShortcutRequest,
  Subcommand,
} from './types.ts';

/**
 * Bolt's arguments become ours here and in the other `receive-…` files, and nowhere else: the request is acknowledged as
 * its kind asks, the person is identified, outsiders are turned away, and whatever throws is told in one sentence.
 */

type Respond = SlackCommandMiddlewareArgs['respond'];

/** An answer that only the person sees, in place of what they pressed or below it. */
export const answerThrough =
  (deps: HandlerDeps, respond: Respond, replace = false): ((message: SlackMessage) => Promise<void>) =>
  async (message) => {
    const { text, blocks } = await asSaid(deps, message);
    await respond({ response_type: 'ephemeral', replace_original: replace, text, blocks });
  };

/** Tells of what failed before it was known whose the request is. */
export const failureBy =
  (respond: Respond) =>
  async (failure: Failure): Promise<void> => {
    const { text, blocks } = failureMessage(failure);
    await respond({ response_type: 'ephemeral', replace_original: false, text, blocks });
  };

export const openThrough =
  (client: Client, triggerId: string) =>
  async (view: ModalView): Promise<void> => {
    await client.views.open({ trigger_id: triggerId, view });
  };

/** Tells of a failure where only a dialog can be shown; that one came too late, in the person's messages. */
export const failureThrough =
  (
    { client, userId }: { readonly client: Client; readonly userId: string },
    answer: (message: SlackMessage) => Promise<void>,
  ) =>
  async (failure: Failure): Promise<void> => {
    const { text, blocks } = failureMessage(failure);
    if (failure.isTooLate === true) await client.chat.postMessage({ channel: userId, text, blocks });
    else await answer({ text, blocks });
  };

/** A slash command, by any of the people of this workspace; `readsOf` gives what the words after it need of the record. */
export const onCommand =
  (
    reception: Reception,
    handler: Handler<CommandRequest>,
    readsOf: (words: readonly string[]) => Subcommand['reads'],
  ) =>
  async ({
    ack,
    command,
    respond,
    context,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    // Nobody waits until Slack has heard it: who calls is looked up meanwhile. It goes out at once: a turn later its connection may be gone.
    const acknowledged = ack();
    acknowledged.catch(() => undefined);
    const caller = { teamId: command.team_id, userId: command.user_id };
    const deps = await depsOf(reception, command.command, caller, context, failureBy(respond));
    if (deps === undefined) return acknowledged;
    const answer = answerThrough(deps, respond);
    await deps.boundary.run(
      command.command,
      async () => {
        const words = withoutBadLetters(command.text)
          .normalize('NFKC')
          .split(/\s+/u)
          .filter((word) => word !== '');
        const asked = actorOf(deps, command.command, caller, answer);
        // Who may not have it is not shown it; what fails is asked for again by who needs it.
        readsOf(words)?.(deps).catch(() => undefined);
        const [actor] = await Promise.all([asked, acknowledged]);
        if (actor === undefined) return;
        const openForm = openThrough(deps.client, command.trigger_id);
        await handler(deps)({ actor, words, answer, refuse: refusing(answer), openForm });
      },
      (failure) => answer(failureMessage(failure)),
    );
  };

/** Runs a shortcut of either kind: acknowledged, the person identified, and an answer in a form of its own. */
const runShortcut = async (
  reception: Reception,
  shortcut: GlobalShortcut | MessageShortcut,
  context: AllMiddlewareArgs['context'],
  handler: Handler<ShortcutRequest>,
): Promise<void> => {
  const deps = await depsOf(reception, shortcut.callback_id, callerOf(shortcut), context, nobody);
  if (deps === undefined) return;
  const openForm = openThrough(deps.client, shortcut.trigger_id);
  const answer = async (message: SlackMessage): Promise<void> =>
    openForm(sentenceForm(await asSaid(deps, message)));
  await deps.boundary.run(
    shortcut.callback_id,
    async () => {
      const actor = await actorOf(deps, shortcut.callback_id, callerOf(shortcut), answer);
      if (actor !== undefined) await handler(deps)({ actor, answer, refuse: refusing(answer), openForm });
    },
    failureThrough({ client: deps.client, userId: shortcut.user.id }, answer),
  );
};

/** A global shortcut. */
export const onShortcut =
  (reception: Reception, handler: Handler<ShortcutRequest>) =>
  async ({
    ack,
    shortcut,
    context,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    await runShortcut(reception, shortcut, context, handler);
  };

/** A shortcut on a message. */
export const onMessageShortcut =
  (reception: Reception, handler: Handler<MessageShortcutRequest>) =>
  async ({
    ack,
    shortcut,
    context,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { channel, message_ts: ts, message } = shortcut;
    const text = withoutBadLetters(message.text ?? '');
    await runShortcut(
      reception,
      shortcut,
      context,
      (own) => (request) => handler(own)({ ...request, channel: channel.id, ts, text }),
    );
  };
