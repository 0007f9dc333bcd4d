/** What of the years before the bot can be imported, each in a file of its own. */
export const PAST_KINDS = ['meetings', 'trainings', 'attendance'] as const;
export type PastKind = (typeof PAST_KINDS)[number];
