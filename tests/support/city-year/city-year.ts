import type { Database } from '../../../src/db/database.ts';
import { trusted } from '../../../src/domain/actor.ts';
import { addDays } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { subjectOf } from '../../../src/domain/subject.ts';
import { SECRETARY } from '../practice.ts';
import { putRoster, type RosterLine } from '../promoters.ts';
import { fillInquiries } from './inquiries.ts';
import { fillNews } from './news.ts';
import { fillOccasions } from './occasions.ts';
import { AT, type CityYear, DEPARTMENTS, promotersOf, SECTIONS, TODAY } from './seen.ts';

/** Some are 未確認, some have left, some have no account, and every department has a section without anybody. */
const rosterOf = (size: number): readonly RosterLine[] => {
  const held = promotersOf(size).map(({ id, real_name, email }, index): RosterLine => {
    const place = index % (SECTIONS + 1);
    return {
      department: `部局${Math.floor(index / (SECTIONS + 1)) + 1}`,
      section: `第${place === SECTIONS ? 1 : place + 1}課`,
      role: place === SECTIONS ? 'chief' : 'promoter',
      name: real_name,
      email,
      ...(index % 20 === 17 ? {} : { slackId: id }),
      ...(index % 20 === 11 ? { unconfirmed: true as const } : {}),
      ...(index % 20 === 13 ? { deactivated: true as const } : {}),
    };
  });
  const vacant = Array.from({ length: DEPARTMENTS * size }, (_, index) => ({
    department: `部局${index + 1}`,
    section: '空席課',
  }));
  return [...held, ...vacant];
};

/** Those who are away, claims to accounts, open 役割のご案内, and messages that could not be sent. */
const fillPeople = async ({ record, size, personIds }: CityYear): Promise<void> => {
  for (let index = 0; index < 4 * size; index += 1)
    await record.awayPeriods.create(
      {
        id: crypto.randomUUID(),
        personId: personIds[(index * 10) % personIds.length] ?? '',
        startsOn: addDays(TODAY, index % 2),
        endsOn: addDays(TODAY, 5),
        recordedBy: SECRETARY,
      },
      AT,
    );
  const roster = await record.appointments.ofYear(2026);
  const unknown = roster.filter(({ person }) => person.slackId === null);
  for (const { person } of unknown) await record.people.claim(person.id, `U0CLAIM${person.name.slice(3)}`);
  await record.appointments.putAll(
    roster.filter((_, index) => index % 4 === 0).map(({ id }) => id),
    { guideWanted: true, guidePlannedAt: AT },
  );
  for (let index = 0; index < 5 * size; index += 1) {
    const key = `failure-noted:${index}`;
    await record.deliveries.plan(
      {
        key,
        kind: 'failure-noted',
        recipient: SECRETARY,
        subject: subjectOf('failure', String(index), 'request'),
        notBefore: addMs(AT, 864e5),
      },
      AT,
    );
  }
  const waiting = await record.deliveries.waiting();
  for (const { id } of waiting.slice(0, 4 * size))
    await record.deliveries.end(id, 'dead', 'channel_not_found');
};

const addMs = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** Puts a year of a city into the record, past every form, as it is on a day in November: `size` times that of 40 promoters. */
export const fillCityYear = async (db: Database, workspaceId: string, size: number): Promise<void> => {
  await putRoster(db, workspaceId, rosterOf(size), new Date('2026-04-01T09:00:00+09:00'));
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'fill', at: AT, withinMs: 120_000 };
  await db.act(act, async (record) => {
    const departments = await record.departments.all();
    const people = new Map((await record.people.all()).map(({ name, id }) => [name, id]));
    const year: CityYear = {
      size,
      record,
      personIds: promotersOf(size).map(({ real_name }) => people.get(real_name) ?? ''),
      departmentIds: departments.map(({ id }) => id),
      sectionIds: departments.flatMap(({ sections }) => sections.map(({ id }) => id)),
    };
    await record.settings.put({
      ...DEFAULT_SETTINGS,
      contact: '協働推進課',
      secretariat: [SECRETARY],
      closingDays: Array.from({ length: 10 }, (_, index) => addDays(TODAY, index * 11 + 3)),
    });
    await fillPeople(year);
    await fillOccasions(year);
    await fillInquiries(year);
    await fillNews(year);
    return succeed(null);
  });
};
