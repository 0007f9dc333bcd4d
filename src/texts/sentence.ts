type Kinded = { readonly kind: string };

/** Those of a union that are of a kind. */
type OfKind<All extends Kinded, Kind> = All extends unknown
  ? Kind extends All['kind']
    ? All
    : never
  : never;

/** What is said of each kind of problem: the same of all of a kind, or as its data say. */
export type SentencesOf<Problem extends Kinded> = {
  readonly [Kind in Problem['kind']]: string | ((problem: OfKind<Problem, Kind>) => string);
};

/** The sentence of a problem. */
export const sentenceOf = <Problem extends Kinded>(
  sentences: SentencesOf<Problem>,
  problem: Problem,
): string => {
  const said: string | ((problem: never) => string) = sentences[problem.kind as Problem['kind']];
  // What stands at its kind takes a problem of that kind, though TypeScript can't follow a union so far.
  return typeof said === 'string' ? said : said(problem as never);
};
