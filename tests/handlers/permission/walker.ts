import pg from 'pg';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { answerTo, chosen, picked, post, submission, typed } from '../steps.ts';
import { type City, EVERYBODY, PERSON, startCity, type Who } from './city.ts';
import { actionForm, type Way } from './kinds.ts';
import { trainingForm } from './training.ts';

/** A city in which the tests of one file go through ways, as whom they like; in the end Slack's rules have refused nothing. */

let city: City;
let record: pg.Client;
const lists = new Map<Who, Message>();

/** Starts it before the tests of this file, and ends it after them. */
export const openCity = (): void => {
  beforeAll(async () => {
    city = await startCity();
    record = new pg.Client(city.practice.database.connection);
    await record.connect();
    for (const who of EVERYBODY)
      lists.set(who, await answerTo(city.practice.slack.person(PERSON[who]), '/kyodo', 'ヘルプ'));
  });
  afterAll(async () => {
    await record.end();
    expect(city.practice.slack.refusals).toEqual([]);
    await city.practice.stop();
  });
};

/** What a way sends, of a record of no account: only its kind is of interest. */
export const kindOf = (way: Way): 'button' | 'form' =>
  'value' in way.send(city, { id: '' }) ? 'button' : 'form';

const ask = async (sql: string, values: readonly unknown[] = []) =>
  (await record.query<Record<string, unknown>>(sql, [...values])).rows;

let forms = 0;
/** Sends a form; its key. */
const send = async (
  who: Who,
  callbackId: string,
  sent: { metadata: unknown; fields: object },
): Promise<string> => {
  forms += 1;
  const { metadata, fields } = sent;
  const id = `V0WALK${forms}`;
  await post(city.practice, submission(PERSON[who], { id, callbackId, metadata, fields: { ...fields } }));
  return id;
};

/** What was written of a person after the line `known`. */
const linesAfter = async (who: Who, known: unknown): Promise<readonly string[]> => {
  const rows = await ask('select action from audit_line where actor = $1 and id > $2', [PERSON[who], known]);
  return rows.map(({ action }) => String(action));
};
/** The newest line of all, whoever did it. */
const newestLine = async (): Promise<unknown> => {
  const [row] = await ask('select coalesce(max(id), 0) as newest from audit_line');
  return row?.newest;
};

/**
 * A new record by the secretariat or by the 推進員 of 福祉課: a meeting (of 本部会議, or of 協働事業成案化検討会議), what was promised at
 * such a one by 福祉課, or a video training of today to which everybody is invited.
 */
const newRecord = async ({ what, by }: NonNullable<Way['of']>): Promise<string> => {
  const meeting = {
    bodyId: chosen(by === 'promoter' ? city.open : city.headquarters),
    way: chosen('onsite'),
    heldOn: picked('2026-10-01'),
    precision: chosen('day'),
    items: typed('年間の予定'),
  };
  const newest = async (action: string): Promise<string> => {
    const [row] = await ask(
      'select subject from audit_line where actor = $1 and action = $2 order by id desc limit 1',
      [PERSON[by], action],
    );
    return String(row?.subject).split(':').at(-1) ?? '';
  };
  const occasion = what === 'training' ? 'training' : 'meeting';
  const fields = what === 'training' ? trainingForm(city) : meeting;
  const asking = await send(by, `${occasion}.record`, { metadata: {}, fields });
  // All of them are of one day: each is another one.
  await send(by, `${occasion}.record.same-day`, { metadata: { asking }, fields: {} });
  const id = await newest(`record-${occasion}`);
  if (what !== 'action-item') return id;
  await send(by, 'action-item.register', { metadata: { meetingId: id }, fields: actionForm(city) });
  return newest('register-action-item');
};

/** What a person has before them, and what is written of them: some of it changes when the bot has done what was pressed. */
const before = (who: Who): readonly unknown[] => {
  const { answers, form } = city.practice.slack.person(PERSON[who]);
  const seen = answers.flatMap(({ ts, text, blocks }) => [ts, text, blocks]);
  return [form?.viewId, form?.hash, ...seen];
};

/** By what it is, not by what it says: a changed message has other blocks, and a walk reads thousands. */
const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

const press = async (who: Who, { id, may }: Way, value: string): Promise<void> => {
  const person = city.practice.slack.person(PERSON[who]);
  // What is let through may come in the place of what was pressed: then that is no list any more, and what the next one brings may look like it.
  const there = person.answers.find(({ ts }) => ts === lists.get(who)?.ts);
  if (there === undefined || there.blocks !== lists.get(who)?.blocks) {
    // The new list itself: one of the answers before it, taken for it, would let it come in later as what the press did.
    const known = new Set(person.answers.map(({ ts }) => ts));
    await person.command('/kyodo', 'ヘルプ');
    lists.set(who, await person.nextAnswer(({ ts }) => !known.has(ts)));
  }
  const list = lists.get(who);
  const [seen, known] = [before(who), await newestLine()];
  const action = { type: 'button', block_id: 'walk', action_id: id, value };
  await person.pressRaw({ ...(list === undefined ? {} : { in: list }), action });
  // Who is to be refused has it noted; what they have before them may still change by what they did before.
  const isDone = async (): Promise<boolean> =>
    (may.includes(who) && !isSame(before(who), seen)) || (await linesAfter(who, known)).length > 0;
  await vi.waitFor(async () => expect(await isDone()).toBe(true), { timeout: 8000, interval: 10 });
  await person.form?.close({ all: true });
};

/** Goes through a way; whether that was refused is in the audit log. */
export const tryWay = async (who: Who, way: Way): Promise<'allowed' | 'refused'> => {
  const id = way.of === undefined ? '' : await newRecord(way.of);
  // What is confirmed already shows nothing when it is confirmed.
  if (way.id === 'meeting.held') await ask('update meeting set held_confirmed_at = null where id = $1', [id]);
  if (way.id === 'training.held')
    await ask('update training_session set held_confirmed_at = null where id = $1', [id]);
  const known = await newestLine();
  const sent = way.send(city, { id });
  if ('value' in sent) await press(who, way, sent.value);
  else await send(who, way.id, sent);
  const actions = await linesAfter(who, known);
  return actions.some((action) => action.startsWith('refused ')) ? 'refused' : 'allowed';
};
