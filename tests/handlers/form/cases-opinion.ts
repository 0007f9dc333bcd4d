import type { City } from '../permission/city.ts';
import { reason } from '../permission/kinds.ts';
import { opinionFields } from '../permission/opinion.ts';
import { typed } from '../steps.ts';
import { type FormCase, form, newest, revisionOf, type Sent } from './kinds.ts';

/** Forms of 評価・意見. */

const ofOpinion = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const opinionId = await newest(city, 'opinion');
  return { metadata: { opinionId, revision: await revisionOf(city, 'opinion', opinionId) }, fields };
};

export const OPINIONS: readonly FormCase[] = [
  form('opinion.register', () => ({ metadata: {}, fields: opinionFields })),
  form('opinion.edit', (city) =>
    ofOpinion(city, { ...opinionFields, number: typed('9'), words: typed('研修を6月に行ってください。') }),
  ),
  form('opinion.cancel', (city) => ofOpinion(city, reason)),
];
