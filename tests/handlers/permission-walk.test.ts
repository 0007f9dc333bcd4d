import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PERMISSIONS } from '../../src/domain/permission.ts';
import { FEATURES } from '../../src/handlers/features.ts';
import { type City, EVERYBODY, PERSON, startCity, type Who } from './permission-city.ts';
import { WAYS, type Way } from './permission-ways.ts';
import { answerTo, bodyId, meetingIds, post, rowsOf, submission } from './steps.ts';

/** The permission table, walked: every way in of every feature, by every kind of person, through Slack requests. */

let city: City;
beforeAll(async () => {
  city = await startCity();
});
afterAll(async () => {
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

let forms = 0;
const send = async (who: Who, callbackId: string, sent: { metadata: unknown; fields: object }) => {
  forms += 1;
  const body = submission(PERSON[who], {
    id: `V0WALK${forms}`,
    callbackId,
    metadata: sent.metadata,
    fields: { ...sent.fields },
  });
  return post(city.practice, body);
};

const linesOf = async (who: Who): Promise<readonly string[]> =>
  (
    await rowsOf(city.practice, 'select action from audit_line where actor = $1 order by id', [PERSON[who]])
  ).map(({ action }) => String(action));

/** A new meeting of 本部会議 by the secretariat, or of 協働事業成案化検討会議 by the 推進員 of 福祉課. */
const newMeeting = async (by: NonNullable<Way['of']>): Promise<string> => {
  const known = new Set(await meetingIds(city.practice));
  const body = by === 'promoter' ? '協働事業成案化検討会議' : '協働推進本部会議';
  const fields = {
    bodyId: { type: 'static_select', selected_option: { value: await bodyId(city.practice, body) } },
    way: { type: 'radio_buttons', selected_option: { value: 'onsite' } },
    heldOn: { type: 'datepicker', selected_date: '2026-10-01' },
    precision: { type: 'radio_buttons', selected_option: { value: 'day' } },
    items: { type: 'plain_text_input', value: '年間の予定' },
  };
  await send(by, 'meeting.record', { metadata: {}, fields });
  return (await meetingIds(city.practice)).find((id) => !known.has(id)) ?? '';
};

/** What a person has before them: it changes when the bot has answered a press. */
const before = async (who: Who) => {
  const person = city.practice.slack.person(PERSON[who]);
  return JSON.stringify([
    person.answers.map(({ ts, plain }) => [ts, plain]),
    person.form?.viewId,
    person.form?.hash,
    await linesOf(who),
  ]);
};

const press = async (who: Who, id: string, value: string): Promise<void> => {
  const person = city.practice.slack.person(PERSON[who]);
  const list = await answerTo(person, '/kyodo', 'ヘルプ');
  const seen = await before(who);
  await person.pressRaw({ in: list, action: { type: 'button', block_id: 'walk', action_id: id, value } });
  await vi.waitFor(async () => expect(await before(who)).not.toBe(seen), { timeout: 8000, interval: 25 });
  await person.form?.close({ all: true });
};

/** Goes through a way; whether that was refused is in the audit log. */
const tryWay = async (who: Who, way: Way): Promise<'allowed' | 'refused'> => {
  const meeting = way.of === undefined ? '' : await newMeeting(way.of);
  const known = (await linesOf(who)).length;
  const sent = way.send(city, { meeting });
  if ('value' in sent) await press(who, way.id, sent.value);
  else await send(who, way.id, sent);
  const left = (await linesOf(who)).slice(known);
  return left.some((action) => action.startsWith('refused ')) ? 'refused' : 'allowed';
};

const named = WAYS.map((way) => [way.id, way.of ?? '', way.act, way] as const);

// Those who may not come first: what is allowed may change what the next one finds.
describe.each(named)('%s %s (%s)', (_id, _of, _act, way) => {
  test('lets through whom the table lets through, and nobody else', async () => {
    const order = [...EVERYBODY].sort((a, b) => Number(way.may.includes(a)) - Number(way.may.includes(b)));
    const outcomes: Partial<Record<Who, string>> = {};
    for (const who of order) outcomes[who] = await tryWay(who, way);
    expect(outcomes).toEqual(
      Object.fromEntries(EVERYBODY.map((who) => [who, way.may.includes(who) ? 'allowed' : 'refused'])),
    );
  });
});

test('every button and form of every feature is walked', () => {
  const ways = FEATURES.flatMap(({ buttons = {}, forms: all = {} }) => [
    ...Object.keys(buttons).map((id) => `button ${id}`),
    ...Object.keys(all).map((id) => `form ${id}`),
  ]);
  const walked = WAYS.map((way) => {
    const sent = way.send(city, { meeting: '' });
    return `${'value' in sent ? 'button' : 'form'} ${way.id}`;
  });
  expect([...new Set(walked)].sort()).toEqual([...new Set(ways)].sort());
});

/** What is not asked through a button or form but seen or not: their own tests are named here. */
const SEEN_ONLY = ['see-coming-appointments', 'see-away-days', 'see-away-today'];

test('every act of the table is walked', () => {
  const acts = [...new Set(WAYS.map(({ act }) => act).filter((act) => act !== 'none'))];
  expect([...acts, ...SEEN_ONLY].sort()).toEqual(Object.keys(PERMISSIONS).sort());
});
