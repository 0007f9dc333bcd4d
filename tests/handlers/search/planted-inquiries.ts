import { randomUUID } from 'node:crypto';
import { SECRETARY } from '../../support/practice.ts';
import { wordOf } from './fields.ts';
import { WHO } from './people.ts';
import { AT, type Planting, type Row, TODAY, TOMORROW } from './planting.ts';

/** 照会 and 評価・意見 of every standing. */
export const plantInquiriesAndOpinions = async ({ put, person, welfare, green }: Planting): Promise<void> => {
  let number = 0;
  const inquiry = (fields: Row): Promise<string> => {
    number += 1;
    return put('inquiry', {
      id: randomUUID(),
      fiscal_year: 2026,
      number,
      title: '照会',
      content: '内容',
      duty: 'other',
      due_on: '2026-12-10',
      audience: 'promoters',
      department_ids: [],
      chosen: [],
      answer_form: 'applicability',
      state: 'open',
      created_by: SECRETARY,
      created_at: AT,
      asked_on: TODAY,
      ...fields,
    });
  };
  const target = (inquiry_id: string, section: string, fields: Row = {}): Promise<string> =>
    put('inquiry_target', { inquiry_id, section_id: section, role: 'promoter', ...fields });
  const ofWelfare = await inquiry({
    title: wordOf('q-title'),
    content: wordOf('q-content'),
    requester: wordOf('q-requester'),
    document_number: wordOf('q-number'),
  });
  await target(ofWelfare, welfare, { return_reason: wordOf('q-returned') });
  await put('inquiry_answer', {
    id: randomUUID(),
    inquiry_id: ofWelfare,
    section_id: welfare,
    role: 'promoter',
    at: AT,
    by: WHO.promoter.id,
    applicable: true,
    text: wordOf('q-answer'),
  });
  const named = await person('担当 五郎', WHO.delegate.id);
  await target(await inquiry({ title: wordOf('r-title'), state: 'closed' }), green, { delegate_id: named });
  await inquiry({ title: wordOf('s-draft'), state: 'draft', asked_on: null });
  await target(await inquiry({ title: wordOf('s-later'), asked_on: TOMORROW }), welfare);
  await target(
    await inquiry({ title: wordOf('s-cancelled'), state: 'cancelled', end_reason: wordOf('s-reason') }),
    welfare,
  );

  const opinion = (fields: Row): Promise<string> =>
    put('opinion', {
      id: randomUUID(),
      fiscal_year: 2025,
      number: '1',
      item: '項目',
      kind: 'opinion',
      words: '意見',
      recorded_by: SECRETARY,
      recorded_at: AT,
      ...fields,
    });
  const told = await opinion({ item: wordOf('l-item'), words: wordOf('l-words') });
  const considered = { saved_at: AT, saved_by: SECRETARY };
  await put('opinion_year', {
    ...considered,
    opinion_id: told,
    fiscal_year: 2025,
    consideration: wordOf('l-told'),
    published_at: AT,
    published_by: SECRETARY,
  });
  await put('opinion_year', {
    ...considered,
    opinion_id: told,
    fiscal_year: 2026,
    consideration: wordOf('l-later'),
  });
  const kept = await opinion({ number: '2', words: wordOf('h-words') });
  await put('opinion_year', {
    ...considered,
    opinion_id: kept,
    fiscal_year: 2025,
    consideration: wordOf('h-considered'),
  });
  await opinion({ number: '3', words: wordOf('z-words'), cancelled_at: AT });
};
