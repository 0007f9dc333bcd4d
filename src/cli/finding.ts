import { doctorText } from '../texts/cli.ts';

/** What a check found: a line to print, and whether the bot can work with it. */
export type Finding = { readonly line: string; readonly passes: boolean };

/** Nothing is to be done. */
export const good = (what: string): Finding => ({ line: doctorText.ok(what), passes: true });
/** The bot works, but not as it might. */
export const note = (what: string, mend: string): Finding => ({
  line: doctorText.note(what, mend),
  passes: true,
});
/** The bot can't work. */
export const bad = (what: string, mend: string): Finding => ({
  line: doctorText.problem(what, mend),
  passes: false,
});
