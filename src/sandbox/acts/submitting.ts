import { z } from 'zod';
import { checkView } from '../gate/gate.ts';
import type { GateError } from '../refusals.ts';
import { type JsonObject, ViewShape } from '../workspace/shapes.ts';
import type { StoredView } from '../workspace/stored.ts';
import { tooDeep, viewOutput } from '../workspace/view-store.ts';
import {
  isBare,
  knownPerson,
  type Line,
  notices,
  type RequestOptions,
  viewIds,
  viewSenderPart,
  wasHeard,
} from './line.ts';

/** What a person sees after pressing submit. Errors are keyed by block id. */
export type SubmitOutcome =
  | { readonly kind: 'closed' }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'updated' | 'pushed'; readonly view: StoredView }
  | { readonly kind: 'failed' };

const Reaction = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('clear') }),
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.enum(['update', 'push']), view: z.unknown() }),
]);
const Named = z.looseObject({ external_id: z.string().optional() });
type Reaction = z.infer<typeof Reaction>;

const invalid = (message: string): GateError => ({
  code: 'invalid_arguments',
  message: `[ERROR] ${message}`,
});

const errorFaults = (view: StoredView, errors: Readonly<Record<string, string>>): readonly GateError[] => {
  const inputs = view.payload.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
  const unknown = Object.keys(errors).filter((blockId) => !inputs.includes(blockId));
  return [
    ...(Object.keys(errors).length === 0 ? [invalid('errors must name at least one block')] : []),
    ...unknown.map((blockId) =>
      invalid(`no input block with block_id: ${blockId} [json-pointer:/errors/${blockId}]`),
    ),
    ...Object.entries(errors).flatMap(([blockId, text]) =>
      text === '' ? [invalid(`must be more than 0 characters [json-pointer:/errors/${blockId}]`)] : [],
    ),
  ];
};

const faultsOf = (line: Line, view: StoredView, reaction: Reaction): readonly GateError[] => {
  if (reaction.response_action === 'errors') return errorFaults(view, reaction.errors);
  if (reaction.response_action === 'clear') return [];
  const { views } = line.workspace;
  const isPush = reaction.response_action === 'push';
  const { external_id: externalId = '' } = Named.safeParse(reaction.view).data ?? {};
  const namesake = views.findExternal(externalId);
  const taken = namesake !== undefined && (isPush || namesake.id !== view.id);
  return [
    ...checkView(reaction.view),
    ...(isPush && views.isFull(view.person) ? [tooDeep] : []),
    ...(taken ? [{ code: 'duplicate_external_id', message: `[ERROR] already open: ${externalId}` }] : []),
  ];
};

/** Does what the ack of a submission says. Whatever Slack cannot use shows itself to the person only. */
const react = (line: Line, view: StoredView, body: unknown): SubmitOutcome => {
  const { views } = line.workspace;
  if (isBare(body)) {
    views.close(view);
    return { kind: 'closed' };
  }
  const where = `ack of the form ${view.payload.callback_id}`;
  const read = Reaction.safeParse(body);
  const faults = read.success ? faultsOf(line, view, read.data) : [invalid('unknown response_action')];
  if (line.refusals.note(where, faults) !== undefined || !read.success) return { kind: 'failed' };
  const reaction = read.data;
  switch (reaction.response_action) {
    case 'clear':
      views.clear(view.person);
      return { kind: 'closed' };
    case 'errors':
      return { kind: 'errors', errors: reaction.errors };
    case 'update':
      return { kind: 'updated', view: views.update(view, ViewShape.parse(reaction.view)) };
    case 'push':
      return { kind: 'pushed', view: views.push(view.person, ViewShape.parse(reaction.view), '') };
  }
};

const viewPart = (line: Line, view: StoredView, values: JsonObject): JsonObject => ({
  view: viewOutput(view, values, viewIds(line)),
});

/** Sends `values` of an open view and does what the bot's ack says. Throws when the view is no longer open. */
export const submitView = async (
  line: Line,
  viewId: string,
  values: JsonObject,
  options: RequestOptions = {},
): Promise<SubmitOutcome> => {
  const { workspace } = line;
  const view = workspace.views.find(viewId);
  if (view === undefined) throw new Error(`the view ${viewId} is not open`);
  const body = {
    type: 'view_submission',
    ...viewSenderPart(line, knownPerson(line, view.person), options),
    trigger_id: workspace.triggers.issue(view.person),
    ...viewPart(line, view, values),
    response_urls: [],
  };
  const answer = await line.send({ kind: 'interaction', body }, options);
  // The bot may have updated the view by the Web API meanwhile: the reaction belongs to what is shown now.
  const current = workspace.views.find(viewId);
  const outcome: SubmitOutcome =
    current === undefined
      ? { kind: 'closed' }
      : wasHeard(answer)
        ? react(line, current, answer.body)
        : { kind: 'failed' };
  workspace.setNotice(view.person, outcome.kind === 'failed' ? notices.form : undefined);
  return outcome;
};

/** Closes a view by its close button, or with `all` the whole stack by its ×; tells the bot if it asked to know. */
export const closeView = async (
  line: Line,
  viewId: string,
  values: JsonObject,
  { all = false }: { readonly all?: boolean } = {},
): Promise<void> => {
  const { workspace } = line;
  const view = workspace.views.find(viewId);
  if (view === undefined) return;
  const cleared = all || view.payload.clear_on_close;
  if (cleared) workspace.views.clear(view.person);
  else workspace.views.close(view);
  if (!view.payload.notify_on_close) return;
  const sender = viewSenderPart(line, knownPerson(line, view.person), {});
  const body = { type: 'view_closed', ...sender, ...viewPart(line, view, values), is_cleared: cleared };
  await line.send({ kind: 'interaction', body });
};
