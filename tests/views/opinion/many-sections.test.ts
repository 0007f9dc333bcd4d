import { expect, test } from 'vitest';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import { considerationForm, considerationSaved } from '../../../src/views/opinion/consideration.ts';
import { opinionEditForm } from '../../../src/views/opinion/form.ts';
import { aConsideration, anOpinion } from '../../support/opinions.ts';

/** 評価・意見 that concern every 課・室等 of a large city, all of which have answered. */
const ids = Array.from({ length: 300 }, () => crypto.randomUUID());
const places = ids.map((sectionId, index) => ({
  sectionId,
  sectionName: `第${index + 1}課`,
  departmentId: 'd',
  departmentName: '市民協働推進部',
}));
const opinion = anOpinion({ sectionIds: ids, words: 'あ'.repeat(3000), item: 'い'.repeat(150) });
const opened = {
  opinion,
  year: 2024,
  considered: undefined,
  before: aConsideration({ consideration: 'う'.repeat(3000) }),
  answers: places.map((place) => ({
    opinionId: opinion.id,
    sectionId: place.sectionId,
    inquiry: { id: crypto.randomUUID(), fiscalYear: 2024, number: 1, state: 'open' as const },
    answer: { id: crypto.randomUUID(), at: new Date('2025-01-06T10:00:00+09:00'), text: 'え'.repeat(3000) },
    isReturned: false,
    place,
  })),
  unasked: [],
  meetings: [],
};

test('市の調査・検討を記録 opens with the answers of 300 sections, and after it is kept', () => {
  expect(checkView(considerationForm(opened))).toEqual([]);
  const considered = aConsideration({ fiscalYear: 2024, consideration: 'お'.repeat(3000) });
  expect(checkView(considerationForm({ ...opened, considered }))).toEqual([]);
});

test('all of them having answered meanwhile is told', () => {
  const saved = { opinion, isPublished: true, wasPublished: false, cameSince: places };
  const view = considerationSaved(saved, 2024);
  expect(checkView(view)).toEqual([]);
  expect(JSON.stringify(view)).toContain('記録した文章には入っていません');
});

test('評価・意見を編集 opens with 300 関係課', () => {
  const departments = [
    {
      id: 'd',
      name: '市民協働推進部',
      position: 1,
      startsOn: null,
      endsOn: null,
      sections: ids.map((id, index) => ({
        id,
        name: `第${index + 1}課`,
        position: index + 1,
        startsOn: null,
        endsOn: null,
      })),
    },
  ] as never;
  expect(checkView(opinionEditForm({ opinion, ofYear: 1, askedSections: 0, departments }))).toEqual([]);
});
