import { expect, test } from 'vitest';
import { createOnce } from '../../src/requests/once.ts';

const COMMAND = { command: '/kyodo', trigger_id: '1.a' };
const FORM = { type: 'view_submission', trigger_id: '2.b' };
const EVENT = { type: 'event_callback', event_id: 'Ev1' };
const ERRORS = { response_action: 'errors', errors: { items: '案件を入力してください。' } };

/** Slack, the bot's work, and what became of both. */
const desk = () => {
  const lost: unknown[] = [];
  const heard: unknown[] = [];
  let carriedOut = 0;
  const once = createOnce((error) => lost.push(error));
  /** Sends `body`; the work answers `response` before or after what it does, and the connection may be gone by then. */
  const ask = (
    body: unknown,
    {
      response,
      gone = false,
      meanwhile = Promise.resolve(),
    }: { readonly response?: unknown; readonly gone?: boolean; readonly meanwhile?: Promise<void> } = {},
  ): Promise<void> =>
    once(
      {
        body,
        ack: async (given) => {
          if (gone) throw new Error('no connection');
          heard.push(given);
        },
      },
      async (ack) => {
        await meanwhile;
        if (body === FORM) carriedOut += 1;
        await ack(response);
        await ack('once more');
        if (body !== FORM) carriedOut += 1;
      },
    );
  return { ask, once, seen: () => ({ carriedOut, heard, lost: lost.map(String) }) };
};

test('what is asked twice is carried out once and acknowledged twice, with the same words', async () => {
  const { ask, seen } = desk();
  await ask(FORM, { response: ERRORS });
  await ask(FORM, { response: 'something else' });
  expect(seen()).toEqual({ carriedOut: 1, heard: [ERRORS, ERRORS], lost: [] });
});

test('who asks again while the first is at work waits for its acknowledgement', async () => {
  const { ask, seen } = desk();
  let finish: () => void = () => undefined;
  const first = ask(FORM, { response: ERRORS, meanwhile: new Promise((resolve) => (finish = resolve)) });
  const second = ask(FORM);
  expect(seen().heard).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(seen()).toEqual({ carriedOut: 1, heard: [ERRORS, ERRORS], lost: [] });
});

test('a form whose acknowledgement was lost stays recorded: no failure is told, and the next one hears it', async () => {
  const { ask, seen } = desk();
  await ask(FORM, { response: ERRORS, gone: true });
  await ask(FORM);
  expect(seen()).toEqual({ carriedOut: 1, heard: [ERRORS], lost: ['Error: no connection'] });
});

test('a command whose acknowledgement could not be sent is not carried out before it is asked for again', async () => {
  const { ask, seen } = desk();
  await expect(ask(COMMAND, { gone: true })).rejects.toThrow('no connection');
  expect(seen().carriedOut).toBe(0);
  await ask(COMMAND);
  expect(seen()).toEqual({ carriedOut: 1, heard: [undefined], lost: ['Error: no connection'] });
});

test('what was never acknowledged is carried out again, also by who has waited for it', async () => {
  const { ask, once, seen } = desk();
  let finish: () => void = () => undefined;
  const working = new Promise<void>((resolve) => (finish = resolve));
  const silent = once({ body: COMMAND, ack: async () => undefined }, () => working);
  const waiting = ask(COMMAND);
  finish();
  await Promise.all([silent, waiting]);
  expect(seen()).toEqual({ carriedOut: 1, heard: [undefined], lost: [] });
});

test('what fails before its acknowledgement fails aloud and is carried out again', async () => {
  const { ask, once, seen } = desk();
  const failing = once({ body: FORM, ack: async () => undefined }, async () => {
    throw new Error('no such form');
  });
  await expect(failing).rejects.toThrow('no such form');
  await ask(FORM, { response: ERRORS });
  expect(seen()).toEqual({ carriedOut: 1, heard: [ERRORS], lost: [] });
});

test('events have no trigger: their own keys keep them from being done twice', async () => {
  const { ask, seen } = desk();
  await ask(EVENT);
  await ask(EVENT);
  expect(seen()).toEqual({ carriedOut: 2, heard: [undefined, undefined], lost: [] });
});

test.each([
  ['an empty trigger', { trigger_id: '' }],
  ['a trigger of null', { trigger_id: null }],
  ['a trigger that is a number', { trigger_id: 0 }],
  ['no trigger', {}],
  ['a body of null', null],
  ['a body that is a list', []],
  ['a body that is a text', ''],
])('%s makes no request the same as another', async (_what, body) => {
  const { ask, seen } = desk();
  await ask(body);
  await ask(body);
  await ask(EVENT);
  expect(seen()).toEqual({ carriedOut: 3, heard: [undefined, undefined, undefined], lost: [] });
});

test('a thousand requests are remembered, the oldest is forgotten first', async () => {
  const { ask, seen } = desk();
  for (let number = 0; number < 1001; number += 1) await ask({ ...COMMAND, trigger_id: `${number}` });
  await ask({ ...COMMAND, trigger_id: '1000' });
  await ask({ ...COMMAND, trigger_id: '1' });
  expect(seen().carriedOut).toBe(1001);
  await ask({ ...COMMAND, trigger_id: '0' });
  expect(seen().carriedOut).toBe(1002);
});
