import type { KnownBlock } from '@slack/types';
import { homeText } from '../../texts/home.ts';
import { header, note, paragraph } from '../blocks.ts';

/** A part names at most this many things to come. */
const MOST = 5;

/** What is to come, a line each; no block where there is nothing. */
export const comingPart = (title: string, lines: readonly string[]): readonly KnownBlock[] =>
  lines.length === 0
    ? []
    : [
        header(title),
        paragraph(lines.slice(0, MOST).join('\n')),
        ...(lines.length > MOST ? [note(homeText.others(lines.length - MOST))] : []),
      ];
