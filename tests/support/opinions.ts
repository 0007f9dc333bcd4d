import type { OpinionYear } from '../../src/domain/opinion/opinion.ts';

const AT = new Date('2024-07-01T10:00:00+09:00');

/** 市の調査・検討 of a year, written and not 公表済. */
export const aConsideration = (facts: Partial<OpinionYear> = {}): OpinionYear => ({
  fiscalYear: 2023,
  consideration: '調査し、検討します。',
  response: 'will_do',
  responseWhen: '',
  meetingIds: [],
  saved: { by: 'U0OFFICE', at: AT },
  published: null,
  revision: 1,
  ...facts,
});
