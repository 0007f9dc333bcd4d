import type { KnownBlock } from '@slack/types';
import type { Sought } from '../domain/person/sought.ts';
import { soughtText } from '../texts/sought.ts';
import { note, paragraph } from './blocks.ts';

/** What stands over a list in which a name was looked for: which one, or that nothing is called so and what was probably meant. */
export const soughtPart = ({ words, isFound, meant }: Sought): readonly KnownBlock[] => {
  if (words === '') return [];
  if (isFound) return [note(soughtText.shown(words))];
  return [
    paragraph([soughtText.none(words), ...(meant === undefined ? [] : [soughtText.meant(meant)])].join('\n')),
  ];
};
