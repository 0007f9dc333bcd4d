import type { HomeView, KnownBlock } from '@slack/types';
import type { Actor } from '../domain/actor.ts';
import type { MorningLine } from '../domain/morning/morning.ts';
import { listStanding } from '../services/morning/list-standing.ts';
import type { SlackMessage } from '../slack/message.ts';
import { NOUNS } from '../texts/home.ts';
import { HOME_PLACES, type HomePlace, homeView, menuMessage, type Parts } from '../views/home.ts';
import { standingPart } from '../views/morning/standing.ts';
import type { OpenerGroup } from '../views/open-buttons.ts';
import type { Feature, HandlerDeps } from './types.ts';

/** Writes a person's Home tab as it stands now. */
export type WriteHome = (deps: HandlerDeps, actor: Actor) => Promise<HomeView>;

/** Writes the answer to `/kyodo` as it stands now, with lines that are shown in any case (`also`). */
export type WriteMenu = (
  deps: HandlerDeps,
  actor: Actor,
  also?: readonly MorningLine[],
) => Promise<SlackMessage>;

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

/** What is owed: the lines of the morning message. */
const readOwed = async (deps: HandlerDeps, actor: Actor): Promise<readonly (readonly KnownBlock[])[]> => {
  const part = standingPart(await listStanding(deps, actor));
  return part.length === 0 ? [] : [part];
};

/** The blocks of every part of the Home tab, by where it stands. */
const readParts = async (features: readonly Feature[], deps: HandlerDeps, actor: Actor): Promise<Parts> => {
  const readPlace = (place: HomePlace) =>
    place === 'owed' ? readOwed(deps, actor) : readAt(features, place, deps, actor);
  const read = await Promise.all(HOME_PLACES.map(async (place) => [place, await readPlace(place)] as const));
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
  (features: readonly Feature[]): WriteHome =>
  async (deps, actor) =>
    homeView(await readParts(features, deps, actor), openersFor(features, actor));

/** The answer to `/kyodo`: what is owed, what is coming, a button for every form one may open. */
export const createMenu =
  (features: readonly Feature[]): WriteMenu =>
  async (deps, actor, also = []) => {
    const [standing, coming] = await Promise.all([
      listStanding(deps, actor, also),
      readAt(features, 'coming', deps, actor),
    ]);
    return menuMessage(standing, coming, openersFor(features, actor));
  };
