import type { OpinionOnDesk } from '../../src/domain/opinion/desk.ts';
import type { Opinion, OpinionYear } from '../../src/domain/opinion/opinion.ts';

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

/** An opinion on 令和5年度 as it was given, not considered yet. */
export const anOpinion = (facts: Partial<Opinion> = {}): Opinion => ({
  id: '00000000-0000-4000-8000-00000000c001',
  fiscalYear: 2023,
  number: '1',
  item: '第5章 職員の育成',
  kind: 'opinion',
  words: '研修を早い時期に行ってください。',
  sectionIds: [],
  recordedBy: 'U0OFFICE',
  recordedAt: AT,
  cancelled: null,
  years: [],
  revision: 1,
  ...facts,
});

/** An opinion as it stands in 令和5年度: registered, unless told otherwise. */
export const onDesk = (facts: Partial<OpinionOnDesk> = {}): OpinionOnDesk => ({
  opinion: anOpinion(),
  year: 2023,
  isCarried: false,
  state: 'registered',
  considered: undefined,
  before: undefined,
  places: [],
  meetings: [],
  ...facts,
});
