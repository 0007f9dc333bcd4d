import type { Button, KnownBlock } from '@slack/types';
import { joinParts } from '../domain/parts.ts';
import { stepText } from '../texts/steps.ts';
import { buttons, header, paragraph } from './blocks.ts';

type Step<Name extends string> = { readonly name: Name; readonly isDone: boolean };

/** What is known of a list of steps, and how each is shown. */
type Steps<Name extends string> = {
  /** Before the names of the blocks with buttons. */
  readonly prefix: string;
  readonly steps: readonly Step<Name>[];
  readonly title: (done: number, all: number) => string;
  readonly words: Readonly<Record<Name, { readonly title: string; readonly how: string }>>;
  /** What stands under an open step besides what is to be done, a line each. */
  readonly lines: (name: Name) => readonly string[];
  readonly buttons: (name: Name) => readonly Button[];
};

/** So many names are told in a step. */
const MOST_NAMED = 5;

/** The first of some names, and how many others there are; no line where there are none. */
export const firstNamed = (
  names: readonly string[],
  line: (first: readonly string[], others: number) => string,
): readonly string[] =>
  names.length === 0 ? [] : [line(names.slice(0, MOST_NAMED), Math.max(0, names.length - MOST_NAMED))];

/** Steps that are done by what the record has: what is done in a word, what is open with its buttons; nothing once all is done. */
export const stepBlocks = <Name extends string>(shown: Steps<Name>): readonly KnownBlock[] => {
  const { steps, words } = shown;
  const done = steps.filter(({ isDone }) => isDone);
  if (done.length === steps.length) return [];
  // Those done one after the other are one paragraph: they stand close together.
  const doneFrom = (index: number): string => {
    const end = steps.findIndex(({ isDone }, at) => at > index && !isDone);
    return steps
      .slice(index, end === -1 ? steps.length : end)
      .map(({ name }) => stepText.done(words[name].title))
      .join('\n');
  };
  return [
    header(shown.title(done.length, steps.length)),
    ...steps.flatMap(({ name, isDone }, index): readonly KnownBlock[] => {
      if (isDone) return steps[index - 1]?.isDone ? [] : [paragraph(doneFrom(index))];
      const { title, how } = words[name];
      return [
        paragraph([stepText.open(title, how), ...shown.lines(name)].join('\n')),
        ...buttons(joinParts(shown.prefix, name), shown.buttons(name)),
      ];
    }),
  ];
};
