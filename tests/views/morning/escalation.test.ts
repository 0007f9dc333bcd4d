import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { LineContent } from '../../../src/domain/morning/content.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import type { StandingToday } from '../../../src/services/morning/list-standing.ts';
import { menuMessage } from '../../../src/views/home.ts';
import { pagesOfMessage } from '../../../src/views/measure.ts';
import { owedMessage } from '../../../src/views/morning/morning.ts';
import { anInquiry } from '../../support/inquiries.ts';

/** What the secretariat and a 主任 are told of sections without an answer: every one of them, however many there are. */

const DAY = localDate('2026-12-17');
const DUE = { dueOn: localDate('2026-12-10'), left: 0, isToday: false } as const;
const inquiry = anInquiry({ title: '協働事業の調査', state: 'open', dueOn: DUE.dueOn });

/** A name of the greatest length the forms take, told apart by its number. */
const longName = (kind: string, number: number): string =>
  `${kind}${String(number).padStart(4, '0')}`.padEnd(60, '長');

const sectionsOf = (department: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: longName('課', department * 100 + index),
    count: 1,
    isAway: index % 7 === 0,
  }));

const pagesOf = (line: LineContent) =>
  pagesOfMessage(owedMessage({ kind: 'morning', day: DAY, lines: [line], contact: '内線0000' }));

const textOf = (blocks: ReturnType<typeof pagesOf>[number]['blocks']): string =>
  blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : [])).join('\n');

describe.each([
  ['26 departments of 100 sections with the longest names', 26, 100],
  ['one department of one section', 1, 1],
  ['60 departments of 3 sections', 60, 3],
])('%s', (_, departments, sections) => {
  const line: LineContent = {
    kind: 'unanswered',
    inquiry,
    departments: Array.from({ length: departments }, (__, index) => ({
      departmentName: longName('部', index),
      sections: sectionsOf(index, sections),
    })),
    ...DUE,
  };
  const pages = pagesOf(line);
  const whole = pages.map(({ blocks }) => textOf(blocks)).join('\n');

  test('are all named, by department in order, and none is cut', () => {
    expect(whole.match(/課\d{4}/gu)).toEqual(
      Array.from({ length: departments }, (__, index) => sectionsOf(index, sections))
        .flat()
        .map(({ name }) => name.slice(0, 5)),
    );
    const named = [...whole.matchAll(/・(部\d{4})長*(\(続き\))?:/gu)];
    expect(named.filter(([, , again]) => again === undefined).map(([, name]) => name)).toEqual(
      Array.from({ length: departments }, (__, index) => longName('部', index).slice(0, 5)),
    );
    expect(whole).not.toContain('…');
    expect(whole).toContain(`未回答:${departments}部局の${departments * sections}件`);
  });

  test('go in messages that Slack takes', () => {
    for (const page of pages) expect(checkMessage(page)).toEqual([]);
    expect(pages.at(-1)?.blocks.some(({ type }) => type === 'actions')).toBe(true);
  });
});

test('on Home and under /kyodo a list that is too long for them is told in numbers, every department', () => {
  const departments = Array.from({ length: 26 }, (_, index) => ({
    departmentName: longName('部', index),
    sections: sectionsOf(index, 100),
  }));
  const ref = subjectOf('inquiry', inquiry.id);
  const standing: StandingToday = {
    lines: [
      { name: { kind: 'unanswered', ref }, content: { kind: 'unanswered', inquiry, departments, ...DUE } },
    ],
    others: { inquiries: 0, rest: 0 },
    day: DAY,
  };
  const menu = menuMessage(standing, [], []);
  expect(checkMessage(menu)).toEqual([]);
  expect(textOf(menu.blocks).match(/・部\d{4}長*:100件/gu)).toHaveLength(26);
});

test('a 主任 is told of every section of the department, too', () => {
  const pages = pagesOf({
    kind: 'department-unanswered',
    inquiry,
    departmentId: '11111111-1111-4111-8111-111111111111',
    departmentName: '総務部',
    sections: sectionsOf(0, 100),
    ...DUE,
  });
  const whole = pages.map(({ blocks }) => textOf(blocks)).join('\n');
  expect(new Set(whole.match(/課\d{4}/gu)).size).toBe(100);
  expect(whole).toContain('部局の未回答(続き):');
  for (const page of pages) expect(checkMessage(page)).toEqual([]);
});
