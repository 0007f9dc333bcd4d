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
