import { describe, expect, test } from 'vitest';
import { audienceLines } from '../../../src/views/inquiry/audience.ts';
import { anInquiry } from '../../support/inquiries.ts';

const DEPARTMENTS = Array.from({ length: 100 }, (_, index) => ({
  id: `D${index}`,
  name: `${String(index).padStart(3, '0')}部`.padEnd(60, '長'),
}));
const SHORT = [
  { id: 'D1', name: '総務部' },
  { id: 'D2', name: '福祉部' },
  { id: 'D3', name: '市民部' },
];

describe('対象', () => {
  test.each([
    ['everyone', '対象:協働推進員全員(主任を含む)'],
    ['promoters', '対象:推進員全員'],
    ['chiefs', '対象:協働推進員(主任)全員'],
  ] as const)('%s is told in the words of the form', (audience, line) => {
    expect(audienceLines(anInquiry({ audience }), SHORT)).toEqual([line]);
  });

  test('names the departments that were chosen, in their order', () => {
    expect(audienceLines(anInquiry({ audience: 'departments', departmentIds: ['D3', 'D1'] }), SHORT)).toEqual(
      ['対象:総務部・市民部の協働推進員(主任を含む)'],
    );
  });

  test('says how many people were chosen', () => {
    expect(audienceLines(anInquiry({ audience: 'people', chosen: ['U0A', 'U0B'] }), SHORT)).toEqual([
      '対象:選ばれた協働推進員2名',
    ]);
  });

  test('is never cut: 100 departments with the longest names go on in lines of their own', () => {
    const departmentIds = DEPARTMENTS.map(({ id }) => id);
    const lines = audienceLines(anInquiry({ audience: 'departments', departmentIds }), DEPARTMENTS);
    expect(lines.join('').match(/\d{3}部長/gu)).toHaveLength(100);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(3000);
  });
});
