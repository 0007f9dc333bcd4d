import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCityYear } from '../support/city-year/city-year.ts';
import { CHIEF, PROMOTER, promotersOf } from '../support/city-year/seen.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { printStatements, statementsOf } from '../support/statements.ts';
import { fillMeeting, PLAIN_MEETING, WORKSPACE, withDatabase } from './steps.ts';

/**
 * How often PostgreSQL is asked for one request: settings, working days, the secretariat and the actor are read once, and no
 * list asks once for each of its rows: a year of 160 promoters is asked for no more often than one of four.
 */

const redrawn = async (practice: Practice, id: string, work: () => Promise<unknown>): Promise<void> => {
  const person = practice.slack.person(id);
  const before = person.home?.hash;
  await work();
  await person.homeUntil(({ hash }) => hash !== before);
};

const openHome = (practice: Practice, id: string): Promise<void> =>
  redrawn(practice, id, () => practice.slack.person(id).openHome());

const answered = async (practice: Practice, id: string, command: string, text?: string): Promise<void> => {
  const person = practice.slack.person(id);
  await person.command(command, text);
  await person.nextAnswer();
};

/** Fills 会議を記録 while nobody counts; what submits it. */
const meetingForm = async (practice: Practice, id: string, body: string) => {
  const form = await (await practice.slack.person(id).command('/kyodo-meeting')).opened();
  await fillMeeting(form, { ...PLAIN_MEETING, 会議体: body });
  return async (): Promise<void> => {
    const { closed, errors } = await form.submit();
    if (!closed) throw new Error(`not recorded: ${JSON.stringify(errors)}`);
    await practice.slack.dm(id).next();
  };
};

type Budgeted = {
  readonly what: string;
  readonly most: number;
  /** Does what nobody counts, and gives what is counted. */
  readonly prepare: (practice: Practice) => Promise<() => Promise<unknown>>;
};

const BUDGETS: readonly Budgeted[] = [
  {
    what: '/kyodo of the secretariat',
    most: 14,
    prepare: async (practice) => () => answered(practice, SECRETARY, '/kyodo'),
  },
  {
    what: '/kyodo of a promoter',
    most: 14,
    prepare: async (practice) => () => answered(practice, PROMOTER, '/kyodo'),
  },
  {
    what: '/kyodo-meeting',
    most: 6,
    prepare: async (practice) => async () => {
      await (await practice.secretary.command('/kyodo-meeting')).opened();
    },
  },
  {
    what: '/kyodo-meeting 一覧',
    most: 8,
    prepare: async (practice) => () => answered(practice, SECRETARY, '/kyodo-meeting', '一覧'),
  },
  {
    what: '/kyodo 引継 of the secretariat, up to the file',
    most: 58,
    prepare: async (practice) => async () => {
      await practice.secretary.command('/kyodo', '引継');
      await practice.slack.dm(SECRETARY).until(({ text }) => text === '引継資料(事務局)を作成しました。');
    },
  },
  {
    what: 'Home of the secretariat',
    most: 32,
    prepare: async (practice) => () => openHome(practice, SECRETARY),
  },
  {
    what: 'Home of a promoter',
    most: 21,
    prepare: async (practice) => () => openHome(practice, PROMOTER),
  },
  {
    what: 'Home of a 主任 who is a member of a body',
    most: 23,
    prepare: async (practice) => () => openHome(practice, CHIEF),
  },
  {
    what: '会議を記録 of the secretariat, up to its message and the redrawn Home',
    most: 52,
    prepare: async (practice) => {
      await openHome(practice, SECRETARY);
      const submit = await meetingForm(practice, SECRETARY, '協働推進本部会議');
      return () => redrawn(practice, SECRETARY, submit);
    },
  },
  {
    what: '会議を記録 of a promoter, up to its message and the redrawn Home',
    most: 50,
    prepare: async (practice) => {
      await openHome(practice, PROMOTER);
      const submit = await meetingForm(practice, PROMOTER, '部会1');
      return () => redrawn(practice, PROMOTER, submit);
    },
  },
  {
    what: '研修の種類を登録, up to the list under it and the Home tab as they are then',
    most: 48,
    prepare: async (practice) => {
      await openHome(practice, SECRETARY);
      const list = await (await practice.secretary.home?.press('研修の種類'))?.opened();
      const form = await (await list?.press('研修の種類を登録'))?.opened();
      const name = randomUUID();
      await form?.fill({ 名称: name });
      await practice.bot.settled();
      const submit = async () => {
        expect((await form?.submit())?.errors).toEqual({});
        await list?.until(({ text }) => text.includes(name));
      };
      return () => redrawn(practice, SECRETARY, submit);
    },
  },
];

/** How many times a year of 40 promoters. */
const SIZE = 4;

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: promotersOf(SIZE), patience: 30_000 });
  await withDatabase(practice, (db) => fillCityYear(db, WORKSPACE, SIZE));
  // What is asked once in a bot's life is asked here: who of Slack's people is who, and the types of columns.
  await openHome(practice, SECRETARY);
}, 120_000);
afterAll(() => practice.stop());

test.each(BUDGETS)('$what asks the database at most $most times', async ({ most, prepare }) => {
  const counted = await prepare(practice);
  const statements = await statementsOf(practice, counted);
  expect(statements.length, `\n${printStatements(statements)}\n`).toBeLessThanOrEqual(most);
  expect(statements.length).toBeGreaterThan(0);
});
