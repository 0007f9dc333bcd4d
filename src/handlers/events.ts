import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { answerFreeText } from '../services/answer-free-text.ts';
import { identify } from '../services/identify.ts';
import { matchPeople } from '../services/person/match.ts';
import { outsiderHome } from '../views/home.ts';
import type { Anew } from './anew.ts';
import { depsOf, fromOf, nobody } from './caller.ts';
import type { Reception } from './types.ts';

/** Slack's own events: acknowledged by Bolt at once, repeated by Slack when it heard nothing. */

/** Somebody looks at their Home tab. Who is turned away elsewhere reads why nothing is there; of another workspace, nothing. */
export const onHomeOpened =
  (reception: Reception, anew: Anew) =>
  async ({
    event,
    body,
    context,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    const caller = { teamId: body.team_id, userId: event.user };
    const deps = await depsOf(reception, 'app_home_opened', caller, context, nobody);
    if (deps === undefined) return;
    await deps.boundary.run(
      'app_home_opened',
      async () => {
        const actor = await identify(deps, caller);
        if (actor === undefined) {
          // One of another organisation may have no Home tab here: that is no failure of the bot's.
          await deps.client.views
            .publish({ user_id: event.user, view: outsiderHome() })
            .catch((error: unknown) => deps.log.info({ err: error }, 'not told'));
          return;
        }
        deps.homes.opened(actor.id);
        await anew.showHome(deps, actor);
      },
      nobody,
    );
  };

/** A name, an address or an account changed. */
export const onUserChange =
  (reception: Reception) =>
  async ({
    event,
    body,
    context,
  }: SlackEventMiddlewareArgs<'user_change'> & AllMiddlewareArgs): Promise<void> => {
    const caller = { teamId: body.team_id, userId: event.user.id };
    const deps = await depsOf(reception, 'user_change', caller, context, nobody);
    await deps?.boundary.run(
      'user_change',
      async () => {
        // It comes with every status and huddle too: nobody is asked of whom Slack has just told.
        const person = deps.people.told(event.user);
        if (person !== undefined) await matchPeople(deps, deps.workspace.id, [person], 'job:user-change');
      },
      nobody,
    );
  };

/** What a person wrote in the bot's messages; anything else that Slack calls a message is passed over. */
const FreeText = z.object({
  channel_type: z.literal('im'),
  subtype: z.undefined().optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  ts: z.string(),
});

/** Free text in the bot's DM is answered at once and not kept. */
export const onFreeText =
  (reception: Reception) =>
  async ({
    event,
    body,
    context,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const written = FreeText.safeParse(event).data;
    if (written === undefined) return;
    const caller = { teamId: body.team_id, userId: written.user };
    const deps = await depsOf(reception, 'message.im', caller, context, nobody);
    await deps?.boundary.run(
      'message.im',
      async () => {
        const actor = await identify(deps, caller);
        if (actor !== undefined) await answerFreeText(deps, written.ts, actor);
      },
      nobody,
    );
  };

/** The app was taken out of a workspace or an organisation, or tokens of it were revoked: a bot's, or only a person's. */
export const onEnded =
  (reception: Reception) =>
  async ({
    event,
    body,
    context,
  }: SlackEventMiddlewareArgs<'app_uninstalled' | 'tokens_revoked'> & AllMiddlewareArgs): Promise<void> =>
    reception.boundary.run(
      event.type,
      () => reception.ended(fromOf(body.team_id ?? '', context), event.type),
      nobody,
    );
