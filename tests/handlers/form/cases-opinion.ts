import { randomUUID } from 'node:crypto';
import { type City, PERSON } from '../permission/city.ts';
import { reason } from '../permission/kinds.ts';
import { considerationFields, importShown, opinionFields } from '../permission/opinion.ts';
import { chosen, picked, rowsOf, typed } from '../steps.ts';
import { type FormCase, file, form, newest, revisionOf, type Sent } from './kinds.ts';

/** Forms of 評価・意見. */

const ofOpinion = async (city: City, fields: Sent['fields']): Promise<Sent> => {
  const opinionId = await newest(city, 'opinion');
  return { metadata: { opinionId, revision: await revisionOf(city, 'opinion', opinionId) }, fields };
};

const FILE = '年度,番号,項目,種別,評価・意見\n令和7年度,71,第5章,意見,よい\n';

export const OPINIONS: readonly FormCase[] = [
  form('opinion-import.file', (city) => ({ metadata: {}, fields: { file: file(city, 'iken.csv', FILE) } }), {
    pushes: true,
  }),
  form('opinion-import.approve', (city) => ({
    metadata: {
      fileId: city.practice.slack.upload(PERSON.secretary, { name: 'iken.csv', content: FILE }).id,
      shown: importShown,
    },
    fields: {},
  })),
  form('opinion.register', () => ({ metadata: {}, fields: opinionFields })),
  form('opinion.edit', (city) =>
    ofOpinion(city, { ...opinionFields, number: typed('9'), words: typed('研修を6月に行ってください。') }),
  ),
  form('opinion-ask.save', async (city) => {
    await rowsOf(
      city.practice,
      `insert into opinion_section (workspace_id, opinion_id, section_id, position)
       select workspace_id, id, $2, 1 from opinion where id = $1 on conflict do nothing`,
      [city.opinion, city.welfareSection],
    );
    return {
      metadata: { inquiryId: randomUUID(), revision: 0, year: 2025, title: '調査・検討' },
      fields: { dueOn: picked('2026-12-10'), content: typed('お願いします。'), sending: chosen('draft') },
    };
  }),
  form('consideration.save', async (city) => ({
    metadata: { opinionId: city.opinion, year: 2025, revision: 0, seen: '' },
    fields: considerationFields,
  })),
  form('opinion.cancel', (city) => ofOpinion(city, reason)),
];
