/** Socket Mode as the library keeps it and as we do, against the practice Slack: what record 27 says was measured. */
import { setTimeout as delay } from 'node:timers/promises';
import { SocketModeClient } from '@slack/socket-mode';
import { machineTime } from '../src/deps.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { createSlackLogger } from '../src/slack/logger.ts';
import { createSocketModeReceiver } from '../src/socket-mode/receiver.ts';

const nothing = (): void => undefined;
const log = { info: nothing, warn: nothing, error: nothing };
const logger = createSlackLogger(log);

const KEEPERS = {
  stock: ({ appToken, apiUrl }: Sandbox) => {
    const client = new SocketModeClient({ appToken, logger, clientOptions: { slackApiUrl: apiUrl } });
    client.start().catch(nothing);
  },
  ours: ({ appToken, apiUrl }: Sandbox) => {
    const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 } };
    const how = { isFinal: () => false, describe: String, time: machineTime, took: nothing };
    createSocketModeReceiver({ appToken, logger, log, clientOptions, ...how })
      .start()
      .catch(nothing);
  },
};

/** Seconds in which no connection stood, of `seconds` after `disturb`, and how many were opened in them. */
const measure = async (name: keyof typeof KEEPERS, disturb: (slack: Sandbox) => void, seconds: number) => {
  const slack = await startSandbox({ socketTimes: { leaveAfter: 500, pingEvery: 10_000 } });
  KEEPERS[name](slack);
  await delay(1500);
  const before = slack.socket.seen().opened;
  disturb(slack);
  let without = 0;
  for (let looked = 0; looked < seconds * 50; looked += 1) {
    await delay(20);
    if (slack.socket.connections() === 0) without += 0.02;
  }
  const { opened, most } = slack.socket.seen();
  return { without: without.toFixed(1), opened: opened - before, most };
};

const CASES: Readonly<Record<string, (slack: Sandbox) => void>> = {
  'all asked to leave': ({ socket }) => socket.refresh(),
  'all cut': ({ socket }) => socket.cut(),
  'each new one ends at once': ({ socket }) => {
    socket.receive('end', 10_000);
    socket.cut();
  },
  'goodbye with the line open': ({ socket }) =>
    [1, 0].forEach((which) => {
      socket.farewellOne(which);
    }),
};
const rows = await Promise.all(
  Object.entries(CASES).flatMap(([what, disturb]) =>
    (['stock', 'ours'] as const).map(async (name) => ({ what, name, ...(await measure(name, disturb, 10)) })),
  ),
);
for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
process.exit(0);
