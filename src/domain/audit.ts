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
};

/** Before an act's name in its line when it was refused. */
export const REFUSED = 'refused ';

/** Who changed a row, and when; `name` as the record knows it. */
export type Change = { readonly by: string; readonly name: string | null; readonly at: Date };
