import type { ModalView } from '@slack/types';
import type { Actor } from '../domain/actor.ts';
import { joinParts } from '../domain/parts.ts';
import { sentenceForm } from '../views/failure.ts';
import { refusing } from './answer.ts';
import { type Before, createBehind } from './behind.ts';
import { asSaid, depsBehind, type RequestDeps } from './caller.ts';
import { createHome } from './home.ts';
import type { ButtonRequest, Client, Feature, HandlerDeps } from './types.ts';
import { ifStillOpen, type OpenView } from './view-stack.ts';

/** Keeps true what a person still has before them. */
export type Anew = {
  /** Whether views of this callback id are drawn anew. */
  readonly isDrawn: (callbackId: string) => boolean;
  /** Puts a view in the place of an open one: of two for the same place the later one stays. */
  readonly put: (client: Client, id: string, view: ModalView) => Promise<void>;
  /** Shows somebody their Home tab, which they wait for. */
  readonly showHome: (deps: RequestDeps, actor: Actor) => Promise<void>;
  /**
   * After something they did, behind its answer: shows the Home tab as it is by then to one who may be looking at it, and where anything
   * was changed, `views`. It is no part of what was asked for: what fails is logged, and nobody is told.
   */
  readonly showBehind: (deps: RequestDeps, actor: Actor, views: readonly OpenView[]) => void;
};

/** How many things are drawn at once: it takes the time of those who are answered. */
const AT_ONCE = 2;

/** As all features say; in turn with what is under way. */
export const createAnew = (features: readonly Feature[], boundary: Before): Anew => {
  const write = createHome(features);
  const redraws = new Map(features.flatMap(({ redraws: some = {} }) => Object.entries(some)));
  const { now, soon } = createBehind(AT_ONCE, boundary);
  const homeOf = ({ workspaceId, id }: Actor): string => joinParts('home', workspaceId, id);
  const publish = async (deps: HandlerDeps, actor: Actor): Promise<void> => {
    await deps.client.views.publish({ user_id: actor.id, view: await write(deps, actor) });
  };
  const draw = async (deps: HandlerDeps, actor: Actor, view: OpenView): Promise<void> => {
    const put = async (shown: ModalView): Promise<void> =>
      // Without a hash: what lies under a dialog was put there by the bot, and now it is newer.
      ifStillOpen(deps.client.views.update({ view_id: view.id, view: view.dress(shown) }));
    const say: ButtonRequest['answer'] = async (message) => put(sentenceForm(await asSaid(deps, message)));
    const surface = { answer: say, replace: say, openForm: put, replaceForm: put, refuse: refusing(say) };
    await redraws.get(view.by)?.(deps)({ ...surface, actor, value: view.of });
  };
  return {
    isDrawn: (callbackId) => redraws.has(callbackId),
    put: (client, id, view) => now(id, () => ifStillOpen(client.views.update({ view_id: id, view }))),
    showHome: (deps, actor) => now(homeOf(actor), () => publish(deps, actor)),
    showBehind: (deps, actor, views) => {
      const { db, homes, log } = deps;
      for (const view of db.hasActed() ? views : [])
        soon(view.id, () =>
          draw(depsBehind(deps), actor, view).catch((error: unknown) =>
            log.warn({ err: error, view: view.by }, 'view not drawn anew'),
          ),
        );
      if (homes.isWatching(actor.id))
        soon(homeOf(actor), () =>
          publish(depsBehind(deps), actor).catch((error: unknown) =>
            log.warn({ err: error }, 'home not shown'),
          ),
        );
    },
  };
};
