import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { FormSubmission } from './types.ts';

/** Forms that read a file somebody chose: Slack is to be answered within 3 seconds, however large it is. */

/** Slack's id of a file. */
export const FileId: z.ZodString = z.string().regex(/^F[A-Z0-9]+$/u);

/** So much is read, and so many rows are recorded, before Slack is answered; so much is read at all. */
const SMALL_BYTES = 5_000;
const FEW_ROWS = 50;
export const MOST_BYTES: number = 5 * 1024 * 1024;

/** What is shown while it takes long, and how a problem is told: as a sentence, and as a view where there is no field for one. */
type Telling<Problem> = {
  readonly waiting: () => ModalView;
  readonly sentence: (problem: Problem) => string;
  readonly notice: (sentence: string) => ModalView;
};

type Looked<Problem> = Promise<Result<ModalView, Problem>>;

const isTooLarge = (problem: { readonly kind: string; readonly problem?: unknown }): boolean =>
  problem.kind === 'file' && problem.problem === 'too-large';

/** Shows what `look` makes of a file on top of the form: at once, or of a large file when it is read. */
export const showLook = async <Problem extends { readonly kind: string }>(
  { reject, push, pushThen }: Pick<FormSubmission, 'reject' | 'push' | 'pushThen'>,
  look: (mostBytes: number) => Looked<Problem>,
  { waiting, sentence, notice }: Telling<Problem>,
): Promise<void> => {
  const looked = await look(SMALL_BYTES);
  if (looked.ok) return push(looked.value);
  if (!isTooLarge(looked.error)) return reject({ file: sentence(looked.error) });
  await pushThen(waiting(), async () => {
    const large = await look(MOST_BYTES);
    return large.ok ? large.value : notice(sentence(large.error));
  });
};

/** Shows what came of an import that was approved, in place of its preview; of many rows when they are recorded. */
export const showAllAfter = async <Problem>(
  { reject, show, pushThen }: Pick<FormSubmission, 'reject' | 'show' | 'pushThen'>,
  rows: number,
  approve: () => Looked<Problem>,
  { waiting, sentence, notice }: Telling<Problem>,
): Promise<void> => {
  if (rows > FEW_ROWS)
    return pushThen(waiting(), async () => {
      const large = await approve();
      return large.ok ? large.value : notice(sentence(large.error));
    });
  const approved = await approve();
  await (approved.ok ? show(approved.value) : reject({ '': sentence(approved.error) }));
};
