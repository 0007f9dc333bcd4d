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

/** What a line is about: a word for the kind of row, its id, and a fiscal year where the row is of one. */
export type AuditSubject = { readonly kind: string; readonly id: string; readonly year: number | undefined };

/** Reads a subject as it is kept. E.g. `did-not-meet:ID:2026`, `meeting:ID`, `settings`. */
export const readSubject = (subject: string): AuditSubject => {
  const [kind = '', id = '', year] = subject.split(':');
  return { kind, id, year: year === undefined || !/^\d{4}$/u.test(year) ? undefined : Number(year) };
};
