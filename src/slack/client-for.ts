import type { WebClient } from '@slack/web-api';

/** What every call of a token has: for a whole organisation's, also which of its workspaces is meant. */
type Given = { readonly token: string; readonly team_id?: string };

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The methods of a group, e.g. of `chat`, with what is given for every call. */
const groupFor = (group: object, given: Given): object =>
  new Proxy(group, {
    get: (target, name): unknown => {
      const found: unknown = Reflect.get(target, name);
      if (typeof found === 'function')
        return (call: object = {}): unknown => Reflect.apply(found, target, [{ ...given, ...call }]);
      return isObject(found) ? groupFor(found, given) : found;
    },
  });

/**
 * A client of one token, over one that all tokens share. A client of its own would hold each of Slack's 280 methods once more, 26 KB and
 * with what they are bound to 40, and a process that serves all cities of Japan would hold thousands of them.
 */
export const clientFor = (shared: WebClient, given: Given): WebClient =>
  new Proxy(shared, {
    get: (target, name, client): unknown => {
      const found: unknown = Reflect.get(target, name);
      if (name === 'apiCall')
        return (method: string, call: Record<string, unknown> = {}) =>
          target.apiCall(method, { ...given, ...call });
      // What goes through pages calls `apiCall` of the client itself.
      if (typeof found === 'function') return found.bind(client);
      return isObject(found) && Object.getPrototypeOf(found) === Object.prototype
        ? groupFor(found, given)
        : found;
    },
  });
