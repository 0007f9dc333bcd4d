import { randomUUID } from 'node:crypto';
import type { ActingRecord, Database } from '../../../../src/db/database.ts';
import { trusted } from '../../../../src/domain/actor.ts';
import { localDate } from '../../../../src/domain/calendar/local-date.ts';
import { MEETING_WAYS } from '../../../../src/domain/meeting/meeting.ts';
import type { RecordDate } from '../../../../src/domain/occasion/date.ts';
import { inquiryFacts } from '../../../support/full-workspace/inquiry.ts';
import { putRoster } from '../../../support/promoters.ts';

const SECRETARY = 'U0JIMU';
const AT = new Date('2024-05-01T10:00:00+09:00');

/** The same numbers each time, as they come, below `most`. */
const drawing = (seed: number): ((most: number) => number) => {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
};
type Draw = ReturnType<typeof drawing>;

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024];
/** Of these years the record has 会議 and 研修; nothing of those before it. */
const RECORDED = YEARS.filter((year) => year >= 2021);

const dayIn = (year: number, draw: Draw): RecordDate => {
  const month = draw(12);
  const text = `${month < 9 ? year : year + 1}-${String(((month + 3) % 12) + 1).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
  return { kind: 'day', day: localDate(text) };
};

/** What is 未確認 or cancelled counts nowhere, and what is still to come on the day of the test neither. */
const created = (draw: Draw) => ({
  by: SECRETARY,
  forSection: null,
  at: AT,
  confirmed: draw(8) > 0,
  heldConfirmed: true,
});

const fillMeetings = async (record: ActingRecord, draw: Draw): Promise<void> => {
  const bodies = await record.bodies.nameable(2023);
  const [first, second] = bodies;
  if (first === undefined || second === undefined) throw new Error('no bodies');
  const { id, since: _, example: __, ...facts } = first;
  await record.bodies.putYear(id, 2023, { ...facts, name: '新しい名前の会議' }, false);
  const { id: other, since: ___, example: ____, ...others } = second;
  await record.bodies.putYear(other, 2022, { ...others, section: 'none' }, false);
  await record.bodies.putYear(other, 2024, others, false);
  for (const body of bodies)
    for (const year of RECORDED) {
      const count = draw(5);
      if (count === 0 && body.kind === 'meeting')
        await record.didNotMeet.create({
          bodyId: body.id,
          fiscalYear: year,
          reason: '',
          recordedBy: SECRETARY,
          recordedAt: AT,
        });
      if (body.kind === 'meeting')
        for (let index = 1; index < count; index += 1) {
          const meeting = randomUUID();
          const way = MEETING_WAYS[draw(MEETING_WAYS.length)] ?? 'onsite';
          const date = dayIn(year, draw);
          await record.meetings.create(
            meeting,
            { bodyId: body.id, way, date, note: '', place: '', items: [{ text: '案件', kind: null }] },
            created(draw),
          );
          if (draw(8) === 0) await record.meetings.cancel(meeting, AT, '誤り');
        }
    }
};

const fillTraining = async (record: ActingRecord, draw: Draw, people: readonly string[]): Promise<void> => {
  const programmes = await record.programmes.nameable(2023);
  for (const programmeId of [...programmes.map(({ id }) => id), null])
    for (const year of RECORDED) {
      const count = draw(4);
      if (count === 0 && programmeId !== null)
        await record.programmes.recordNotHeld(programmeId, year, { reason: '', by: SECRETARY, at: AT });
      for (let index = 1; index < count; index += 1) {
        const id = randomUUID();
        const headCount = draw(3) === 0 ? draw(120) : null;
        await record.trainings.create(
          id,
          {
            programmeId,
            otherName: programmeId === null ? `研修${index}` : '',
            way: 'onsite',
            date: dayIn(year, draw),
            place: '',
            audience: 'open',
            headCount,
          },
          created(draw),
        );
        const came = draw(3) === 0 ? [] : people.slice(0, draw(people.length));
        await record.attendances.enter(
          came.map((personId) => ({
            sessionId: id,
            personId,
            state: (['present', 'partial', 'absent'] as const)[draw(3)] ?? 'present',
            note: '',
            at: AT,
            by: SECRETARY,
            source: 'organiser',
          })),
        );
        if (draw(8) === 0) await record.trainings.cancel(id, AT, '誤り');
      }
    }
};

/** Inquiries from 2022 on: answers at the end of the due day in Tokyo, on paper before it, returned and given again, late or none. */
const fillInquiries = async (record: ActingRecord, draw: Draw): Promise<void> => {
  const sections = (await record.departments.all()).flatMap((department) => department.sections);
  for (const year of RECORDED.filter((one) => one >= 2022))
    for (const state of ['open', 'closed', 'tallied', 'cancelled', 'draft', 'open'] as const) {
      const id = randomUUID();
      const due = `${year + 1}-0${1 + draw(8)}-10`;
      const facts = { ...inquiryFacts(`照会${draw(100)}`), dueOn: localDate(due), collectBy: null };
      await record.inquiries.create(id, facts, { fiscalYear: year, fileId: null, by: SECRETARY, at: AT });
      if (state === 'draft') continue;
      await record.inquiries.putCourse(id, { state, sentAt: AT, askedOn: localDate(`${year}-12-01`) });
      await record.inquiryTargets.add(
        id,
        sections.map(({ id: sectionId }) => ({ sectionId, role: 'promoter' as const })),
      );
      for (const { id: sectionId } of sections) {
        const key = { inquiryId: id, sectionId, role: 'promoter' } as const;
        const kind = draw(6);
        if (kind === 0) continue;
        if (kind === 1)
          await record.inquiryTargets.putReturned(key, {
            at: AT,
            by: SECRETARY,
            reason: '確認',
            dueOn: localDate(`${due.slice(0, 8)}${draw(2) === 0 ? '20' : '05'}`),
          });
        const at = new Date(`${due}T${kind % 2 === 0 ? '23:30' : '00:30'}:00+09:00`);
        await record.inquiryTargets.answer({
          ...key,
          id: randomUUID(),
          at: kind < 3 ? new Date(at.getTime() + 86_400_000) : at,
          by: SECRETARY,
          applicable: true,
          count: null,
          text: '回答',
          received:
            kind === 2 ? { by: 'paper', on: localDate(draw(2) === 0 ? due : `${due.slice(0, 8)}11`) } : null,
          fileId: null,
        });
      }
    }
};

/** Six years of which the record has a part, with everything in them that counts and that does not. The same for the same seed. */
export const inventYears = async (db: Database, workspaceId: string, seed: number): Promise<void> => {
  const draw = drawing(seed);
  const terms = [2021, 2022, 2023].flatMap((year) =>
    Array.from({ length: 4 + draw(6) }, (_, index) => ({
      department: `部${index % 3}`,
      section: `課${index}`,
      role: 'promoter' as const,
      startsOn: draw(4) === 0 ? `${year}-10-01` : `${year}-04-01`,
      name: `職員${index}`,
      email: `s${index}@city.example`,
      ...(draw(6) === 0 ? ({ unconfirmed: true } as const) : {}),
    })),
  );
  await putRoster(db, workspaceId, terms, AT);
  const people = (await db.record(workspaceId).people.all()).map(({ id }) => id);
  const actor = trusted(workspaceId, 'cli:test', 'cli');
  const filled = await db.act<null, never>({ actor, action: 'test', at: AT }, async (record) => {
    await fillMeetings(record, draw);
    await fillTraining(record, draw, people);
    await fillInquiries(record, draw);
    return { ok: true, value: null };
  });
  if (!filled.ok) throw new Error('not filled');
};
