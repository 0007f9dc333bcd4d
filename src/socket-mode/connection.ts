import { SocketModeClient, type SocketModeOptions } from '@slack/socket-mode';
import { z } from 'zod';

/** A request as the library hands it on. */
export type Envelope = {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: unknown) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
};

/** One connection to Slack; it is not renewed by itself. */
export type Connection = {
  readonly isOpen: () => boolean;
  /** Resolves when another is wanted: this one is lost, or Slack has asked it to leave. */
  readonly over: Promise<void>;
  readonly closed: Promise<void>;
  readonly close: () => void;
};

/** Slack closes what it has asked to leave by itself; should it not, we do after so many milliseconds. */
const LEAVES_WITHIN = 15_000;

const ASKED_TO_LEAVE = 'asked to leave';
const Leave = z.looseObject({ type: z.literal('disconnect') });

const asksToLeave = (message: string): boolean => {
  try {
    return Leave.safeParse(JSON.parse(message)).success;
  } catch {
    return false;
  }
};

/** The library's client would hang up as soon as Slack asks it to leave, and what it has not acknowledged yet would be lost. */
class PatientClient extends SocketModeClient {
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    if (typeof data === 'string' && asksToLeave(data)) this.emit(ASKED_TO_LEAVE);
    else await super.onWebSocketMessage(data, isBinary);
  }
}

/** Opens a connection whose requests go to `receive`. Rejects when Slack gives no address or the connection fails. */
export const openConnection = async (
  options: Pick<SocketModeOptions, 'appToken' | 'logger' | 'clientOptions'>,
  receive: (envelope: Envelope) => void,
): Promise<Connection> => {
  const client = new PatientClient({ ...options, autoReconnectEnabled: false });
  const close = (): void => void client.disconnect();
  let isOpen = false;
  client.on('connected', () => {
    isOpen = true;
  });
  client.on('slack_event', receive);
  const closed = new Promise<void>((resolve) => {
    client.once('disconnected', () => {
      isOpen = false;
      resolve();
    });
  });
  const asked = new Promise<void>((resolve) => {
    client.once(ASKED_TO_LEAVE, () => {
      const closing = setTimeout(close, LEAVES_WITHIN);
      client.once('disconnected', () => clearTimeout(closing));
      resolve();
    });
  });
  await client.start();
  return { isOpen: () => isOpen, over: Promise.race([closed, asked]), closed, close };
};
