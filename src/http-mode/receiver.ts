import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type App, HTTPModuleFunctions, type Receiver, verifySlackRequest } from '@slack/bolt';
import { z } from 'zod';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import { createTaker, type Taken, type Took } from '../requests/take.ts';
import { parseBody, readBody } from './body.ts';
import type { Refused, RefusedFor } from './refused.ts';

export type HttpReceiver = Receiver & {
  /** Answers Slack's requests. */
  readonly listener: RequestListener;
};

type Options = {
  readonly signingSecret: string;
  readonly log: Log;
  /** The machine's: Slack's timestamps are of the real time. */
  readonly clock: Clock;
  readonly refused: Refused;
  readonly took: Took;
};

const MOST_SKEW_SECONDS = 5 * 60;

const headerOf = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

const end = (response: ServerResponse, status: number): void => {
  if (!response.headersSent) response.writeHead(status, status === 413 ? { connection: 'close' } : {});
  response.end();
};

/** Why the request is not Slack's, or too old or from the future: it could be kept and replayed later. */
const refusalOf = (
  request: IncomingMessage,
  body: string,
  { signingSecret, clock }: Options,
): RefusedFor | undefined => {
  const timestamp = Number(headerOf(request, 'x-slack-request-timestamp') || Number.NaN);
  const skew = Math.abs(clock.now().getTime() / 1000 - timestamp);
  if (!(skew <= MOST_SKEW_SECONDS)) return 'timestamp';
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: {
        'x-slack-signature': headerOf(request, 'x-slack-signature'),
        'x-slack-request-timestamp': timestamp,
      },
      // How old it may be is looked at above, in both directions.
      nowMilliseconds: timestamp * 1000,
    });
    return undefined;
  } catch {
    return 'signature';
  }
};

const retryOf = (request: IncomingMessage) => {
  const retryNum = Number.parseInt(headerOf(request, 'x-slack-retry-num'), 10);
  return Number.isNaN(retryNum)
    ? {}
    : { retry: { retryNum, retryReason: headerOf(request, 'x-slack-retry-reason') } };
};

const SslCheck = z.looseObject({ ssl_check: z.literal('1') });
const UrlVerification = z.looseObject({ type: z.literal('url_verification'), challenge: z.string() });

/** What is answered where nothing was yet. */
const STATUS: Readonly<Record<Taken, number>> = {
  acknowledged: 200,
  unheard: 404,
  unreadable: 400,
  failed: 500,
};

/**
 * Slack's requests over HTTP, in place of Bolt's receiver, which ends the process on a body that is no object: no request, whatever
 * its shape, goes unanswered or does more than be logged.
 */
export const createHttpReceiver = (options: Options): HttpReceiver => {
  const { log, refused } = options;
  let app: App | undefined;
  const take = createTaker(log, () => app, options.took);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const read = await readBody(request);
    if (typeof read === 'string') {
      refused.count(read);
      return end(response, 413);
    }
    const { text } = read;
    const parsed = parseBody(text, headerOf(request, 'content-type'));
    // Slack looks whether it gets through: unsigned, and with nothing to be done.
    if (SslCheck.safeParse(parsed?.body).success) return end(response, 200);
    const refusal = refusalOf(request, text, options);
    if (refusal !== undefined) {
      refused.count(refusal);
      return end(response, 401);
    }
    if (parsed === undefined) {
      log.warn({ why: 'neither a form nor JSON' }, 'request could not be read');
      return end(response, 400);
    }
    const asked = UrlVerification.safeParse(parsed.body).data;
    if (asked !== undefined)
      return HTTPModuleFunctions.buildContentResponse(response, { challenge: asked.challenge });
    const ack = async (content: unknown): Promise<void> => {
      if (response.destroyed) throw new Error('the connection is gone');
      HTTPModuleFunctions.buildContentResponse(response, content);
    };
    const taken = await take({ body: parsed.body, ack, ...retryOf(request) });
    if (!response.writableEnded) end(response, STATUS[taken]);
  };

  return {
    init: (bolt) => {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
    listener: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log.warn({ err: error }, 'request could not be answered');
        end(response, 500);
      });
    },
  };
};
