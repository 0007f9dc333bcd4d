import { describe, expect, test } from 'vitest';
import { printMoment } from '../../../src/domain/calendar/moment.ts';
import type { DepartmentWithSections } from '../../../src/domain/department.ts';
import type { Inquiry } from '../../../src/domain/inquiry/inquiry.ts';
import { statusByDepartment, tallyOf } from '../../../src/domain/inquiry/tally.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { InquiryStatus } from '../../../src/services/inquiry/read-status.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { inquiryStatusMessage } from '../../../src/views/inquiry/status.ts';
import { fitsOneMessage } from '../../../src/views/measure.ts';
import { asSent } from '../../support/as-sent.ts';
import { anInquiry, aTarget } from '../../support/inquiries.ts';

const id = (kind: number, number: number): string =>
  `00000000-0000-4000-${8000 + kind}-${String(number).padStart(12, '0')}`;

/** So many departments with as many sections each, all called `name` and a number of their own. */
const city = (departments: number, sections: number, name: string): readonly DepartmentWithSections[] =>
  Array.from({ length: departments }, (_, at) => ({
    id: id(1, at),
    name: `部${at + 1}・${name}`.slice(0, 60),
    position: at + 1,
    sections: Array.from({ length: sections }, (__, index) => ({
      id: id(2, at * sections + index),
      departmentId: id(1, at),
      name: `課${at * sections + index}・${name}`.slice(0, 60),
      position: index + 1,
      endedOn: null,
    })),
  }));

const COLLECTED = new Date('2026-12-02T10:00:00+09:00');

/** Nobody has answered, some departments are とりまとめ完了. */
const statusOf = (all: readonly DepartmentWithSections[], facts: Partial<Inquiry> = {}): InquiryStatus => {
  const inquiry = anInquiry({ audience: 'departments', departmentIds: all.map((one) => one.id), ...facts });
  const targets = all.flatMap(({ sections }) =>
    sections.map((section) => aTarget({ inquiryId: inquiry.id, sectionId: section.id })),
  );
  return {
    inquiry,
    tally: tallyOf(inquiry, targets),
    departments: statusByDepartment(inquiry, targets, all),
    named: all,
    collected: all.map(({ id: departmentId }) => ({ departmentId, at: COLLECTED, by: 'U0CHIEF' })),
    answers: [],
    mayManage: true,
    steps: ['extend', 'close', 'cancel'],
  };
};

const pagesOf = (status: InquiryStatus): readonly SlackMessage[] => {
  const [first, ...rest] = [1, 2].map((page) => inquiryStatusMessage(status, page));
  const count = Number(/1\/(\d+)ページ/u.exec(JSON.stringify(first?.blocks))?.[1] ?? 1);
  expect(rest.length).toBeLessThanOrEqual(count);
  return Array.from({ length: count }, (_, index) => inquiryStatusMessage(status, index + 1));
};

const textOf = (pages: readonly SlackMessage[]): string => JSON.stringify(pages.map(({ blocks }) => blocks));

describe.each([
  ['short names', '市民'],
  ['the longest names', '長'.repeat(60)],
  ['hostile names', '<!channel>&*`@here'.repeat(4)],
])('26 departments of 100 sections with %s', (_what, name) => {
  const all = city(26, 100, name);
  const pages = pagesOf(statusOf(all));

  test('are told to the last section, each once, in the order of the departments', () => {
    const said = [...textOf(pages).matchAll(/課(\d+)・/gu)].map(([, number]) => Number(number));
    expect(said).toEqual(Array.from({ length: 2600 }, (_, index) => index));
    const heads = [...textOf(pages).matchAll(/部(\d+)・[^\\"]* 0\/100件/gu)].map(([, number]) =>
      Number(number),
    );
    expect(heads).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    expect(textOf(pages)).not.toContain('…');
    expect(textOf(pages).split(`とりまとめ完了(${printMoment(COLLECTED)})`)).toHaveLength(27);
  });

  test('come in pages that Slack takes as messages and as dialogs', () => {
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(asSent).flatMap(checkMessage)).toEqual([]);
    expect(pages.map(sentenceForm).flatMap(checkView)).toEqual([]);
    expect(pages.filter(({ blocks }) => !fitsOneMessage(blocks))).toEqual([]);
  });

  test('stand under the name of the inquiry on every page, with what may be done on the first', () => {
    const withName = pages.filter((page) => textOf([page]).includes('第1号 協働事業についての調査'));
    expect(withName).toHaveLength(pages.length);
    const withActs = pages.map((page) => textOf([page]).includes('締め切る'));
    expect(withActs).toEqual(pages.map((_, index) => index === 0));
  });
});

test('a city of 26 departments of four sections is all on one or two pages', () => {
  const pages = pagesOf(statusOf(city(26, 4, '市民'), { title: '件'.repeat(100) }));
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(pages.map(asSent).flatMap(checkMessage)).toEqual([]);
});

test('a draft and what nobody is asked of say nothing of departments', () => {
  const status = statusOf(city(1, 1, '市民'), { state: 'draft' });
  const { blocks } = inquiryStatusMessage({ ...status, departments: [], tally: tallyOf(status.inquiry, []) });
  expect(JSON.stringify(blocks)).not.toMatch(/部局ごとの状況|ページ/u);
});
