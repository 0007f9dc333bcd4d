import type { AllMiddlewareArgs } from '@slack/bolt';
import type { HomeView, KnownBlock } from '@slack/types';
import type { Actor } from '../domain/actor.ts';
import { homeView, type Parts } from '../views/home.ts';
import { depsOfRequest } from './caller.ts';
import { type Feature, type HandlerDeps, HOME_PLACES, type HomePart } from './types.ts';

type Client = AllMiddlewareArgs['client'];

/** Writes a person's Home tab as it stands now. */
export type PublishHome = (deps: HandlerDeps, actor: Actor) => Promise<HomeView>;

const readAt = async (
  features: readonly Feature[],
  places: readonly HomePart['place'][],
  deps: HandlerDeps,
  actor: Actor,
): Promise<readonly (readonly KnownBlock[])[]> => {
  const parts = places.flatMap((place) =>
    features.flatMap(({ home = [] }) => home.filter((part) => part.place === place)),
  );
  const blocks = await Promise.all(parts.map(({ read }) => read(deps, actor)));
  return blocks.filter(({ length }) => length > 0);
};

/** What is owed, and the blocks of every part that stands at the other places, in order. */
export const readParts = async (
  features: readonly Feature[],
  others: readonly HomePart['place'][],
  deps: HandlerDeps,
  actor: Actor,
): Promise<Parts> => {
  const [owed, rest] = await Promise.all([
    readAt(features, ['owed'], deps, actor),
    readAt(features, others, deps, actor),
  ]);
  return { owed, others: rest };
};

/** The buttons this person may press, as the features offer them. */
export const openersFor = (features: readonly Feature[], actor: Actor): NonNullable<Feature['openers']> =>
  features.flatMap(({ openers = [] }) => openers.filter(({ may }) => may(actor)));

const OTHER_PLACES = HOME_PLACES.filter((place) => place !== 'owed');

/** The Home tab of all features together. */
export const createHome =
  (features: readonly Feature[]): PublishHome =>
  async (deps, actor) =>
    homeView(await readParts(features, OTHER_PLACES, deps, actor), openersFor(features, actor));

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
