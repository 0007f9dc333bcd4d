import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { takeAnswer } from '../acts/answering.ts';
import type { Line } from '../acts/line.ts';
import type { Fault, Faults } from '../faults.ts';
import type { Rates } from '../rates.ts';
import type { ApiAnswer, ApiContext } from '../web-api/call.ts';
import { type ApiTokens, callApi } from '../web-api/methods.ts';
import type { Wire } from '../wire.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import { readArguments, readBody, sendJson } from './http-io.ts';

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
  readonly wire: Wire;
};

type Reply = {
  readonly status: number;
  readonly body: ApiAnswer;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What stands in the place of the answer because of a fault; nothing at all where the connection just stays open. */
const faultyReply = (fault: Fault): Reply | undefined => {
  if ('status' in fault) return { status: fault.status, body: { ok: false, error: 'fatal_error' } };
  if ('rateLimited' in fault)
    return {
      status: 429,
      body: { ok: false, error: 'ratelimited' },
      headers: { 'retry-after': String(fault.rateLimited) },
    };
  return 'error' in fault ? { status: 200, body: { ok: false, error: fault.error } } : undefined;
};

/** Begins an exchange; what it gives notes its end, with what the rules came to say in between. */
const beginExchange = ({ wire, line: { refusals } }: ApiSide, what: string, request: unknown) => {
  const begun = performance.now();
  const before = refusals.list.length;
  return (status: number, answer: unknown): void => {
    const rules = refusals.list.slice(before).flatMap(({ messages }) => messages);
    wire.note({ to: 'slack', what, request, status, answer, took: performance.now() - begun, rules });
  };
};

/** The token a request brings; empty without one. */
export const bearer = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace(/^Bearer /, '');

/** Answers POST /api/<method>. */
export const serveApi = async (
  side: ApiSide,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { context, tokens, faults, rates, calls } = side;
  const args = readArguments(request.headers['content-type'], await readBody(request));
  if (args === undefined) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
  const { token, ...rest } = args;
  calls.note({ method, args: rest });
  const ended = beginExchange(side, method, rest);
  const channel = z.string().safeParse(rest.channel).data;
  const wait = rates.take(method, channel);
  const fault = wait === undefined ? faults.take(method) : { rateLimited: wait };
  if (fault !== undefined && 'rateLimited' in fault) calls.hold(fault.rateLimited);
  const answered = (reply: Reply | undefined): void => {
    ended(reply?.status ?? 0, reply?.body ?? null);
    if (reply !== undefined) sendJson(response, reply.status, reply.body, reply.headers);
  };
  const isCarriedOut = fault === undefined || 'cutAfter' in fault || 'hangAfter' in fault;
  if (!isCarriedOut) return answered(faultyReply(fault));
  const body = callApi(method, rest, bearer(request) || String(token ?? ''), tokens, context);
  if (fault === undefined)
    return answered({ status: 200, body, headers: { 'x-oauth-scopes': context.scopes.join(',') } });
  answered(undefined);
  if ('cutAfter' in fault) request.socket.destroy();
};

/** Answers POST /response/<id>. */
export const serveAnswer = async (
  side: ApiSide,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = readArguments('application/json', await readBody(request));
  if (body === undefined) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const ended = beginExchange(side, 'response_url', body);
  const { status, body: answer } = takeAnswer(side.line, id, body);
  ended(status, answer);
  sendJson(response, status, answer);
};
