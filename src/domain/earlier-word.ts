/**
 * What a message says in the place of what a newer one to the same person asks or tells of too: that it is done, that it is due
 * otherwise than this message told, or that the newer one is to be looked at.
 */
export type EarlierWord = 'done' | 'due-changed' | 'newest';
