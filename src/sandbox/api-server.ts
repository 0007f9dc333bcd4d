import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { takeAnswer } from './answering.ts';
import type { Fault, Faults } from './faults.ts';
import { readArguments, readBody, sendJson } from './http-io.ts';
import type { Line } from './line.ts';
import type { Rates } from './rates.ts';
import type { JsonObject } from './shapes.ts';
import type { ApiContext } from './web-api/call.ts';
import { type ApiTokens, callApi } from './web-api/methods.ts';

/** One call of the bot's, without its token. */
export type ApiCall = { readonly method: string; readonly args: JsonObject };

/** The calls so far, oldest first; only the latest thousand are kept. */
export type ApiCalls = {
  readonly list: readonly ApiCall[];
  /** How many there were in all. */
  count(): number;
  note(call: ApiCall): void;
  /** Notes that the bot was told to wait for so many seconds. */
  hold(seconds: number): void;
  /** Whether it may still be waiting for that: what is silent then is not at rest. */
  isHeld(): boolean;
};

/** What was told to wait comes back so much later at most. */
const BACK_WITHIN_MS = 1500;

export const createApiCalls = (): ApiCalls => {
  const list: ApiCall[] = [];
  let count = 0;
  let heldUntil = 0;
  return {
    list,
    count: () => count,
    note: (call) => {
      count += 1;
      list.push(call);
      if (list.length > 1000) list.shift();
    },
    hold: (seconds) => {
      heldUntil = Math.max(heldUntil, performance.now() + seconds * 1000 + BACK_WITHIN_MS);
    },
    isHeld: () => performance.now() < heldUntil,
  };
};

export type ApiSide = {
  readonly line: Line;
  readonly context: ApiContext;
  readonly tokens: ApiTokens;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly calls: ApiCalls;
};

/** Answers for a fault that stands in the place of the answer; false when the call is to be carried out. */
const playFault = (fault: Fault | undefined, response: ServerResponse): boolean => {
  if (fault === undefined || 'cutAfter' in fault || 'hangAfter' in fault) return false;
  if ('status' in fault) sendJson(response, fault.status, { ok: false, error: 'fatal_error' });
  if ('rateLimited' in fault) {
    sendJson(
      response,
      429,
      { ok: false, error: 'ratelimited' },
      { 'retry-after': String(fault.rateLimited) },
    );
  }
  if ('error' in fault) sendJson(response, 200, { ok: false, error: fault.error });
  // `hang` answers nothing: the connection stays open until the bot or the workspace gives up.
  return true;
};

/** The token a request brings; empty without one. */
export const bearer = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace(/^Bearer /, '');

/** Answers POST /api/<method>. */
export const serveApi = async (
  { context, tokens, faults, rates, calls }: ApiSide,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const args = readArguments(request.headers['content-type'], await readBody(request));
  if (args === undefined) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
  const { token, ...rest } = args;
  calls.note({ method, args: rest });
  const channel = z.string().safeParse(rest.channel).data;
  const wait = rates.take(method, channel);
  const fault = wait === undefined ? faults.take(method) : { rateLimited: wait };
  if (fault !== undefined && 'rateLimited' in fault) calls.hold(fault.rateLimited);
  if (playFault(fault, response)) return;
  const answer = callApi(method, rest, bearer(request) || String(token ?? ''), tokens, context);
  if (fault !== undefined) {
    if ('cutAfter' in fault) request.socket.destroy();
    return;
  }
  sendJson(response, 200, answer, { 'x-oauth-scopes': context.scopes.join(',') });
};

/** Answers POST /response/<id>. */
export const serveAnswer = async (
  { line }: ApiSide,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = readArguments('application/json', await readBody(request));
  if (body === undefined) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const reply = takeAnswer(line, id, body);
  sendJson(response, reply.status, reply.body);
};
