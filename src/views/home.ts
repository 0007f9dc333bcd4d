import type { HomeView, KnownBlock } from '@slack/types';
import type { StandingToday } from '../services/morning/list-standing.ts';
import type { SlackMessage } from '../slack/message.ts';
import { homeText } from '../texts/home.ts';
import { divider, header, note, paragraph } from './blocks.ts';
import { fitsOneMessage } from './measure.ts';
import { standingPart, withOneFewer } from './morning/standing.ts';
import { type OpenerGroup, openerBlocks } from './open-buttons.ts';
import { withUniqueActions } from './unique-actions.ts';

/** A Home tab takes 100 blocks, a message 50. */
const MOST_ON_HOME = 100;
const MOST_IN_MESSAGE = 50;
/** What stands before the buttons leaves room for them, and for some of what comes after. */
const MOST_NEEDED = 70;

/** Where a part of the Home tab stands, from the top down: what needs this person, then the buttons, then all else. */
const PLACES_BEFORE_BUTTONS = ['start', 'owed', 'due', 'confirm'] as const;
const PLACES_AFTER_BUTTONS = ['department', 'secretariat', 'own', 'coming'] as const;
export const HOME_PLACES = [...PLACES_BEFORE_BUTTONS, ...PLACES_AFTER_BUTTONS] as const;
export type HomePlace = (typeof HOME_PLACES)[number];

/** The parts of one surface by where they stand, each with its blocks. */
export type Parts = Readonly<Partial<Record<HomePlace, readonly (readonly KnownBlock[])[]>>>;

/** Parts one after the other; from the first that does not fit on, a word that there is more. */
const fitting = (parts: readonly (readonly KnownBlock[])[], most: number): readonly KnownBlock[] => {
  const blocks: KnownBlock[] = [];
  for (const part of parts) {
    if (blocks.length + part.length + 2 > most) return [...blocks, note(homeText.more)];
    blocks.push(...(blocks.length === 0 ? [] : [divider()]), ...part);
  }
  return blocks;
};

/** The parts of these places; where nothing is owed, that is said. */
const partsAt = (parts: Parts, places: readonly HomePlace[]): readonly (readonly KnownBlock[])[] =>
  places.flatMap((place) => {
    const there = parts[place] ?? [];
    return place === 'owed' && there.length === 0 ? [[paragraph(homeText.nothing)]] : there;
  });

/** The Home tab in order of need: what this person is asked, a button for everything they may open, then the rest. */
export const homeView = (parts: Parts, openers: readonly OpenerGroup[]): HomeView => {
  const needed = fitting(partsAt(parts, PLACES_BEFORE_BUTTONS), MOST_NEEDED);
  const first = [header(homeText.title), ...needed, divider(), ...openerBlocks(openers)];
  const rest = fitting(partsAt(parts, PLACES_AFTER_BUTTONS), MOST_ON_HOME - first.length - 1);
  return {
    type: 'home',
    blocks: withUniqueActions([...first, ...(rest.length === 0 ? [] : [divider(), ...rest])]),
  };
};

/** The Home tab of one who is none of the staff: why nothing is there. */
export const outsiderHome = (): HomeView => ({ type: 'home', blocks: [paragraph(homeText.outsider)] });

/** The answer to `/kyodo`: as many lines of what is owed as there is room for, what is coming, and the same buttons. */
export const menuMessage = (
  standing: StandingToday,
  coming: readonly (readonly KnownBlock[])[],
  openers: readonly OpenerGroup[],
): SlackMessage => {
  const last = [divider(), ...openerBlocks(openers), note(homeText.helpHint)];
  const blocksOf = (shown: StandingToday): KnownBlock[] => {
    const owed = standingPart(shown);
    const parts = partsAt({ owed: owed.length === 0 ? [] : [owed], coming }, ['owed', 'coming']);
    return [header(homeText.title), ...fitting(parts, MOST_IN_MESSAGE - 1 - last.length), ...last];
  };
  let [shown, blocks] = [standing, blocksOf(standing)];
  while (shown.lines.length > 1 && !fitsOneMessage(blocks)) {
    shown = withOneFewer(shown);
    blocks = blocksOf(shown);
  }
  return { text: homeText.title, blocks };
};
