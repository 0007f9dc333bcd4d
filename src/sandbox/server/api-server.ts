import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { takeAnswer } from '../acts/answering.ts';
import type { Fault, Faults } from '../faults.ts';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import type { OAuth } from '../oauth/oauth.ts';
import { type ApiAnswer, failure } from '../web-api/call.ts';
import { addressed, type Caller, callerOf } from '../web-api/caller.ts';
import { callApi } from '../web-api/methods.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { ApiCalls } from './api-calls.ts';
import { readArguments, readBody, sendJson } from './http-io.ts';

/** All workspaces of the server, the first of them first, and what they have in common. */
export type ApiSide = {
  readonly workspaces: readonly [HostedWorkspace, ...HostedWorkspace[]];
  readonly oauth: OAuth;
  readonly appToken: string;
  /** A new one-time address for a socket connection. */
  readonly socketUrl: () => string;
  /** What goes wrong in whichever workspace comes next. */
  readonly faults: Faults;
  /** The calls of all. */
  readonly calls: ApiCalls;
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
const beginExchange = ({ wire, refusals }: HostedWorkspace, what: string, request: unknown) => {
  const begun = performance.now();
  const before = refusals.list.length;
  return (status: number, answer: unknown): void => {
    const rules = refusals.list.slice(before).flatMap(({ messages }) => messages);
    wire.note({ to: 'slack', what, request, status, answer, took: performance.now() - begun, rules });
  };
};

/** The token a request brings; empty without one. */
export const bearer = (request: IncomingMessage): string =>
  /^Bearer (.*)$/u.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** The app's id and secret, where it names itself in the header. */
const basicCredentials = (request: IncomingMessage): JsonObject => {
  const basic = /^Basic (.*)$/u.exec(request.headers.authorization ?? '')?.[1];
  if (basic === undefined) return {};
  const [client_id, client_secret] = Buffer.from(basic, 'base64').toString().split(':');
  return { client_id, client_secret };
};

/** Whose call it is: the workspace it is about, and Slack's word where an organisation's token leaves that open. */
const addressee = (
  { workspaces }: ApiSide,
  method: string,
  args: JsonObject,
  caller: Caller,
): { readonly hosted: HostedWorkspace; readonly open?: string } => {
  const id = 'installation' in caller ? caller.installation?.id : undefined;
  const [first] = workspaces;
  const [own, ...others] = workspaces.filter(
    ({ workspace: { team, enterprise } }) => team.id === id || enterprise?.id === id,
  );
  if (id === undefined || own === undefined) return { hosted: first };
  if (own.workspace.team.id === id) return { hosted: own };
  const found = addressed(method, args, [own, ...others]);
  return typeof found === 'string' ? { hosted: own, open: found } : { hosted: found };
};

/** Answers POST /api/<method>. */
export const serveApi = async (
  side: ApiSide,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const args = readArguments(request.headers['content-type'], await readBody(request));
  if (args === undefined) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
  const { token, ...given } = args;
  const rest = { ...basicCredentials(request), ...given };
  const { oauth } = side;
  const caller = callerOf(bearer(request) || String(token ?? ''), side.appToken, oauth.installations);
  const { hosted, open } = addressee(side, method, rest, caller);
  const { workspace, faults, rates } = hosted;
  side.calls.note({ method, args: rest });
  hosted.calls.note({ method, args: rest });
  const ended = beginExchange(hosted, method, rest);
  const channel = z.string().safeParse(rest.channel).data;
  const wait = rates.take(method, channel, workspace.team.id);
  const fault =
    wait === undefined ? (side.faults.take(method) ?? faults.take(method)) : { rateLimited: wait };
  if (fault !== undefined && 'rateLimited' in fault) side.calls.hold(fault.rateLimited);
  const answered = (reply: Reply | undefined): void => {
    ended(reply?.status ?? 0, reply?.body ?? null);
    if (reply !== undefined) sendJson(response, reply.status, reply.body, reply.headers);
  };
  const isCarriedOut = fault === undefined || 'cutAfter' in fault || 'hangAfter' in fault;
  if (!isCarriedOut) return answered(faultyReply(fault));
  const installation = 'installation' in caller ? caller.installation : hosted.installation();
  const scopes = installation?.scopes ?? [];
  const context = { ...hosted, installation: () => installation, scopes, oauth, socketUrl: side.socketUrl };
  const body = open === undefined ? callApi(method, rest, caller, context) : failure(open);
  if (fault === undefined)
    return answered({ status: 200, body, headers: { 'x-oauth-scopes': scopes.join(',') } });
  answered(undefined);
  if ('cutAfter' in fault) request.socket.destroy();
};

/** Answers POST /response/<team>/<id>. */
export const serveAnswer = async (
  hosted: HostedWorkspace,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = readArguments('application/json', await readBody(request));
  if (body === undefined) return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const ended = beginExchange(hosted, 'response_url', body);
  const { status, body: answer } = takeAnswer(hosted.line, id, body);
  ended(status, answer);
  sendJson(response, status, answer);
};
