import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { type Frame, type Request, readFrame } from './frame.ts';

/** Sends the acknowledgement of a request; rejects when its connection is gone. */
export type Acknowledge = (response?: unknown) => Promise<void>;

/** One connection to Slack, from the moment it is asked for; it is not renewed by itself. */
export type Connection = {
  /** Resolves when Slack has said hello. Rejects when it gives no address, the connection fails, or no hello comes in time. */
  readonly opened: Promise<void>;
  readonly isOpen: () => boolean;
  /** Slack has asked it to leave: it serves until it is closed, and another takes its place. */
  readonly isLeaving: () => boolean;
  /** Resolves when another is wanted, with why: Slack's word when it has asked this one to leave, or `lost`. */
  readonly over: Promise<string>;
  /** Resolves when nothing of it is left. */
  readonly closed: Promise<void>;
  readonly close: () => void;
};

/** What one connection goes over: what kept it from Slack, if anything did, and the end of it however it parted. */
export type SocketWay = {
  readonly dispatcher: NonNullable<SocketModeOptions['dispatcher']>;
  readonly failure: () => Error | undefined;
  readonly cut: () => void;
};

export type ConnectionOptions = Pick<SocketModeOptions, 'appToken' | 'clientOptions'> & {
  readonly logger: NonNullable<SocketModeOptions['logger']>;
  /** Takes each request and the way its acknowledgement goes. */
  readonly receive: (request: Request, acknowledge: Acknowledge) => void;
  /** What each connection goes over where none goes straight to Slack. */
  readonly socketWay?: () => SocketWay;
  /** How long a hello is waited for, in milliseconds from asking for an address on; 15 s unless given. */
  readonly helloWithin?: number;
};

/** Slack closes what it has asked to leave by itself; should it not, we do after so many milliseconds. */
const LEAVES_WITHIN = 15_000;
const HELLO_WITHIN = 15_000;
/** How often it is looked whether a goodbye was followed by the end of the connection; at the second look it is cut. */
const LOOK_EVERY = 1_000;
/** What a web socket calls the time between a goodbye and the end. */
const CLOSING = 2;

/**
 * The library's client, but for what comes in: it would hang up as soon as Slack asks it to leave, and what it has not
 * acknowledged yet would be lost; it rejects unheard on an event without inner event; and it tells of events under their own
 * names, of which one could be `close`.
 */
class PatientClient extends SocketModeClient {
  protected override async onWebSocketMessage(data: string | ArrayBuffer): Promise<void> {
    // What is binary comes as a Blob.
    const frame = readFrame(typeof data === 'string' ? data : await new Blob([data]).text());
    this.emit(frame.kind === 'hello' ? 'connected' : FRAME, frame);
  }
}
const FRAME = 'frame';

/** Asks Slack for a connection. */
export const openConnection = ({
  receive,
  socketWay,
  helloWithin = HELLO_WITHIN,
  ...options
}: ConnectionOptions): Connection => {
  const way = socketWay?.();
  const over = way === undefined ? {} : { dispatcher: way.dispatcher };
  const client = new PatientClient({ ...options, ...over, autoReconnectEnabled: false });
  const started = client.start().then(() => undefined);
  const gone = new Promise<void>((resolve) => client.once('disconnected', resolve));
  // Without an address there is nothing that could be closed.
  const closed = Promise.race([
    gone,
    started.then(
      () => gone,
      () => (client.websocket ? gone : undefined),
    ),
  ]);

  let isClosing = false;
  const close = (): void => {
    isClosing = true;
    if (client.websocket !== undefined) void client.disconnect();
  };
  // An address that came too late.
  client.on('connecting', () => {
    if (isClosing) queueMicrotask(close);
  });
  let looks = 0;
  const looking = setInterval(() => {
    looks = client.websocket?.readyState === CLOSING ? looks + 1 : 0;
    if (looks > 1) close();
  }, LOOK_EVERY);

  const acknowledge =
    (id: string): Acknowledge =>
    (response) =>
      new Promise((resolve, reject) => {
        if (client.websocket?.isActive() !== true) return reject(new Error('the connection is gone'));
        const payload = typeof response === 'string' ? { text: response } : (response ?? {});
        client.websocket.send(JSON.stringify({ envelope_id: id, payload }), (error) =>
          error === undefined ? resolve() : reject(error),
        );
      });
  let isLeaving = false;
  const asked = new Promise<string>((resolve) => {
    client.on(FRAME, (frame: Frame) => {
      if (frame.kind === 'request') receive(frame.request, acknowledge(frame.request.id));
      else if (frame.kind === 'leave') resolve(frame.reason);
      else if (frame.kind === 'other') {
        options.logger.warn(`passed over what came over a connection: ${frame.what}`);
        if (frame.id !== undefined) acknowledge(frame.id)().catch(() => undefined);
      }
    });
  });
  const leaving = asked.then((reason) => {
    isLeaving = true;
    return reason;
  });
  const timers: NodeJS.Timeout[] = [];
  void asked.then(() => timers.push(setTimeout(close, LEAVES_WITHIN)));
  const opened = Promise.race([
    started.catch((error: unknown) =>
      Promise.reject(error ?? way?.failure() ?? new Error('closed before Slack said hello')),
    ),
    asked.then((reason) =>
      Promise.reject(new Error(`Slack asks it to leave at once: ${reason}`, { cause: reason })),
    ),
    new Promise<void>((_, reject) => {
      timers.push(setTimeout(() => reject(new Error('Slack does not say hello')), helloWithin));
    }),
  ]);
  void closed.then(() => {
    way?.cut();
    clearInterval(looking);
    for (const timer of timers) clearTimeout(timer);
  });
  return {
    opened,
    isOpen: () => client.websocket?.isActive() === true,
    isLeaving: () => isLeaving,
    over: Promise.race([leaving, closed.then(() => 'lost')]),
    closed,
    close,
  };
};
