import { expect, test } from 'vitest';
import { calledBy } from '../../src/handlers/commands.ts';
import type { Subcommand } from '../../src/handlers/types.ts';

const subcommand = (words: readonly string[], argument?: string): Subcommand => ({
  words,
  ...(argument === undefined ? {} : { argument }),
  audience: 'all',
  does: '',
  handle: () => async () => undefined,
});
const SUBCOMMANDS = [
  subcommand([]),
  subcommand(['受付', 'checkin'], 'コード'),
  subcommand(['受付状況'], '番号'),
  subcommand(['一覧', 'list'], '年度'),
  subcommand(['数値']),
];

test.each([
  ['', ['']],
  ['受付 382-945', ['受付', '382-945']],
  ['受付382-945', ['受付', '382-945']],
  ['受付(382 945)', ['受付', '(382', '945)']],
  ['受付「382-945」', ['受付', '「382-945」']],
  ['CHECKIN382945。', ['受付', '382945。']],
  ['受付状況3', ['受付状況', '3']],
  ['一覧2026', ['一覧', '2026']],
  // Letters make another word, and what takes nothing is followed by nothing.
  ['受付表', ['?', '受付表']],
  ['listing', ['?', 'listing']],
  ['数値5', ['?', '数値5']],
  ['382-945', ['?', '382-945']],
])('%j', (typed, reached) => {
  const { called, words } = calledBy(
    SUBCOMMANDS,
    typed.split(' ').filter((word) => word !== ''),
  );
  expect([called === undefined ? '?' : (called.words[0] ?? ''), ...words]).toEqual(reached);
});
