import type { ModalView } from '@slack/types';
import type { Actor } from '../domain/actor.ts';
import { sentenceForm } from '../views/failure.ts';
import { refusing } from './answer.ts';
import { asSaid, depsOfRequest, type RequestDeps } from './caller.ts';
import { createHome, refreshHome } from './home.ts';
import { createTurns } from './turns.ts';
import type { ButtonRequest, Client, Feature, HandlerDeps } from './types.ts';
import { ifStillOpen, type OpenView } from './view-stack.ts';

/** Keeps true what a person still has before them. */
export type Anew = {
  /** Whether views of this callback id are drawn anew. */
  readonly isDrawn: (callbackId: string) => boolean;
  /** Puts a view in the place of an open one: of two for the same place the later one stays. */
  readonly put: (client: Client, id: string, view: ModalView) => Promise<void>;
  /**
   * After something they did: shows the Home tab as it is now to one who may be looking at it, and where anything was changed, `views`.
   * It is no part of what was asked for: what fails is logged, and nobody is told.
   */
  readonly show: (deps: RequestDeps, actor: Actor, views: readonly OpenView[]) => Promise<void>;
};

/** As all features say. */
export const createAnew = (features: readonly Feature[]): Anew => {
  const publish = createHome(features);
  const redraws = new Map(features.flatMap(({ redraws: some = {} }) => Object.entries(some)));
  const inTurn = createTurns();
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
    put: (client, id, view) => inTurn(id, () => ifStillOpen(client.views.update({ view_id: id, view }))),
    show: async (deps, actor, views) => {
      const changed = deps.db.hasActed() ? views : [];
      // Each as it is by now, however long the answer took.
      await Promise.all([
        refreshHome(depsOfRequest(deps), publish, actor),
        ...changed.map((view) =>
          inTurn(view.id, () => draw(depsOfRequest(deps), actor, view)).catch((error: unknown) =>
            deps.log.warn({ err: error, view: view.by }, 'view not drawn anew'),
          ),
        ),
      ]);
    },
  };
};
