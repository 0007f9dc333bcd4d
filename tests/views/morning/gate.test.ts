import { expect, test } from 'vitest';
import type { LineContent, ShownLine } from '../../../src/domain/morning/content.ts';
import { earlierLine } from '../../../src/domain/morning/earlier.ts';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { answer, due, ID, inquiry, line, TODAY } from '../../support/inquiry-lines.ts';
import { anAppointment } from '../../support/promoters.ts';

const pages = (lines: readonly ShownLine[], atLeast = 1): readonly SlackMessage[] =>
  deliveryPages({ kind: 'morning', day: TODAY, lines, contact: 'コミュニティ政策課 内線0000' }, atLeast);

const HOSTILE = '<!channel> & <b> @here *太字* |<https://example.com|x>'.repeat(60);

const EVERY: Readonly<Record<string, LineContent>> = {
  inquiry: line({
    inquiry: inquiry({ title: HOSTILE.slice(0, 100), content: HOSTILE }),
    returnReason: HOSTILE.slice(0, 300),
    returnedBy: { chief: HOSTILE.slice(0, 75) },
  }),
  'inquiry-answered': line({ kind: 'inquiry-answered', answer }),
  'roster-report': {
    kind: 'roster-report',
    departmentId: ID,
    departmentName: HOSTILE.slice(0, 60),
    year: 2027,
    open: 3,
    ...due('2027-03-31', 9),
  },
  'report-missing': {
    kind: 'report-missing',
    departmentId: ID,
    departmentName: HOSTILE.slice(0, 60),
    year: 2027,
    open: 3,
    ...due('2027-03-31', 9),
  },
  guide: {
    kind: 'guide',
    appointment: anAppointment(),
    departmentName: HOSTILE.slice(0, 60),
    sectionName: '課',
    stands: true,
  },
  'away-over-due': {
    kind: 'away-over-due',
    inquiry: inquiry(),
    departmentName: '部',
    sectionName: HOSTILE.slice(0, 60),
    isOpen: true,
    ...due('2026-12-10', 3),
  },
  'department-unanswered': {
    kind: 'department-unanswered',
    inquiry: inquiry({ title: HOSTILE.slice(0, 100) }),
    departmentId: ID,
    departmentName: '部',
    sections: Array.from({ length: 60 }, () => ({ name: HOSTILE.slice(0, 60), count: 1, isAway: true })),
    ...due('2026-12-04', -1),
  },
  unanswered: {
    kind: 'unanswered',
    inquiry: inquiry({ title: HOSTILE.slice(0, 100) }),
    departments: Array.from({ length: 30 }, () => ({
      departmentName: HOSTILE.slice(0, 60),
      sections: [{ name: '課', count: 1, isAway: false }],
    })),
    ...due('2026-12-04', -1),
  },
  deactivated: {
    kind: 'deactivated',
    name: HOSTILE.slice(0, 60),
    places: [{ departmentName: '部', sectionName: '課' }],
  },
};

/** The buttons that answer, by the message they are in. */
const answers = (messages: readonly SlackMessage[]): readonly number[] =>
  messages.map(({ blocks }) => JSON.stringify(blocks).split('"block_id":"line-').length - 1);

test.each(Object.entries(EVERY))(
  'Slack takes 60 lines of %s, and is told that there are more',
  (_, content) => {
    const many = pages(Array.from({ length: 60 }, () => content));
    expect(many.flatMap(checkMessage)).toEqual([]);
    expect(JSON.stringify(many)).toMatch(/ほかに\d+件あります/u);
  },
);

test.each(Object.entries(EVERY))(
  '%s is one line without a button in a message after which a newer one was sent',
  (_, content) => {
    const [message = { text: '', blocks: [] }] = pages([earlierLine(content, TODAY)]);
    expect(checkMessage(message)).toEqual([]);
    expect(message.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context']);
    expect(message.text).toBe(
      content.kind === 'inquiry-answered'
        ? '回答・確認のお願い(すべて済みました)'
        : '回答・確認のお願い(以前のお知らせ)',
    );
  },
);

test('20 inquiries go out in messages of less than 13,000 characters of JSON, every one with its buttons, in order', () => {
  const inquiries = Array.from({ length: 20 }, (_, index) =>
    line({
      key: { inquiryId: ID, sectionId: String(index), role: 'promoter' },
      inquiry: inquiry({ title: `照会${index}`, content: '調査の内容です。'.repeat(30) }),
    }),
  );
  const whole = pages(inquiries);
  expect(whole.map(({ blocks }) => JSON.stringify(blocks).length < 13_000)).toEqual(whole.map(() => true));
  expect(whole.length).toBe(2);
  expect(answers(whole).reduce((sum, count) => sum + count, 0)).toBe(20);
  expect([...JSON.stringify(whole).matchAll(/照会(\d+)/gu)].map(([, number]) => Number(number))).toEqual(
    inquiries.map((_, index) => index),
  );
  expect(JSON.stringify(whole[0])).toContain('1/2 次のメッセージに続きます。');
  expect(JSON.stringify(whole[1])).toContain('2/2 前のメッセージの続きです。');
});

test.each([2, 3, 5, 9])(
  'divided into %i at least, as when Slack finds it too long, nothing is left out and no button alone',
  (atLeast) => {
    const lines = Array.from({ length: 20 }, () => EVERY.inquiry ?? line({}));
    const divided = pages(lines, atLeast);
    expect(divided.length).toBeGreaterThanOrEqual(atLeast);
    expect(answers(divided).reduce((sum, count) => sum + count, 0)).toBe(20);
    for (const { blocks } of divided) expect(blocks[1]?.type).not.toBe('actions');
  },
);

test('one line that can’t be divided stays one message', () => {
  expect(pages([EVERY.deactivated ?? line({})], 50).length).toBeLessThan(6);
});
