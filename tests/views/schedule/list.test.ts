import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { soughtAmong } from '../../../src/domain/person/sought.ts';
import type { ScheduleEntry } from '../../../src/domain/schedule/entry.ts';
import { checkMessage } from '../../../src/sandbox/gate/gate.ts';
import type { ScheduleList } from '../../../src/services/schedule/list.ts';
import { roleGuideMessage } from '../../../src/views/promoter/role-guide.ts';
import { scheduleListMessage } from '../../../src/views/schedule/list.ts';
import { asSent } from '../../support/as-sent.ts';
import { anAppointment } from '../../support/promoters.ts';
import { days } from '../../support/record-dates.ts';
import { aMeetingEntry, aTrainingEntry } from '../../support/schedule.ts';

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

const listOf = (entries: readonly ScheduleEntry[], notHeld: readonly string[] = []): ScheduleList => ({
  year: 2023,
  today: localDate('2023-04-01'),
  sought: soughtAmong('', 0, []),
  entries,
  notHeld,
  forSecretariat: true,
});

/** What the page shows of its dates, one by one. */
const shownOn = (list: ScheduleList, page: number) => {
  const { blocks } = scheduleListMessage(list, page);
  return blocks.flatMap((block) =>
    block.type === 'actions' && /^(?:meeting|training):/u.test(block.block_id ?? '') ? [block.block_id] : [],
  );
};

const pagesOf = (list: ScheduleList): number => {
  const note = scheduleListMessage(list, 1).blocks.find(({ type }) => type === 'context');
  return Number(/1\/(\d+)ページ/u.exec(JSON.stringify(note))?.[1] ?? 1);
};

describe('300 dates', () => {
  test.each([
    ['short', '案件', 20],
    ['as long as may be, with letters that mean something elsewhere', '<!here>&"髙﨑🎉'.repeat(300), 100],
  ])('%s, are shown each once, page by page, in messages that Slack takes', (_, text, most) => {
    const list = listOf(
      Array.from({ length: 300 }, (_none, index) =>
        index % 3 === 0
          ? aTrainingEntry(
              { date: days('2023-12-20', '2024-01-19'), place: text.slice(0, 100) },
              { id: idOf(index), title: text.slice(0, 75), standing: 'planned' },
            )
          : aMeetingEntry(
              { items: Array.from({ length: 40 }, () => ({ text, kind: 'report' as const })) },
              { id: idOf(index), title: text.slice(0, 60), standing: 'planned' },
            ),
      ),
    );
    const pages = pagesOf(list);
    expect(pages).toBeLessThanOrEqual(most);
    const all = Array.from({ length: pages }, (_none, index) => index + 1);
    expect(all.flatMap((page) => checkMessage(asSent(scheduleListMessage(list, page))))).toEqual([]);
    const shown = all.flatMap((page) => shownOn(list, page));
    expect(shown).toEqual(list.entries.map(({ kind, id }) => `${kind}:${id}`));
  });

  test('of which 開催なし is said are named whole, in messages that Slack takes', () => {
    const names = Array.from({ length: 300 }, (_, index) => `会議体${index}${'長'.repeat(50)}`);
    const list = listOf([], names);
    const all = Array.from({ length: pagesOf(list) }, (_, index) => scheduleListMessage(list, index + 1));
    expect(all.flatMap((message) => checkMessage(asSent(message)))).toEqual([]);
    const shown = JSON.stringify(all.map(({ blocks }) => blocks));
    expect(names.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

test('役割のご案内 has 予定表に追加 at each coming meeting, in a message that Slack takes', () => {
  const message = roleGuideMessage({
    kind: 'role-guide',
    appointment: anAppointment(),
    departmentName: '福祉部',
    sectionName: '福祉課',
    coming: Array.from({ length: 5 }, (_, index) => ({
      meetingId: idOf(index),
      bodyName: '協働事業成案化検討会議',
      printedDate: '令和8年12月10日',
    })),
    stands: true,
    earlier: null,
    contact: 'コミュニティ政策課 内線0000',
  });
  expect(checkMessage(asSent(message))).toEqual([]);
  const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  expect(
    buttons.map((button) => ('value' in button ? [button.action_id, button.value] : [])).slice(0, 2),
  ).toEqual([
    ['schedule.add-to-calendar', `meeting:${idOf(0)}`],
    ['schedule.add-to-calendar', `meeting:${idOf(1)}`],
  ]);
  expect(buttons).toHaveLength(7);
});
