import type { AuditLine } from '../audit.ts';

/** One earlier change of a meeting or training: when, by whom, what stood before, and why. */
export type OccasionChange<Before> = Pick<AuditLine, 'at' | 'actor' | 'reason'> & { readonly before: Before };

/** The changes that audit lines tell of, in their order; `replaced` says what a line replaced, if it changed anything. */
export const changesOf = <Before>(
  lines: readonly AuditLine[],
  replaced: (line: AuditLine) => Before | undefined,
): readonly OccasionChange<Before>[] =>
  lines.flatMap((line) => {
    const before = replaced(line);
    return before === undefined ? [] : [{ at: line.at, actor: line.actor, reason: line.reason, before }];
  });
