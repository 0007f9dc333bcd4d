import { expect, test } from 'vitest';
import { noteAfter } from '../../../src/domain/meeting/written-note.ts';

const BODIES = [
  { id: 'A', writtenNote: '開催案内送付' },
  { id: 'B', writtenNote: '持ち回り' },
  { id: 'C', writtenNote: '' },
];
const EMPTY = { note: '', filledFrom: null };
const FROM_A = { note: '開催案内送付', filledFrom: 'A' };

test.each([
  ['書面開催 fills in the note of the body', EMPTY, 'written', 'A', FROM_A],
  ['a body without one fills in nothing', EMPTY, 'written', 'C', EMPTY],
  ['without a body nothing is filled in', EMPTY, 'written', undefined, EMPTY],
  ['any other way fills in nothing', EMPTY, 'onsite', 'A', EMPTY],
  ['another body brings its own note', FROM_A, 'written', 'B', { note: '持ち回り', filledFrom: 'B' }],
  ['a body without one takes the other’s away', FROM_A, 'written', 'C', EMPTY],
  ['another way leaves it', FROM_A, 'onsite', 'A', FROM_A],
  [
    'what was typed stays',
    { note: '案内済み', filledFrom: null },
    'written',
    'A',
    { note: '案内済み', filledFrom: null },
  ],
  [
    'what was changed after it was filled in stays',
    { note: '案内済み', filledFrom: 'A' },
    'written',
    'B',
    { note: '案内済み', filledFrom: 'A' },
  ],
  [
    'what was emptied after it was filled in stays empty',
    { note: '', filledFrom: 'A' },
    'written',
    'B',
    { note: '', filledFrom: 'A' },
  ],
] as const)('%s', (_, before, way, bodyId, after) => {
  expect(noteAfter(before, { way, bodyId }, BODIES)).toEqual(after);
});
