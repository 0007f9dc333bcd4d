import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { JsonObject } from '../workspace/shapes.ts';

/** Larger than anything Slack takes; more than this is not read. */
const mostBytes = 4 * 1024 * 1024;

/** The body of a request as it came. Rejects when it is larger than `most` bytes. */
export const readBytes = async (request: IncomingMessage, most: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > most) throw new Error('the request body is too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
};

/** The body of a request as text. Rejects when it is larger than 4 MB. */
export const readBody = async (request: IncomingMessage): Promise<string> =>
  (await readBytes(request, mostBytes)).toString();

const isPlainObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The arguments in a body of form fields or of JSON; undefined when it is neither. */
export const readArguments = (type: string | undefined, body: string): JsonObject | undefined => {
  if (type?.startsWith('application/json') !== true) return { ...parse(body) };
  try {
    const json: unknown = JSON.parse(body);
    return isPlainObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
};

/** Sends `body` as JSON. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
};

/** Whether the request names this machine as its host: a page of another site that points its name here does not. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(host ?? '');

/** Whether a request comes from this server's own pages, or from no page at all. */
export const isSameOrigin = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`;
};
