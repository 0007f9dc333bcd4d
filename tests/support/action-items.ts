import type { ActionItem } from '../../src/domain/action-item/action-item.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { aMeeting } from './meetings.ts';

type Facts = Partial<Omit<ActionItem, 'meeting'>> & { readonly meeting?: Partial<ActionItem['meeting']> };

/** A 対応事項 of a section, registered on Tue 2026-12-01 and due on Mon 28 December, the last working day of the year. */
export const anAction = ({ meeting = {}, ...facts }: Facts = {}): ActionItem => ({
  id: '00000000-0000-4000-8000-a00000000001',
  meeting: { ...aMeeting({}), ...meeting },
  text: '先進市の例を調べる',
  responsible: {
    kind: 'section',
    sectionId: '00000000-0000-4000-8000-c00000000001',
    departmentId: '00000000-0000-4000-8000-d00000000001',
  },
  dueOn: localDate('2026-12-28'),
  createdAt: new Date('2026-12-01T14:00:00+09:00'),
  settled: null,
  revision: 1,
  ...facts,
});
