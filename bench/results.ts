/** What a bench found of one of its criteria, and between what it is to be. */
export type Result = {
  readonly what: string;
  readonly is: number;
  readonly bound: readonly [least: number, most: number];
};

const isKept = ({ is, bound: [least, most] }: Result): boolean => is >= least && is <= most;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints what was found, with `--json` as one object together with `figures`; whether all of it is as it is to be. */
export const printResults = (
  results: readonly Result[],
  figures: unknown,
  isJson = process.argv.includes('--json'),
): boolean => {
  if (isJson)
    say(JSON.stringify({ figures, results: results.map((one) => ({ ...one, isKept: isKept(one) })) }));
  else
    for (const one of results) {
      const [least, most] = one.bound;
      const wanted = Number.isFinite(most) ? `at most ${most}` : `at least ${least}`;
      say(`${isKept(one) ? 'kept  ' : 'missed'} ${one.what}: ${one.is} (${wanted})`);
    }
  return results.every(isKept);
};
