import { z } from 'zod';
import { checkOptions } from '../gate/gate.ts';
import { messageOutput } from '../web-api/places.ts';
import { type JsonObject, OptionShape } from '../workspace/shapes.ts';
import type { StoredMessage, StoredView } from '../workspace/stored.ts';
import { viewOutput } from '../workspace/view-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { takeCommandAck } from './answering.ts';
import {
  enterpriseFields,
  isBare,
  isOrganisationWide,
  knownPerson,
  type Line,
  notices,
  type RequestOptions,
  senderPart,
  verificationToken,
  viewIds,
  wasHeard,
} from './line.ts';

/** What became of a command, a press or a shortcut. */
export type ActionOutcome = {
  /** The HTTP status of the bot's answer; over a socket 200 for an ack; 0 when there was none. */
  readonly status: number;
  /** Views opened with it are this action's. */
  readonly triggerId: string;
  /** The message in the ack of a command. */
  readonly answer?: StoredMessage;
};

/** Where an element was pressed: in a message, or in a view whose fields hold `values`. */
export type Surface =
  | { readonly message: StoredMessage }
  | { readonly view: StoredView; readonly values: JsonObject };

const placeName = (workspace: Workspace, channel: string): string =>
  workspace.channel(channel)?.name ?? 'directmessage';

const heard = (line: Line, person: string, ok: boolean, notice: string): void =>
  line.workspace.setNotice(person, ok ? undefined : notice);

/** Sends a slash command typed in `channel`, and shows what its ack answers. */
export const runCommand = async (
  line: Line,
  personId: string,
  typed: { readonly command: string; readonly text: string; readonly channel: string },
  options: RequestOptions = {},
): Promise<ActionOutcome> => {
  const { workspace } = line;
  const person = knownPerson(line, personId);
  const target = { person: person.id, channel: typed.channel };
  const triggerId = workspace.triggers.issue(person.id);
  const answer = await line.send(
    {
      kind: 'command',
      body: {
        token: verificationToken,
        team_id: options.teamId ?? workspace.team.id,
        team_domain: workspace.team.domain,
        ...enterpriseFields(workspace),
        channel_id: typed.channel,
        channel_name: placeName(workspace, typed.channel),
        user_id: person.id,
        user_name: person.name,
        command: typed.command,
        text: typed.text,
        api_app_id: workspace.bot.appId,
        is_enterprise_install: String(isOrganisationWide(line)),
        response_url: line.answerUrl(workspace.answerUrls.issue(target)),
        trigger_id: triggerId,
      },
    },
    options,
  );
  heard(line, person.id, wasHeard(answer), notices.command(typed.command));
  const outcome = { status: answer.status, triggerId };
  if (!wasHeard(answer) || isBare(answer.body)) return outcome;
  const shown = takeCommandAck(line, target, answer.body);
  return shown === undefined || !('ts' in shown) ? outcome : { ...outcome, answer: shown };
};

const surfacePart = (line: Line, surface: Surface): JsonObject => {
  const { workspace } = line;
  if ('view' in surface) {
    const { view, values } = surface;
    return {
      container: { type: 'view', view_id: view.id },
      view: viewOutput(view, values, viewIds(line)),
    };
  }
  const { message } = surface;
  const ephemeral = message.ephemeralFor !== undefined;
  const place = { channel_id: message.channel, message_ts: message.ts, is_ephemeral: ephemeral };
  return {
    container: { type: 'message', ...place },
    channel: { id: message.channel, name: placeName(workspace, message.channel) },
    // Slack does not give back what an ephemeral message said.
    ...(ephemeral ? {} : { message: messageOutput(workspace, message, true) }),
    state: { values: {} },
  };
};

/** Sends a block_actions request for one element; `action` is its part of the payload, without the time. */
export const pressElement = async (
  line: Line,
  personId: string,
  surface: Surface,
  action: JsonObject,
  options: RequestOptions = {},
): Promise<ActionOutcome> => {
  const { workspace } = line;
  const person = knownPerson(line, personId);
  const triggerId = workspace.triggers.issue(person.id);
  const answerUrl = (message: StoredMessage): string =>
    line.answerUrl(
      workspace.answerUrls.issue({ person: person.id, channel: message.channel, messageTs: message.ts }),
    );
  const body = {
    type: 'block_actions',
    ...senderPart(line, person, options),
    ...surfacePart(line, surface),
    ...('message' in surface ? { response_url: answerUrl(surface.message) } : {}),
    trigger_id: triggerId,
    actions: [{ ...action, action_ts: workspace.timestamp() }],
  };
  const answer = await line.send({ kind: 'interaction', body }, options);
  heard(line, person.id, wasHeard(answer), notices.press);
  return { status: answer.status, triggerId };
};

/** Sends a global shortcut, or with `message` a shortcut on that message. */
export const runShortcut = async (
  line: Line,
  personId: string,
  { callbackId, message }: { readonly callbackId: string; readonly message?: StoredMessage },
  options: RequestOptions = {},
): Promise<ActionOutcome> => {
  const { workspace } = line;
  const person = knownPerson(line, personId);
  const triggerId = workspace.triggers.issue(person.id);
  const onMessage = (of: StoredMessage): JsonObject => ({
    type: 'message_action',
    message_ts: of.ts,
    channel: { id: of.channel, name: placeName(workspace, of.channel) },
    message: messageOutput(workspace, of),
    // It leads to the channel, not to the message: that is somebody else's to change.
    response_url: line.answerUrl(workspace.answerUrls.issue({ person: person.id, channel: of.channel })),
  });
  const body = {
    ...(message === undefined ? { type: 'shortcut' } : onMessage(message)),
    ...senderPart(line, person, options),
    callback_id: callbackId,
    trigger_id: triggerId,
    action_ts: workspace.timestamp(),
  };
  const answer = await line.send({ kind: 'interaction', body }, options);
  heard(line, person.id, wasHeard(answer), notices.press);
  return { status: answer.status, triggerId };
};

const Suggestions = z.object({
  options: z.array(OptionShape).default([]),
  option_groups: z.array(z.object({ options: z.array(OptionShape) })).default([]),
});

/** Asks the bot for the options of an external select, with what the person typed so far. */
export const askOptions = async (
  line: Line,
  personId: string,
  surface: Surface,
  {
    blockId,
    actionId,
    typed,
  }: { readonly blockId: string; readonly actionId: string; readonly typed: string },
): Promise<readonly OptionShape[]> => {
  const asked = { block_id: blockId, action_id: actionId, value: typed };
  const sender = senderPart(line, knownPerson(line, personId), {});
  const body = { type: 'block_suggestion', ...sender, ...surfacePart(line, surface), ...asked };
  const answer = await line.send({ kind: 'interaction', body });
  if (!wasHeard(answer)) return [];
  if (line.refusals.note('options of an external select', checkOptions(answer.body)) !== undefined) return [];
  const given = Suggestions.parse(answer.body);
  return [...given.options, ...given.option_groups.flatMap((group) => group.options)];
};
