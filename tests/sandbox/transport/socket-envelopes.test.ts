import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { connectRaw, type RawClient } from '../raw-client.ts';

let slack: Sandbox;
beforeEach(async () => {
  slack = await startSandbox({
    people: [{ id: 'U0HANAKO' }],
    ackPatience: 400,
    socketTimes: { leaveAfter: 200, pingEvery: 100 },
  });
});
afterEach(() => slack.stop());

const hanako = () => slack.person('U0HANAKO');
const command = async (text: string): Promise<number> => (await hanako().command('/tiny', text)).status;
const event = () => slack.event({ type: 'user_change' });

const connectTwo = async () => [await connectRaw(slack), await connectRaw(slack)] as const;

/** Which of two was sent the next envelope; what the other is sent comes later. */
const firstReached = ([one, two]: readonly [RawClient, RawClient]) => {
  const [ofOne, ofTwo] = [one.next(), two.next()];
  return Promise.race([
    ofOne.then((envelope) => ({ envelope, own: one, other: two, nextOfOther: ofTwo })),
    ofTwo.then((envelope) => ({ envelope, own: two, other: one, nextOfOther: ofOne })),
  ]);
};

describe('a command', () => {
  it('goes to the connections in turn', async () => {
    const clients = await connectTwo();
    const sent = ['一', '二', '三', '四'].map(command);
    const texts = [];
    for (const client of [...clients, ...clients]) {
      const envelope = await client.next();
      client.acknowledge(envelope);
      texts.push(envelope.payload?.text);
    }
    expect([await Promise.all(sent), texts.sort()]).toEqual([
      [200, 200, 200, 200],
      ['一', '三', '二', '四'],
    ]);
  });

  it('is handed to another connection when its own closes before the ack: the same envelope', async () => {
    const first = await connectRaw(slack);
    const sent = command('一');
    const envelope = await first.next();
    const second = await connectRaw(slack);
    first.vanish();
    const again = await second.next();
    expect(again).toEqual(envelope);
    second.acknowledge(again, { text: '受け付けました。' });
    expect(await sent).toBe(200);
    expect(hanako().answers.map(({ plain }) => plain)).toEqual(['受け付けました。']);
    expect(slack.socket.handedOn()).toBe(1);
  });

  it('waits for a new connection when there is no other, as long as the person waits', async () => {
    const first = await connectRaw(slack);
    const sent = [command('一'), command('二')];
    const [one, two] = [await first.next(), await first.next()];
    first.acknowledge(one);
    expect(await sent[0]).toBe(200);
    slack.socket.cut();
    await first.closed;
    const second = await connectRaw(slack);
    expect(await second.next()).toEqual(two);
    expect(await sent[1]).toBe(0);
    expect(hanako().notice).toBe('/tiny はアプリから応答がなかったため失敗しました。');
  });

  it('is answered at once with a failure while nobody is connected, and never sent', async () => {
    const client = await connectRaw(slack);
    slack.socket.cut();
    const early = command('一');
    await client.closed;
    const later = await connectRaw(slack);
    const sent = command('二');
    const envelope = await later.next();
    later.acknowledge(envelope);
    expect([await early, await sent, envelope.payload?.text]).toEqual([0, 200, '二']);
  });

  it('is not taken for acknowledged by a connection that it was not sent over', async () => {
    const clients = await connectTwo();
    const sent = command('一');
    const { envelope, other } = await firstReached(clients);
    other.acknowledge(envelope);
    expect(await sent).toBe(0);
  });
});

describe('an event', () => {
  it('that nobody acknowledges comes three times more, with the number of the try and the reason', async () => {
    const client = await connectRaw(slack);
    const sent = event();
    const tries = [];
    for (let count = 0; count < 4; count += 1) tries.push(await client.next());
    expect(await sent).toBe(0);
    expect(tries.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(tries.map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
  });

  it('comes again at once when its connection is lost, over another or over the next that opens', async () => {
    const clients = await connectTwo();
    const sent = event();
    const { own, other, nextOfOther } = await firstReached(clients);
    own.vanish();
    expect(await nextOfOther).toMatchObject({ retry_attempt: 1, retry_reason: 'connection_lost' });
    other.vanish();
    const third = await connectRaw(slack);
    const last = await third.next();
    expect(last).toMatchObject({ retry_attempt: 2, retry_reason: 'connection_lost' });
    third.acknowledge(last);
    expect(await sent).toBe(200);
  });

  it('waits for a bot that is away, not for one that never came', async () => {
    expect(await event()).toBe(0);
    const first = await connectRaw(slack);
    first.vanish();
    await expect.poll(() => slack.socket.connections()).toBe(0);
    const sent = event();
    const second = await connectRaw(slack);
    second.acknowledge(await second.next());
    expect(await sent).toBe(200);
  });
});

describe('a connection', () => {
  it('that was asked to leave is sent nothing more while there is another, may acknowledge what it has, and is closed', async () => {
    const first = await connectRaw(slack);
    const sent = command('一');
    const envelope = await first.next();
    const second = await connectRaw(slack);
    slack.socket.refreshOne();
    expect(await first.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    first.acknowledge(envelope);
    expect(await sent).toBe(200);
    for (const text of ['二', '三']) {
      const next = command(text);
      second.acknowledge(await second.next());
      expect(await next).toBe(200);
    }
    await first.closed;
    expect(slack.socket.connections()).toBe(1);
  });

  it('that was asked to leave is still used when it is the only one', async () => {
    const client = await connectRaw(slack);
    slack.socket.refresh();
    await client.next();
    const sent = command('一');
    client.acknowledge(await client.next());
    expect(await sent).toBe(200);
  });

  it('that is warned stays as it is', async () => {
    const client = await connectRaw(slack);
    slack.socket.warn();
    expect(await client.next()).toMatchObject({ type: 'disconnect', reason: 'warning' });
    const sent = command('一');
    client.acknowledge(await client.next());
    expect([await sent, slack.socket.connections()]).toEqual([200, 1]);
  });

  it('that hangs is cut when it has not answered a ping, and what it had goes to the other', async () => {
    const first = await connectRaw(slack);
    slack.socket.hangOne();
    const sent = command('一');
    first.acknowledge(await first.next());
    const second = await connectRaw(slack);
    second.acknowledge(await second.next());
    expect(await sent).toBe(200);
    await first.closed;
  });
});
