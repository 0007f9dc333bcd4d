import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { DepartmentWithSections } from '../../../src/domain/department.ts';
import { type ImportedOpinion, planOpinions, shownOfPlan } from '../../../src/domain/opinion/import.ts';
import { anOpinion } from '../../support/opinions.ts';

const TODAY = localDate('2026-11-24');

const department = (name: string, ...sections: readonly string[]): DepartmentWithSections => ({
  id: name,
  name,
  position: 10,
  sections: sections.map((section, index) => ({
    id: `${name}/${section}`,
    departmentId: name,
    name: section,
    position: index,
    endedOn: section === '市民課分室' ? localDate('2026-03-31') : null,
  })),
});
const DEPARTMENTS = [
  department('市民協働部', '市民協働課', '総務課'),
  department('福祉部', '福祉課', '総務課', '市民課分室'),
];

const row = (facts: Partial<ImportedOpinion> = {}): ImportedOpinion => ({
  line: 2,
  fiscalYear: '令和5年度',
  number: '1',
  item: '第5章 職員の育成',
  kind: 'opinion',
  words: '研修を早い時期に行ってください。',
  sections: [],
  ...facts,
});
const plan = (rows: readonly ImportedOpinion[], opinions = [anOpinion()]) =>
  planOpinions({ opinions, departments: DEPARTMENTS, today: TODAY }, rows);
const shown = (...rows: readonly ImportedOpinion[]) => {
  const planned = plan(rows);
  if (!planned.ok) throw new Error(JSON.stringify(planned.error));
  const { added, changed, known } = shownOfPlan(planned.value);
  return [added, changed, known];
};
const problemOf = (one: ImportedOpinion) => {
  const planned = plan([one]);
  return planned.ok ? undefined : planned.error.map(({ line, problem }) => ({ line, ...problem }));
};
const sectionsOf = (sections: readonly string[]) => {
  const planned = plan([row({ number: '9', sections })]);
  return planned.ok ? planned.value.additions[0]?.sectionIds : planned.error;
};

test('an opinion is told by its year and number, and one that stands word for word is left alone', () => {
  expect(shown(row())).toEqual([0, 0, 1]);
  expect(shown(row({ fiscalYear: 'R5', number: ' １' }))).toEqual([0, 0, 1]);
  expect(shown(row({ number: '2' }), row({ line: 3, fiscalYear: '2022' }))).toEqual([2, 0, 0]);
  expect(shown(row({ words: '研修を6月に行ってください。' }))).toEqual([0, 1, 0]);
});

test('関係課 that a file leaves out stay as they stand', () => {
  const opinions = [anOpinion({ sectionIds: ['福祉部/福祉課'] })];
  const planned = plan([row()], opinions);
  expect(planned).toMatchObject({ ok: true, value: { known: 1, changes: [] } });
  expect(plan([row({ sections: ['市民協働課'] })], opinions)).toMatchObject({
    value: { changes: [{ facts: { sectionIds: ['市民協働部/市民協働課'] } }] },
  });
});

describe('a section', () => {
  test.each([
    [['福祉部 福祉課'], ['福祉部/福祉課']],
    [
      ['福祉課', '市民協働部　総務課'],
      ['市民協働部/総務課', '福祉部/福祉課'],
    ],
    [['福祉課', '福祉部福祉課'], ['福祉部/福祉課']],
  ])('%j is found', (typed, ids) => expect(sectionsOf(typed)).toEqual(ids));

  const near = (...places: readonly string[]) =>
    places.map((place) => {
      const [departmentName = '', sectionName = ''] = place.split(' ');
      return { departmentName, sectionName };
    });
  test.each([
    ['市民恊働課', 'section-unknown', near('市民協働部 市民協働課')],
    ['福祉部', 'section-unknown', near('福祉部 福祉課', '福祉部 総務課')],
    ['協働課', 'section-unknown', near('市民協働部 市民協働課')],
    ['消防本部', 'section-unknown', []],
    // 廃止 since April.
    ['市民課分室', 'section-unknown', []],
    ['総務課', 'section-unclear', near('市民協働部 総務課', '福祉部 総務課')],
  ])('%s is %s', (typed, kind, places) =>
    expect(problemOf(row({ line: 7, sections: [typed] }))).toEqual([
      { line: 7, field: 'sections', kind, typed, near: places },
    ]),
  );
});

test('every bad line is told: a year that is none, a number twice', () => {
  const planned = plan([
    row({ line: 2, number: '2' }),
    row({ line: 3, fiscalYear: '去年' }),
    row({ line: 4, number: '２' }),
    row({ line: 5, number: '2', sections: ['消防本部'] }),
  ]);
  expect(planned).toMatchObject({
    ok: false,
    error: [
      { line: 3, problem: { field: 'fiscalYear', kind: 'year-unreadable' } },
      { line: 4, problem: { field: 'number', kind: 'number-twice', otherLine: 2 } },
      { line: 5, problem: { field: 'number', kind: 'number-twice', otherLine: 2 } },
      { line: 5, problem: { field: 'sections', kind: 'section-unknown' } },
    ],
  });
});
