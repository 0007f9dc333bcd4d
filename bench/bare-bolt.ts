import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel } from '@slack/bolt';
import type pg from 'pg';
import { openPlainInserts } from './plain-inserts.ts';

/** What a bare app is told. */
export type BareOptions = {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly slackApiUrl: string;
  /** The form that the command opens. */
  readonly view: Readonly<Record<string, unknown>>;
  /** Where it writes the rows of a meeting before it acknowledges; nowhere when there is none. */
  readonly connection?: pg.PoolConfig;
};

/**
 * A Bolt app that does nothing but what is measured: the command opens the form, and a submitted form is acknowledged, after its
 * rows were written where that is asked. In a process of its own, as the bot is: `bare-bolt.ts OPTIONS` prints its address.
 */
const { signingSecret, botToken, slackApiUrl, view, connection }: BareOptions = JSON.parse(
  process.argv[2] ?? '{}',
);
const nothing = (): void => undefined;
const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};
const rows = connection === undefined ? undefined : openPlainInserts(connection);
const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  receiver,
  authorize: async () => ({ botToken, botId: 'B0BARE' }),
  clientOptions: { slackApiUrl },
  logger: quiet,
});
// A form that came too late is missed by who counts.
app.error(async () => undefined);
app.command('/kyodo-meeting', async ({ ack, command, client }) => {
  await ack();
  await client.apiCall('views.open', { trigger_id: command.trigger_id, view });
});
app.view('meeting.record', async ({ ack }) => {
  await rows?.write();
  await ack();
});
const server = createServer(receiver.requestListener);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
