import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { FINAL_ACT, type FinalActId } from '../texts/final-act.ts';
import { form, paragraph } from './blocks.ts';

/** What a final act would do, as it stands when it is asked for. */
export type FinalActShown = {
  /** The numbers it touches, a sentence each: people read them first. */
  readonly numbers: readonly [string, ...string[]];
  /** Which record it is about, and what follows. */
  readonly about: readonly [string, ...string[]];
  /** What is asked for, as a reason. */
  readonly fields?: readonly InputBlock[];
  readonly metadata: unknown;
};

/** The view before a final act: what it touches, what follows, and a button that is named for it. */
export const finalActView = (
  act: FinalActId,
  { numbers, about, fields = [], metadata }: FinalActShown,
): ModalView =>
  form(
    FINAL_ACT[act].title,
    act,
    FINAL_ACT[act].submit,
    [paragraph(numbers.join('\n')), paragraph(about.join('\n')), ...fields],
    metadata,
  );

/** The callback id of a view that tells only what was done. */
export const FINAL_ACT_DONE = 'final-act.done';

/** What the view becomes once the act is done; `undo` is how it is undone, where it can be. */
export const finalActDone = (
  act: FinalActId,
  sentence: string,
  undo: readonly KnownBlock[] = [],
): ModalView => form(FINAL_ACT[act].done, FINAL_ACT_DONE, null, [paragraph(sentence), ...undo]);
