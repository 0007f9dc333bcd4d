import type { AllMiddlewareArgs } from '@slack/bolt';
import type { HomeView, KnownBlock } from '@slack/types';
import type { Actor } from '../domain/actor.ts';
import { NOUNS } from '../texts/home.ts';
import { HOME_PLACES, type HomePlace, homeView, type Parts } from '../views/home.ts';
import type { OpenerGroup } from '../views/open-buttons.ts';
import { depsOfRequest } from './caller.ts';
import type { Feature, HandlerDeps } from './types.ts';

type Client = AllMiddlewareArgs['client'];

/** Writes a person's Home tab as it stands now. */
export type PublishHome = (deps: HandlerDeps, actor: Actor) => Promise<HomeView>;

const readAt = async (
  features: readonly Feature[],
  place: HomePlace,
  deps: HandlerDeps,
  actor: Actor,
): Promise<readonly (readonly KnownBlock[])[]> => {
  const parts = features.flatMap(({ home = [] }) => home.filter((part) => part.place === place));
  const blocks = await Promise.all(parts.map(({ read }) => read(deps, actor)));
  return blocks.filter(({ length }) => length > 0);
};

/** The blocks of every part that stands at one of these places. */
export const readParts = async (
  features: readonly Feature[],
  places: readonly HomePlace[],
  deps: HandlerDeps,
  actor: Actor,
): Promise<Parts> => {
  const read = await Promise.all(
    places.map(async (place) => [place, await readAt(features, place, deps, actor)] as const),
  );
  return Object.fromEntries(read);
};

/** The buttons this person may press, by what they are about. */
export const openersFor = (features: readonly Feature[], actor: Actor): readonly OpenerGroup[] =>
  NOUNS.map((noun) => ({
    noun,
    openers: features
      .filter((feature) => feature.noun === noun)
      .flatMap(({ openers = [] }) => openers.filter(({ may }) => may(actor))),
  })).filter(({ openers }) => openers.length > 0);

/** The Home tab of all features together. */
export const createHome =
  (features: readonly Feature[]): PublishHome =>
  async (deps, actor) =>
    homeView(await readParts(features, HOME_PLACES, deps, actor), openersFor(features, actor));

/** Shows it to them. */
export const publishHome = async (
  deps: HandlerDeps,
  publish: PublishHome,
  client: Client,
  actor: Actor,
): Promise<void> => {
  await client.views.publish({ user_id: actor.id, view: await publish(deps, actor) });
};

/** Shows it anew to one who may be looking at it, after something they did: as it is by then, however long that took. */
export const refreshHome = async (
  deps: HandlerDeps,
  publish: PublishHome,
  client: Client,
  actor: Actor,
): Promise<void> => {
  if (!deps.homes.isWatching(actor.id)) return;
  // What was asked for is done by now: a tab that could not be shown is no failure of that.
  await publishHome(depsOfRequest(deps), publish, client, actor).catch((error: unknown) =>
    deps.log.warn({ err: error }, 'home not shown'),
  );
};
