import { randomUUID } from 'node:crypto';
import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MorningLine } from '../domain/morning/morning.ts';
import { listStanding } from '../services/morning/list-standing.ts';
import { failureMessage, sentenceForm } from '../views/failure.ts';
import { chosenInMenu } from '../views/more-menu.ts';
import { lineOfBlock } from '../views/morning/standing.ts';
import { plainActionId } from '../views/unique-actions.ts';
import type { Anew } from './anew.ts';
import { refusing } from './answer.ts';
import { actorOf, asSaid, callerOf, depsOf, nobody } from './caller.ts';
import type { WriteMenu } from './home.ts';
import { readModal } from './modal-input.ts';
import { answerThrough, failureBy, failureThrough, openThrough } from './receive.ts';
import { createTurns } from './turns.ts';
import type { ButtonRequest, ChoiceRequest, Handler, HandlerDeps, Reception } from './types.ts';
import { type OpenView, placeOf, unlessCovered } from './view-stack.ts';

type Pressed = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
type Surface = Pick<ButtonRequest, 'answer' | 'replace' | 'openForm' | 'replaceForm'> & {
  /** Open views that may show what was changed, and can be drawn anew. */
  readonly views: () => readonly OpenView[];
};

/** In a message: answers come below it, forms open. */
const messageSurface = (deps: HandlerDeps, { body, respond }: Pressed): Surface => {
  const open = openThrough(deps.client, body.trigger_id);
  return {
    answer: answerThrough(deps, respond),
    replace: answerThrough(deps, respond, true),
    openForm: open,
    replaceForm: open,
    views: () => [],
  };
};

/** In a modal: answers and forms come on top of it, where there is room; what replaces it, in its place. */
const modalSurface = (deps: HandlerDeps, anew: Anew, { body }: Pressed, view: ViewOutput): Surface => {
  const place = placeOf(view, anew.isDrawn);
  let isReplaced = false;
  // With a name of its own: it may be a form, and is another one than what was submitted in this dialog before.
  const put = async (shown: ModalView): Promise<void> => {
    isReplaced = true;
    await anew.put(deps.client, view.id, { ...place.here(shown), external_id: randomUUID() });
  };
  const push = async (pushed: ModalView): Promise<void> => {
    if (place.isTopmost) return put(pushed);
    await unlessCovered(deps.client.views.push({ trigger_id: body.trigger_id, view: place.above(pushed) }));
  };
  return {
    answer: async (message) => push(sentenceForm(await asSaid(deps, message))),
    replace: async (message) => put(sentenceForm(await asSaid(deps, message))),
    openForm: push,
    replaceForm: put,
    views: () => [...(isReplaced ? [] : place.itself), ...place.beneath],
  };
};

/** On the Home tab, which has no place to answer in: answers come in a modal. */
const homeSurface = (deps: HandlerDeps, { body }: Pressed): Surface => {
  const open = openThrough(deps.client, body.trigger_id);
  return {
    answer: async (message) => open(sentenceForm(await asSaid(deps, message))),
    replace: nobody,
    openForm: open,
    replaceForm: open,
    views: () => [],
  };
};

const surfaceOf = (deps: HandlerDeps, anew: Anew, pressed: Pressed): Surface => {
  const { view } = pressed.body;
  if (view === undefined) return messageSurface(deps, pressed);
  return view.type === 'home' ? homeSurface(deps, pressed) : modalSurface(deps, anew, pressed, view);
};

/** A button, or one that was chosen in a menu of them. */
const Button = z.union([
  z.object({ action_id: z.string().transform(plainActionId), value: z.string() }),
  z
    .object({ selected_option: z.object({ value: z.string() }) })
    .transform(({ selected_option }) => chosenInMenu(selected_option.value)),
]);

const Block = z.object({ block_id: z.string().default('') });

/** A message that one person sees, as the answer to a command is. A request may come without a container. */
const EphemeralMessage = z.object({ type: z.literal('message'), is_ephemeral: z.literal(true) });

/**
 * Of the answer to `/kyodo`, which nothing else brings to the present state: has it show what came of a line's button, as the
 * messages and the Home tab do. The line is shown there, done or not, if it stood open before.
 */
const redrawingMenu = async (
  deps: HandlerDeps,
  menu: WriteMenu,
  { body, action }: Pressed,
  { actor, replace }: Pick<ButtonRequest, 'actor' | 'replace'>,
): Promise<() => Promise<void>> => {
  const line = lineOfBlock(Block.parse(action).block_id);
  const isMenu = EphemeralMessage.safeParse(body.container).success;
  if (!isMenu || line === undefined) return nobody;
  const isLine = ({ kind, ref }: MorningLine): boolean => kind === line.kind && ref === line.ref;
  const before = (await listStanding(deps, actor)).lines.map(({ name }) => name).filter(isLine);
  return async () => replace(await menu(deps, actor, before));
};

/** A button of a message, a modal or the Home tab, or a menu of buttons; `handlers` by action id. */
export const onButton =
  (
    reception: Reception,
    { anew, menu }: { readonly anew: Anew; readonly menu: WriteMenu },
    handlers: ReadonlyMap<string, Handler<ButtonRequest>>,
  ) =>
  async (pressed: Pressed): Promise<void> => {
    const { ack, body, action, context, respond } = pressed;
    await ack();
    const what = 'action_id' in action ? action.action_id : 'button';
    const unknown = body.view === undefined ? failureBy(respond) : nobody;
    const deps = await depsOf(reception, what, callerOf(body), context, unknown);
    if (deps === undefined) return;
    const { views, ...surface } = surfaceOf(deps, anew, pressed);
    await deps.boundary.run(
      what,
      async () => {
        const { action_id, value } = Button.parse(action);
        const handler = handlers.get(action_id);
        if (handler === undefined) throw new Error(`no button ${action_id}`);
        const actor = await actorOf(deps, action_id, callerOf(body), surface.answer);
        if (actor === undefined) return;
        const redraw = await redrawingMenu(deps, menu, pressed, { ...surface, actor });
        await handler(deps)({ ...surface, refuse: refusing(surface.answer), actor, value });
        await redraw();
        anew.showBehind(deps, actor, views());
      },
      // Below a message there is always room for an answer.
      body.view === undefined
        ? (failure) => surface.answer(failureMessage(failure))
        : failureThrough({ client: deps.client, userId: body.user.id }, surface.answer),
    );
  };

/** What was chosen, or the button that was pressed. */
const Choice = z.union([
  z.object({ action_id: z.string(), selected_option: z.object({ value: z.string() }).nullable() }),
  z
    .object({ action_id: z.string(), value: z.string() })
    .transform(({ action_id, value }) => ({ action_id, selected_option: { value } })),
]);

/** A choice made in an open form, or a button by which it changes. What is wrong with it shows at the latest when the form is submitted. */
export const onChoice = (reception: Reception, anew: Anew, handler: Handler<ChoiceRequest>) => {
  // By view: choices of one form are handled in the order in which they came, or an earlier one's view could stay.
  const inTurn = createTurns();
  return async ({ ack, body, action, context }: Pressed): Promise<void> => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    const deps = await depsOf(reception, 'choice', callerOf(body), context, nobody);
    if (deps === undefined) return;
    await inTurn(view.id, () =>
      deps.boundary.run(
        'choice',
        async () => {
          const { action_id, selected_option } = Choice.parse(action);
          const actor = await actorOf(deps, action_id, callerOf(body), nobody);
          if (actor === undefined || selected_option === null) return;
          const { metadata, here } = placeOf(view, anew.isDrawn);
          // Without the hash: of two choices in a row the later one counts, though the form it was made in is older now.
          const updateForm = (updated: ModalView): Promise<void> =>
            anew.put(deps.client, view.id, here(updated));
          const { callback_id: callbackId } = view;
          const values = readModal(view.state.values);
          const chosen = selected_option.value;
          await handler(deps)({ actor, chosen, values, callbackId, metadata, updateForm });
        },
        nobody,
      ),
    );
  };
};
