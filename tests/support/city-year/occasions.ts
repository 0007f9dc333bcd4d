import { NEUTRAL_RULES } from '../../../src/domain/body/body.ts';
import { addDays, type LocalDate, localDate } from '../../../src/domain/calendar/local-date.ts';
import type { MeetingFacts } from '../../../src/domain/meeting/meeting.ts';
import type { TrainingFacts } from '../../../src/domain/training/training.ts';
import { SECRETARY } from '../practice.ts';
import { AT, type CityYear, PROMOTER, TODAY } from './seen.ts';

const FIRST = localDate('2026-04-06');
/** From April to March: some lie ahead of the day from which the year is seen. */
const dayOf = (index: number, of: number): LocalDate => addDays(FIRST, Math.floor((index * 350) / of));
const MEETINGS = 36;
const TRAININGS = 12;

const recordedOn = (day: LocalDate, index: number) => ({
  by: index % 3 === 0 ? PROMOTER : SECRETARY,
  forSection: null,
  at: new Date(AT.getTime() - 864e5 + index),
  confirmed: index % 6 !== 0,
  heldConfirmed: day < TODAY && index % 7 !== 0,
});

const fillBodies = async ({ record, size, personIds }: CityYear): Promise<readonly string[]> => {
  const ids = Array.from({ length: 4 * size }, () => crypto.randomUUID());
  for (const [index, id] of ids.entries()) {
    await record.bodies.create(id, AT);
    const facts = {
      ...NEUTRAL_RULES,
      name: `部会${index + 1}`,
      shortName: '',
      kind: 'meeting' as const,
      section: 'meetings' as const,
      composition: '',
      role: '',
      position: 100 + index,
      recordableBy: 'promoters' as const,
      writtenNote: '',
      notifyChannel: null,
    };
    await record.bodies.putYear(id, 2026, facts, false);
    if (index % 4 === 3)
      await record.didNotMeet.create({
        bodyId: id,
        fiscalYear: 2026,
        reason: '案件がなかったため',
        recordedBy: SECRETARY,
        recordedAt: AT,
      });
    for (const personId of personIds.slice(0, 5))
      await record.bodyMembers.create(
        crypto.randomUUID(),
        {
          bodyId: id,
          personId,
          title: '委員',
          office: 'member',
          position: 1,
          copiedTo: [],
          proxies: [],
          startsOn: FIRST,
          endsOn: null,
        },
        { by: SECRETARY, at: AT },
      );
  }
  return ids.filter((_, index) => index % 4 !== 3);
};

const fillMeetings = async ({ record, size }: CityYear, bodyIds: readonly string[]): Promise<void> => {
  const count = MEETINGS * size;
  for (let index = 0; index < count; index += 1) {
    const [id, day] = [crypto.randomUUID(), dayOf(index, count)];
    const facts: MeetingFacts = {
      bodyId: bodyIds[index % bodyIds.length] ?? '',
      way: 'onsite',
      date: { kind: 'day', day },
      note: '',
      place: '第一会議室',
      items: [
        { text: `案件${index + 1}`, kind: 'report' },
        { text: 'その他', kind: null },
      ],
    };
    await record.meetings.create(id, facts, recordedOn(day, index));
  }
};

const fillTrainings = async ({ record, size, personIds }: CityYear): Promise<void> => {
  const programmes = await record.programmes.nameable(2026);
  const count = TRAININGS * size;
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  for (const [index, id] of ids.entries()) {
    const day = dayOf(index, count);
    const facts: TrainingFacts = {
      programmeId: programmes[index % programmes.length]?.id ?? null,
      otherName: '',
      way: index % 2 === 0 ? 'video' : 'onsite',
      date: { kind: 'day', day },
      place: '市民ホール',
      audience: index % 4 === 0 ? 'chosen' : 'promoters',
      headCount: null,
    };
    await record.trainings.create(id, facts, recordedOn(day, index));
    if (index % 4 === 0) await record.trainings.putInvitees(id, personIds.slice(0, 20));
  }
  await record.attendances.enter(
    ids.slice(0, Math.floor(count / 2)).flatMap((sessionId) =>
      personIds.slice(0, 20).map((personId, index) => ({
        sessionId,
        personId,
        state: index % 5 === 4 ? ('absent' as const) : ('present' as const),
        note: '',
        at: AT,
        by: SECRETARY,
        source: 'organiser' as const,
      })),
    ),
  );
};

/** Bodies with their members, meetings and 開催なし, and trainings with who came: recorded, unconfirmed and to come. */
export const fillOccasions = async (year: CityYear): Promise<void> => {
  await fillMeetings(year, await fillBodies(year));
  await fillTrainings(year);
};
