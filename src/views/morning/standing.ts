import type { KnownBlock } from '@slack/types';
import { LINE_KINDS, type MorningLine } from '../../domain/morning/morning.ts';
import { joinParts, splitParts } from '../../domain/parts.ts';
import { isSubject } from '../../domain/subject.ts';
import type { StandingToday } from '../../services/morning/list-standing.ts';
import { homeText } from '../../texts/home.ts';
import { answerText } from '../../texts/inquiry-answer.ts';
import { button, buttons, note } from '../blocks.ts';
import { unansweredNumbers } from './inquiry.ts';
import { lineBlocks } from './morning.ts';

/** What blocks of buttons of lines that stand open begin with. */
const STANDING = 'standing';

/** The line to which a pressed button belongs, by its block; undefined where it belongs to none. */
export const lineOfBlock = (blockId: string): MorningLine | undefined => {
  const [word, kind, ...ref] = splitParts(blockId);
  const known = LINE_KINDS.find((candidate) => candidate === kind);
  const subject = joinParts(...ref);
  return word === STANDING && known !== undefined && isSubject(subject)
    ? { kind: known, ref: subject }
    : undefined;
};

/** The same with one line fewer, which is counted among the others: of inquiries, which have a list of their own, while there are any. */
export const withOneFewer = ({ lines, others, day }: StandingToday): StandingToday => {
  const isInquiry = ({ name }: StandingToday['lines'][number]): boolean => name.kind === 'inquiry';
  const last = lines.findLast(isInquiry) ?? lines.at(-1);
  if (last === undefined) return { lines, others, day };
  const { inquiries, rest } = others;
  return {
    lines: lines.filter((line) => line !== last),
    others: isInquiry(last) ? { inquiries: inquiries + 1, rest } : { inquiries, rest: rest + 1 },
    day,
  };
};

/** A list by department may be longer than these surfaces are: with more blocks it is told in numbers. */
const MOST_OF_A_LIST = 3;

const blocksOf = ({ name, content }: StandingToday['lines'][number], day: string): readonly KnownBlock[] => {
  const blockId = joinParts(STANDING, name.kind, name.ref);
  const blocks = lineBlocks(content, day, blockId);
  return content.kind === 'unanswered' && blocks.length > MOST_OF_A_LIST
    ? unansweredNumbers(content, day, blockId)
    : blocks;
};

/** What stands open for somebody: the lines of a morning message with their buttons; no block where nothing does. */
export const standingPart = ({ lines, others, day }: StandingToday): readonly KnownBlock[] => [
  ...lines.flatMap((line) => blocksOf(line, day)),
  ...(others.inquiries === 0
    ? []
    : [
        note(answerText.others(others.inquiries)),
        ...buttons('more-inquiries', [button('inquiry-own.open', answerText.all, '1')]),
      ]),
  ...(others.rest === 0 ? [] : [note(homeText.others(others.rest))]),
];
