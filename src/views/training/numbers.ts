import type { ImageBlock, KnownBlock } from '@slack/types';
import { shorten } from '../../domain/letters.ts';
import type { ProgrammeNumbers } from '../../domain/training/numbers.ts';
import { trainingNumbersText } from '../../texts/training-numbers.ts';
import { header, note, paragraph } from '../blocks.ts';

/** At most this many programmes are told, in words and in the picture; with more nobody would find one. */
export const MOST_PROGRAMMES_TOLD = 8;

const picture = (fileId: string, alt: string): ImageBlock => ({
  type: 'image',
  slack_file: { id: fileId },
  alt_text: shorten(alt, 2000),
});

/**
 * 研修の人数 for the Home tab: the picture, where Slack has it, and the same with all numbers in words; no block where
 * nothing was held.
 */
export const trainingNumbersPart = (
  programmes: readonly ProgrammeNumbers[],
  pictureFileId: string | undefined,
): readonly KnownBlock[] => {
  const told = programmes.slice(0, MOST_PROGRAMMES_TOLD);
  if (told.length === 0) return [];
  return [
    header(trainingNumbersText.title),
    ...(pictureFileId === undefined ? [] : [picture(pictureFileId, trainingNumbersText.alt(told))]),
    ...told.map((programme) =>
      paragraph(
        [
          trainingNumbersText.nameOf(programme),
          ...programme.years.map((numbers) => trainingNumbersText.year(numbers)),
        ].join('\n'),
      ),
    ),
    note(trainingNumbersText.lead),
    ...(programmes.length > told.length
      ? [note(trainingNumbersText.others(programmes.length - told.length))]
      : []),
  ];
};
