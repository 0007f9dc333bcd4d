import type {
  AllMiddlewareArgs,
  BlockAction,
  GlobalShortcut,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { type Caller, identify } from '../services/identify.ts';
import { noteRefusedCaller } from '../services/note-refused-caller.ts';
import type { SlackMessage } from '../slack/message.ts';
import {
  failureMessage,
  failureSentence,
  outsiderMessage,
  sentenceForm,
  sentenceWithoutSecretariat,
  withoutSecretariat,
} from '../views/failure.ts';
import { readModal } from './modal-input.ts';
import type {
  ButtonRequest,
  ChoiceRequest,
  CommandRequest,
  FormSubmission,
  HandlerDeps,
  ShortcutRequest,
} from './types.ts';

/**
 * Bolt's arguments become ours here, and here only: the request is acknowledged as its kind asks, the person is
 * identified, outsiders are turned away, and whatever throws is told in one sentence.
 */

/**
 * The person behind a request. For one from outside, undefined after noting it and, through `tell`, one polite
 * sentence; a request that names another workspace gets nothing at all.
 */
const actorOf = async (
  deps: HandlerDeps,
  what: string,
  caller: Caller,
  tell: (message: SlackMessage) => Promise<void>,
): Promise<Actor | undefined> => {
  const actor = await identify(deps, caller);
  if (actor !== undefined) return actor;
  if (caller.teamId !== deps.household.workspaceId) {
    deps.log.warn({ what, teamId: caller.teamId, userId: caller.userId }, 'request of another workspace');
    return undefined;
  }
  await noteRefusedCaller(deps, caller, what);
  await tell(outsiderMessage());
  return undefined;
};

const callerOf = (body: {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string };
}): Caller => ({ teamId: body.team?.id ?? '', userId: body.user.id });

/** Where there is no place to answer. */
const nobody = async (): Promise<void> => undefined;

type Respond = SlackCommandMiddlewareArgs['respond'];

const answerThrough =
  (deps: HandlerDeps, respond: Respond) =>
  async (message: SlackMessage): Promise<void> => {
    const { text, blocks } = withoutSecretariat(message, deps.household);
    await respond({ response_type: 'ephemeral', replace_original: false, text, blocks });
  };

const openThrough =
  (client: AllMiddlewareArgs['client'], triggerId: string) =>
  async (view: ModalView): Promise<void> => {
    await client.views.open({ trigger_id: triggerId, view });
  };

/** A slash command, by any of the people of this workspace. */
export const onCommand =
  (deps: HandlerDeps, handle: (request: CommandRequest) => Promise<void>) =>
  async ({
    ack,
    command,
    respond,
    client,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = answerThrough(deps, respond);
    await deps.boundary.run(
      command.command,
      async () => {
        const caller = { teamId: command.team_id, userId: command.user_id };
        const actor = await actorOf(deps, command.command, caller, answer);
        if (actor === undefined) return;
        const words = command.text
          .normalize('NFKC')
          .split(/\s+/u)
          .filter((word) => word !== '');
        await handle({ actor, words, answer, openForm: openThrough(client, command.trigger_id) });
      },
      (failureId) => answer(failureMessage(failureId)),
    );
  };

const Button = z.object({ action_id: z.string(), value: z.string() });

/** A button of a message. */
export const onButton =
  (deps: HandlerDeps, handle: (request: ButtonRequest) => Promise<void>) =>
  async ({
    ack,
    body,
    action,
    respond,
    client,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const answer = answerThrough(deps, respond);
    await deps.boundary.run(
      'action_id' in action ? action.action_id : 'button',
      async () => {
        const { action_id, value } = Button.parse(action);
        const actor = await actorOf(deps, action_id, callerOf(body), answer);
        if (actor === undefined) return;
        const replace = async (message: SlackMessage): Promise<void> => {
          const { text, blocks } = withoutSecretariat(message, deps.household);
          await respond({ response_type: 'ephemeral', replace_original: true, text, blocks });
        };
        await handle({ actor, value, answer, replace, openForm: openThrough(client, body.trigger_id) });
      },
      (failureId) => answer(failureMessage(failureId)),
    );
  };

const Choice = z.object({
  action_id: z.string(),
  selected_option: z.object({ value: z.string() }).nullable(),
});

/** A choice made in an open form. What is wrong with it shows at the latest when the form is submitted. */
export const onChoice =
  (deps: HandlerDeps, handle: (request: ChoiceRequest) => Promise<void>) =>
  async ({
    ack,
    body,
    action,
    client,
  }: SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    await deps.boundary.run(
      'choice',
      async () => {
        const { action_id, selected_option } = Choice.parse(action);
        const actor = await actorOf(deps, action_id, callerOf(body), nobody);
        if (actor === undefined || selected_option === null) return;
        const updateForm = async (updated: ModalView): Promise<void> => {
          // Without the hash: of two choices in a row the later one counts, though the form it was made in is older now.
          await client.views.update({ view_id: view.id, view: updated });
        };
        const { callback_id: callbackId, private_metadata: metadata } = view;
        const values = readModal(view.state.values);
        await handle({ actor, chosen: selected_option.value, values, callbackId, metadata, updateForm });
      },
      nobody,
    );
  };

/** A global shortcut. */
export const onShortcut =
  (deps: HandlerDeps, handle: (request: ShortcutRequest) => Promise<void>) =>
  async ({
    ack,
    shortcut,
    client,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const openForm = openThrough(client, shortcut.trigger_id);
    const tell = (message: SlackMessage): Promise<void> =>
      openForm(sentenceForm(withoutSecretariat(message, deps.household)));
    await deps.boundary.run(
      shortcut.callback_id,
      async () => {
        const actor = await actorOf(deps, shortcut.callback_id, callerOf(shortcut), tell);
        if (actor !== undefined) await handle({ actor, openForm, tell });
      },
      (failureId) => tell(failureMessage(failureId)),
    );
  };

/** The field that carries a sentence about the whole form: its first input. */
const firstField = (blocks: ViewSubmitAction['view']['blocks']): string =>
  blocks.find(({ type }) => type === 'input')?.block_id ?? '';

/** A submitted form. */
export const onSubmission =
  (deps: HandlerDeps, handle: (submission: FormSubmission) => Promise<void>) =>
  async ({
    ack,
    body,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const reject = async (errors: Readonly<Record<string, string>>): Promise<void> => {
      await ack({ response_action: 'errors', errors: { ...errors } });
    };
    const rejectWhole = (sentence: string) =>
      reject({ [firstField(view.blocks)]: sentenceWithoutSecretariat(sentence, deps.household) });
    await deps.boundary.run(
      view.callback_id,
      async () => {
        const actor = await actorOf(deps, view.callback_id, callerOf(body), ({ text }) => rejectWhole(text));
        if (actor === undefined) return;
        await handle({
          actor,
          key: view.id,
          values: readModal(view.state.values),
          metadata: view.private_metadata,
          accept: async () => ack(),
          reject: (errors) => ('' in errors ? rejectWhole(errors[''] ?? '') : reject(errors)),
          show: async (shown) => ack({ response_action: 'update', view: shown }),
        });
      },
      (failureId) => rejectWhole(failureSentence(failureId)),
    );
  };
