import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { parseBody } from '../../src/http-mode/body.ts';
import { readability } from '../../src/requests/readable.ts';
import { answerTo, post, WORKSPACE } from '../handlers/steps.ts';
import { type Practice, SECRETARY, startPractice } from '../support/practice.ts';
import { requestShapes } from '../support/request-shapes.ts';

/** So many shapes of each kind; the same at each run. */
const READ = 8000;
const SENT = 1000;
const AT_ONCE = 50;
const SEED = 20261128;
const shapes = requestShapes({ teamId: WORKSPACE, userId: SECRETARY });

const batches = (): readonly (readonly unknown[])[] => {
  const sent = fc.sample(shapes, { numRuns: SENT, seed: SEED });
  return Array.from({ length: SENT / AT_ONCE }, (_, index) =>
    sent.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
};

let practice: Practice | undefined;
afterEach(() => practice?.stop());

/** The bot goes on and answers within the three seconds that Slack waits. */
const stillAnswers = async ({ secretary }: Practice): Promise<void> => {
  const begun = performance.now();
  expect((await answerTo(secretary, '/kyodo', 'ヘルプ')).plain).toContain('使い方');
  expect(performance.now() - begun).toBeLessThan(3000);
};

test(`${READ} shapes and bodies are read without anything thrown`, () => {
  fc.assert(
    fc.property(shapes, fc.string({ maxLength: 50 }), (shape, text) => {
      readability(shape);
      for (const body of [text, `payload=${text}`])
        readability(parseBody(body, 'application/x-www-form-urlencoded')?.body);
      readability(parseBody(text, 'application/json')?.body);
    }),
    { numRuns: READ, seed: SEED },
  );
});

test(`${SENT} shapes over HTTP: each is answered, none ends the bot`, { timeout: 300_000 }, async () => {
  const started = await startPractice();
  practice = started;
  const statuses = new Map<number, number>();
  for (const batch of batches()) {
    const answers = await Promise.all(
      batch.map((shape, index) => {
        const isJson = index % 2 === 0;
        const text = JSON.stringify(shape) ?? '';
        const body = isJson ? text : new URLSearchParams({ payload: text }).toString();
        return post(started, body, isJson ? { type: 'application/json' } : {});
      }),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].toSorted()).toEqual([200, 400, 404]);
  await stillAnswers(started);
});

test(`${SENT} shapes over Socket Mode: each is acknowledged or left, none ends the bot`, {
  timeout: 300_000,
}, async () => {
  practice = await startPractice({ mode: 'socket' });
  const { socket } = practice.slack;
  let sent = 0;
  for (const batch of batches()) {
    for (const payload of batch) {
      const type = ['interactive', 'events_api', 'slash_commands'][sent % 3];
      socket.send(
        JSON.stringify({ type, envelope_id: `fuzz ${sent}`, payload, accepts_response_payload: true }),
      );
      sent += 1;
    }
    // Requests are taken in the order in which they come: when this one is answered, those before it were.
    await answerTo(practice.secretary, '/kyodo', 'ヘルプ');
  }
  await stillAnswers(practice);
  expect(new Set(socket.acks().filter((id) => id.startsWith('fuzz'))).size).toBeGreaterThan(SENT / 2);
});
