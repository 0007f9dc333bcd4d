/** What a line mentions, by the text by which it does (its subject, an account, an id), each as it was called at that moment. */
export type AuditNames = Readonly<Record<string, string>>;

/** One audit line: who did what on which row, before and after, when, from where. Never changed. */
export type AuditLine = {
  readonly at: Date;
  readonly actor: string;
  readonly via: string;
  readonly action: string;
  readonly subject: string;
  readonly reason: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly names: AuditNames;
};

/** Before an act's name in its line when it was refused. */
export const REFUSED = 'refused ';

/** Who changed a row, and when; `name` as the record knows it. */
export type Change = { readonly by: string; readonly name: string | null; readonly at: Date };

/** One fact that a line tells of; undefined where the row did not have it, or where the line does not say. */
export type ChangedFact = { readonly fact: string; readonly before: unknown; readonly after: unknown };

/** What a line keeps of a row, fact by fact. */
export const factsOfLine = (kept: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? Object.entries(kept) : []);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a line changed, by what it keeps alone: a fact that was the same before is left
 * out, and so is one that the line keeps of one side only, but where it has that side alone.
 */
export const changedFacts = ({
  before,
  after,
}: Pick<AuditLine, 'before' | 'after'>): readonly ChangedFact[] => {
  const [was, is] = [factsOfLine(before), factsOfLine(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((fact) => {
    const isOneSided = was.size === 0 || is.size === 0;
    const isKept = isOneSided || (was.has(fact) && is.has(fact));
    const changed = { fact, before: was.get(fact), after: is.get(fact) };
    return isKept && !isSame(changed.before, changed.after) ? [changed] : [];
  });
};
