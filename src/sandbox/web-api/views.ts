import { z } from 'zod';
import { checkView } from '../gate/gate.ts';
import { ViewShape } from '../shapes.ts';
import { type StoredView, viewOutput } from '../view-store.ts';
import type { Workspace } from '../workspace.ts';
import {
  type ApiAnswer,
  type ApiContext,
  type ApiMethod,
  apiMethod,
  failure,
  jsonArgument,
  refused,
} from './call.ts';

const view = jsonArgument(z.looseObject({}));
const Opening = z.object({ trigger_id: z.string(), view });
const Updating = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  view,
});
const Publishing = z.object({ user_id: z.string(), hash: z.string().optional(), view });

const shown = (stored: StoredView, { team, bot }: Workspace): ApiAnswer => ({
  ok: true,
  view: viewOutput(stored, {}, { teamId: team.id, ...bot }),
});

/** Lets `show` have the view once the gate has passed it and it is of the `type` that the method shows. */
const checked = (
  where: string,
  payload: unknown,
  type: ViewShape['type'],
  { refusals, workspace }: ApiContext,
  show: (payload: ViewShape) => StoredView,
): ApiAnswer => {
  const refusal = refusals.note(where, checkView(payload));
  if (refusal !== undefined) return refused(refusal);
  const passed = ViewShape.parse(payload);
  if (passed.type === type) return shown(show(passed), workspace);
  return failure('invalid_arguments', [`[ERROR] unsupported type: ${passed.type} [json-pointer:/view/type]`]);
};

const withTrigger = (
  triggerId: string,
  workspace: Workspace,
  show: (person: string) => ApiAnswer,
): ApiAnswer => {
  const trigger = workspace.triggers.look(triggerId);
  if (!trigger.ok) return failure(trigger.error);
  const answer = show(trigger.person);
  // A refused view leaves the trigger for another try within its 3 seconds.
  if (answer.ok) workspace.triggers.use(triggerId);
  return answer;
};

export const viewMethods: Readonly<Record<string, ApiMethod>> = {
  'views.open': apiMethod(Opening, (args, context) => {
    const { workspace } = context;
    return withTrigger(args.trigger_id, workspace, (person) =>
      checked('views.open', args.view, 'modal', context, (payload) =>
        workspace.views.open(person, payload, args.trigger_id),
      ),
    );
  }),

  'views.push': apiMethod(Opening, (args, context) => {
    const { workspace } = context;
    return withTrigger(args.trigger_id, workspace, (person) => {
      if (workspace.views.top(person) === undefined) return failure('not_found');
      if (workspace.views.isFull(person)) return failure('push_limit_reached');
      return checked('views.push', args.view, 'modal', context, (payload) =>
        workspace.views.push(person, payload, args.trigger_id),
      );
    });
  }),

  'views.update': apiMethod(Updating, (args, context) => {
    const { workspace } = context;
    const id = args.view_id ?? args.external_id;
    if (id === undefined) return failure('invalid_arguments', ['[ERROR] missing required field: view_id']);
    const stored = workspace.views.find(id);
    if (stored === undefined) return failure('not_found');
    if (args.hash !== undefined && args.hash !== stored.hash) return failure('hash_conflict');
    return checked('views.update', args.view, stored.payload.type, context, (payload) =>
      workspace.views.update(stored, payload),
    );
  }),

  'views.publish': apiMethod(Publishing, (args, context) => {
    const { workspace } = context;
    if (workspace.person(args.user_id) === undefined) return failure('user_not_found');
    const home = workspace.views.home(args.user_id);
    if (args.hash !== undefined && args.hash !== home?.hash) return failure('hash_conflict');
    return checked('views.publish', args.view, 'home', context, (payload) =>
      workspace.views.publish(args.user_id, payload),
    );
  }),
};
