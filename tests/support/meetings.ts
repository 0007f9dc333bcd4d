import { type Body, NEUTRAL_RULES } from '../../src/domain/body/body.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';

/** A body as the record holds it, 協働推進本部会議 of fiscal 2023 unless told otherwise. */
export const aBody = (facts: Partial<Body> = {}): Body => ({
  id: '00000000-0000-4000-8000-0000000000b1',
  ...NEUTRAL_RULES,
  name: '協働推進本部会議',
  shortName: '本部会議',
  kind: 'meeting',
  section: 'meetings',
  composition: '委員長:副市長\n副委員長:副市長\n委員:特別職・部局長',
  role: '協働推進に関する全庁的な課題の検討及び調整',
  position: 10,
  recordableBy: 'secretariat',
  writtenNote: '開催案内送付',
  notifyChannel: null,
  since: 2023,
  example: false,
  ...facts,
});

/** A settled meeting as the record holds it: the written one of 10 August 2023 unless told otherwise. */
export const aMeeting = (facts: Partial<Meeting> = {}): Meeting => ({
  id: '00000000-0000-4000-8000-0000000000a1',
  bodyId: '00000000-0000-4000-8000-0000000000b1',
  fiscalYear: 2023,
  way: 'written',
  date: { kind: 'until', day: localDate('2023-08-10') },
  note: '開催案内送付',
  place: '',
  items: [{ text: '協働推進本部会議の年間スケジュールについて', kind: null }],
  contents: {
    time: '',
    attendees: [],
    attendeesWithoutSlack: [],
    absences: [],
    decisions: '',
    documents: '',
  },
  recordedBy: 'U0JIMU',
  recordedFor: null,
  recordedAt: new Date('2023-08-14T10:00:00+09:00'),
  confirmedAt: new Date('2023-08-14T10:00:00+09:00'),
  heldAskedAt: null,
  heldConfirmedAt: new Date('2023-08-14T10:00:00+09:00'),
  chairConfirmedAt: null,
  writtenMeetingId: null,
  begunInWritingId: null,
  cancelled: null,
  revision: 0,
  ...facts,
});
