import { z } from 'zod';
import { viewIds } from '../acts/line.ts';
import { checkView } from '../gate/gate.ts';
import { ViewShape } from '../workspace/shapes.ts';
import type { StoredView } from '../workspace/stored.ts';
import { tooDeep, viewOutput } from '../workspace/view-store.ts';
import type { Workspace } from '../workspace/workspace.ts';
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

const shown = (stored: StoredView, context: ApiContext): ApiAnswer => ({
  ok: true,
  view: viewOutput(stored, {}, viewIds(context)),
});

/** What a view is to become: one of this type, in the place of `instead` if that is there. */
type Wanted = { readonly type: ViewShape['type']; readonly instead?: StoredView | undefined };

/** Lets `show` have the view once the gate has passed it, it is as `wanted`, and no other view has its external id. */
const checked = (
  where: string,
  payload: unknown,
  { type, instead }: Wanted,
  context: ApiContext,
  show: (payload: ViewShape) => StoredView,
): ApiAnswer => {
  const { refusals, workspace } = context;
  const refusal = refusals.note(where, checkView(payload));
  if (refusal !== undefined) return refused(refusal);
  const passed = ViewShape.parse(payload);
  if (passed.type !== type)
    return failure('invalid_arguments', [
      `[ERROR] unsupported type: ${passed.type} [json-pointer:/view/type]`,
    ]);
  const namesake = workspace.views.findExternal(passed.external_id);
  if (namesake !== undefined && namesake.id !== instead?.id) return failure('duplicate_external_id');
  return shown(show(passed), context);
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
      checked('views.open', args.view, { type: 'modal' }, context, (payload) =>
        workspace.views.open(person, payload, args.trigger_id),
      ),
    );
  }),

  'views.push': apiMethod(Opening, (args, context) => {
    const { refusals, workspace } = context;
    return withTrigger(args.trigger_id, workspace, (person) => {
      if (workspace.views.top(person) === undefined) return failure('not_found');
      if (workspace.views.isFull(person)) {
        refusals.note('views.push', [tooDeep]);
        return failure(tooDeep.code);
      }
      return checked('views.push', args.view, { type: 'modal' }, context, (payload) =>
        workspace.views.push(person, payload, args.trigger_id),
      );
    });
  }),

  'views.update': apiMethod(Updating, (args, context) => {
    const { workspace } = context;
    const { view_id: id, external_id: externalId } = args;
    if (id === undefined && externalId === undefined)
      return failure('invalid_arguments', ['[ERROR] missing required field: view_id']);
    const stored =
      id === undefined ? workspace.views.findExternal(externalId ?? '') : workspace.views.find(id);
    if (stored === undefined) return failure('not_found');
    if (args.hash !== undefined && args.hash !== stored.hash) return failure('hash_conflict');
    const wanted = { type: stored.payload.type, instead: stored };
    return checked('views.update', args.view, wanted, context, (payload) =>
      workspace.views.update(stored, payload),
    );
  }),

  'views.publish': apiMethod(Publishing, (args, context) => {
    const { workspace } = context;
    if (workspace.person(args.user_id) === undefined) return failure('user_not_found');
    const home = workspace.views.home(args.user_id);
    if (args.hash !== undefined && args.hash !== home?.hash) return failure('hash_conflict');
    return checked('views.publish', args.view, { type: 'home', instead: home }, context, (payload) =>
      workspace.views.publish(args.user_id, payload),
    );
  }),
};
