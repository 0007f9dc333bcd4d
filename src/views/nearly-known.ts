import type { KnownBlock } from '@slack/types';
import type { NearlyKnown, UnknownName } from '../domain/person/person.ts';
import { nearlyKnownText } from '../texts/nearly-known.ts';
import { paragraph } from './blocks.ts';

/** New people of a file who are written nearly as somebody of the record, the first `most` of them by name, under a title. */
export const nearlyKnownLines = (
  nearly: readonly NearlyKnown[],
  most: number = nearly.length,
): readonly string[] => {
  if (nearly.length === 0) return [];
  const lines = nearly.slice(0, most).map(({ line, name, near }) =>
    nearlyKnownText.line(
      line,
      name,
      near.map((one) => nearlyKnownText.person(one.name, one.places)),
    ),
  );
  const more = nearly.length - lines.length;
  return [
    nearlyKnownText.title(nearly.length),
    ...lines,
    ...(more > 0 ? [nearlyKnownText.others(more)] : []),
  ];
};

const nearText = ({ name, places, line }: UnknownName['near'][number]): string =>
  nearlyKnownText.person(name, line === null ? places : [nearlyKnownText.onLine(line)]);

/** Names that the record does not know, the first `most` of them, each with its line and who is near, under a title. */
export const unknownNameLines = (
  unknown: readonly UnknownName[],
  most: number = unknown.length,
): readonly string[] => {
  if (unknown.length === 0) return [];
  const lines = unknown
    .slice(0, most)
    .map(({ line, name, near }) => nearlyKnownText.unknown(line, name, near.map(nearText)));
  const more = unknown.length - lines.length;
  return [
    nearlyKnownText.unknownTitle(unknown.length),
    ...lines,
    ...(more > 0 ? [nearlyKnownText.others(more)] : []),
  ];
};

/** A form names at most this many. */
const MOST_NAMED = 15;

/** The same in 取込みの確認: whether they are the same people is for who looks at it to say. */
export const nearlyKnownPart = (nearly: readonly NearlyKnown[]): readonly KnownBlock[] =>
  nearly.length === 0
    ? []
    : [paragraph([...nearlyKnownLines(nearly, MOST_NAMED), nearlyKnownText.hint].join('\n'))];
