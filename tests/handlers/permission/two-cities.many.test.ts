import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherCommands } from '../../../src/handlers/commands.ts';
import { FEATURES } from '../../../src/handlers/features.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { changes, dialogOf } from '../dialog/walk.ts';
import { answerTo, post, submission } from '../steps.ts';
import { PERSON } from './city.ts';
import type { Way } from './kinds.ts';
import { FULL, OF_FULL, sentOfFull, startTwoCities, type TwoCities } from './two-cities.ts';
import { WAYS } from './ways.ts';

/** Who is in two cities sees each city's own alone, and what is pressed or sent in one does nothing in the other, whatever ids it names. */

let cities: TwoCities;
/** All of the full city, as it must stay. */
let whole: unknown;
beforeAll(async () => {
  cities = await startTwoCities();
  whole = await cities.observer.wholeOf(FULL);
});
afterAll(() => cities.stop());

/** What a person has before them of dialogs and answers. */
const seenBy = ({ slack }: Practice, who: string): string => {
  const { form, answers, home } = slack.person(who);
  return JSON.stringify([form?.blocks, home?.blocks, answers.map(({ text, blocks }) => [text, blocks])]);
};

const isButton = (way: Way): boolean => 'value' in sentOfFull(way, cities);

/** Presses what a way names in the full city, in an answer, and waits until all is done that came of it. */
const press = async (practice: Practice, way: Way, who: string, list: Message): Promise<void> => {
  const action = { type: 'button', block_id: 'walk', action_id: way.id, ...sentOfFull(way, cities) };
  await practice.slack.person(who).pressRaw({ in: list, action });
  await practice.bot.settled();
};

let forms = 0;
/** Sends its form likewise. */
const send = async (practice: Practice, way: Way, who: string): Promise<void> => {
  forms += 1;
  const sent = sentOfFull(way, cities);
  if ('value' in sent) throw new Error(`${way.id} is a button`);
  const form = { ...sent, id: `V0FORGED${forms}`, callbackId: way.id, fields: { ...sent.fields } };
  await post(practice, submission(who, form));
  await practice.bot.settled();
};

/** The answer in which a person presses. */
const lists = new Map<string, Message>();
const listOf = async ({ slack }: Practice, who: string): Promise<Message> => {
  const list = lists.get(who) ?? (await answerTo(slack.person(who), '/kyodo', 'ヘルプ'));
  lists.set(who, list);
  return list;
};

const TAKEN = WAYS.map((way) => [way.id, way.of?.by ?? '', way.act, way] as const);

test.each(TAKEN)('%s %s (%s) with ids of the other city', async (_id, _of, _act, way) => {
  const { practice } = cities.city;
  const who = PERSON[way.may.includes('secretary') ? 'secretary' : (way.may[0] ?? 'staff')];
  if (isButton(way)) await press(practice, way, who, await listOf(practice, who));
  else await send(practice, way, who);
  expect(seenBy(practice, who)).not.toMatch(OF_FULL);
  await practice.slack.person(who).form?.close({ all: true });
});

test('nothing has changed in the other city, and nothing of it has come into the record or to Slack', async () => {
  const { city, observer } = cities;
  const { practice } = city;
  expect(await observer.wholeOf(FULL)).toEqual(whole);
  expect(JSON.stringify(await observer.wholeOf(practice.slack.team.id))).not.toMatch(OF_FULL);
  const places = [...Object.values(PERSON), 'C0GENERAL'];
  expect(JSON.stringify(places.map((place) => practice.slack.messages(place)))).not.toMatch(OF_FULL);
});

const COMMANDS = [...gatherCommands(FEATURES)].flatMap(([command, all]) =>
  all.map(({ words: [word = ''] }) => [command, word] as const),
);

/** Everything that the secretary is shown by the Home tab and by each command. */
const shownIn = async (practice: Practice): Promise<string> => {
  const person = practice.slack.person(SECRETARY);
  await person.openHome();
  await person.homeUntil(() => true);
  const shown: string[] = [];
  const seen = () => JSON.stringify([dialogOf(person), person.answers.length]);
  for (const [command, word] of COMMANDS) {
    expect(await changes(seen, () => person.command(command, word)), `${command} ${word}`).toBe(true);
    await practice.bot.settled();
    shown.push(seenBy(practice, SECRETARY));
    await person.form?.close({ all: true });
  }
  return shown.join('\n');
};

/** Ways of each kind of row, whose dialogs say what they were pressed about. */
const TELLING = [
  'meeting.edit',
  'body.change',
  'body-member.change',
  'department.change',
  'promoter.change',
  'programme.change',
  'training.edit',
  'inquiry-status.open',
  'article.change',
  'back-issue.open',
];

describe('the secretary of both', () => {
  let full: Practice;
  beforeAll(async () => {
    const { database } = cities.city.practice;
    full = await startPractice({ database, team: { id: FULL, name: '隣の市' } });
  });
  afterAll(() => full.stop());

  test('sees on Home and by every command what each city has, and nothing of the other', async () => {
    const here = await shownIn(cities.city.practice);
    expect(here).toContain('青空 そら');
    expect(here).not.toMatch(OF_FULL);
    const there = await shownIn(full);
    expect(there).toMatch(OF_FULL);
    expect(there).not.toMatch(/青空 そら|福祉課|福祉総務課/u);
  });

  test.each(TELLING)('is shown in the full city what the id of %s names', async (id) => {
    const list = await answerTo(full.slack.person(SECRETARY), '/kyodo', 'ヘルプ');
    const way = WAYS.find((each) => each.id === id && isButton(each));
    if (way === undefined) throw new Error(`no way ${id}`);
    await press(full, way, SECRETARY, list);
    const { form } = full.slack.person(SECRETARY);
    expect(JSON.stringify(form?.blocks)).toMatch(OF_FULL);
    await form?.close({ all: true });
  });
});
