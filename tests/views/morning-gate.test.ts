import { expect, test } from 'vitest';
import type { LineContent } from '../../src/domain/morning-content.ts';
import { checkMessage } from '../../src/sandbox/gate/gate.ts';
import type { SlackMessage } from '../../src/slack/message.ts';
import { owedMessage } from '../../src/views/morning.ts';
import { answer, due, ID, inquiry, line, TODAY } from '../support/inquiry-lines.ts';
import { anAppointment } from '../support/promoters.ts';

const message = (lines: readonly LineContent[]): SlackMessage =>
  owedMessage({ kind: 'morning', day: TODAY, lines, contact: 'コミュニティ政策課 内線0000' });

const HOSTILE = '<!channel> & <b> @here *太字* |<https://example.com|x>'.repeat(60);

const EVERY: Readonly<Record<string, LineContent>> = {
  inquiry: line({
    inquiry: inquiry({ title: HOSTILE.slice(0, 100), content: HOSTILE }),
    returnReason: HOSTILE.slice(0, 300),
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

const faultsOf = ({ text, blocks }: SlackMessage) => checkMessage({ text, blocks });

test.each(Object.entries(EVERY))(
  'Slack takes 60 lines of %s, and is told that there are more',
  (_, content) => {
    const many = message(Array.from({ length: 60 }, () => content));
    expect(faultsOf(many)).toEqual([]);
    expect(JSON.stringify(many.blocks)).toMatch(/ほかに\d+件あります/u);
  },
);
