import {
  type Agent,
  buildConnector,
  type Dispatcher,
  EnvHttpProxyAgent,
  fetch as fetchOver,
  Pool,
} from 'undici';
import { z } from 'zod';

/** What is asked of Slack: all that the Web API's client asks, and the bytes of files. */
export type SlackRequest = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
  readonly redirect?: 'error' | 'follow' | 'manual';
  readonly signal?: AbortSignal;
};
export type SlackFetch = (url: string | URL, init?: SlackRequest) => Promise<Response>;

/** A city's proxy, through which all goes but to the hosts of `except`, which stand there as in NO_PROXY. */
export type ProxySettings = { readonly url: string; readonly except: string };

/** What a web socket goes over. */
export type SocketWay = {
  readonly dispatcher: Dispatcher;
  /** What kept it from getting there; undefined where nothing has. */
  readonly failure: () => Error | undefined;
  /** Ends what it went over, however it parted. */
  readonly cut: () => void;
};

/** How the bot gets to Slack. */
export type WayOut = {
  readonly fetch: SlackFetch;
  /** The way of one web socket; none where every socket goes straight to Slack. */
  readonly socketWay: (() => SocketWay) | undefined;
  /** The proxy that something was sent through so far, by host and port. */
  readonly proxyUsed: () => string | undefined;
};

/** The proxy can't be reached (`cause`), or answers with `status` that it leads nobody to Slack. */
export class ProxyError extends Error {
  /** Its host and port. */
  readonly proxy: string;
  readonly status: number | undefined;
  constructor(proxy: string, { status, cause }: { readonly status?: number; readonly cause?: unknown }) {
    super(`the proxy ${proxy} ${status === undefined ? 'is not there' : `answers ${status}`}`, { cause });
    this.name = 'ProxyError';
    this.proxy = proxy;
    this.status = status;
  }
}

/** So undici tells of a proxy that answers CONNECT with anything but 200. */
const NO_TUNNEL = /^Proxy response \((?<status>\d{3})\)/u;

/** What comes of asking for a tunnel; a connection itself fails with the words of the system, or of TLS. */
const IN_ASKING = /^(?:UND_ERR_(?!CONNECT_TIMEOUT)|HPE_)/u;
const Coded = z.looseObject({ code: z.string() });

/**
 * A tunnel that does not come about is the proxy's matter. Told as undici tells it, as of a line that was cut, the request would begin anew at once and
 * without end, thousands of times a second.
 */
const toldOf = (error: Error, at: string): Error => {
  const status = NO_TUNNEL.exec(error.message)?.groups?.status;
  if (status !== undefined) return new ProxyError(at, { status: Number(status), cause: error });
  const code = Coded.safeParse(error).data?.code ?? '';
  return IN_ASKING.test(code) ? new ProxyError(at, { cause: error }) : error;
};

/** How long a proxy may think about a tunnel. */
const TUNNEL_WITHIN_MS = 15_000;

/** The address without user and password, what is said to the proxy of them, and how people call it. */
const read = (proxyUrl: string) => {
  const { protocol, host, hostname, port, username, password } = new URL(proxyUrl);
  const login = [username, password].map(decodeURIComponent).join(':');
  return {
    uri: `${protocol}//${host}`,
    at: `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`,
    login: username === '' ? {} : { token: `Basic ${Buffer.from(login).toString('base64')}` },
  };
};

/** What a connection is to who only ends it. */
type Line = { readonly destroy: () => unknown };

type Ears = {
  readonly proxyAsked: () => void;
  readonly opened?: (line: Line) => void;
  readonly failed?: (error: Error) => void;
};

const dispatcherOver = (
  { url, except }: ProxySettings,
  { proxyAsked, opened, failed }: Ears,
): EnvHttpProxyAgent => {
  const { uri, at, login } = read(url);
  const straight = buildConnector({});
  const toProxy: typeof straight = (to, done) => {
    proxyAsked();
    straight(to, (...[error, socket]) =>
      error === null ? done(null, socket) : done(new ProxyError(at, { cause: error }), null),
    );
  };
  /** A connection to where it is going in the end, through a tunnel or not. */
  const heard =
    (connect: typeof straight): typeof straight =>
    (to, done) =>
      connect(to, (...[error, socket]) => {
        if (error === null) {
          opened?.(socket);
          return done(null, socket);
        }
        const told = toldOf(error, at);
        failed?.(told);
        done(told, null);
      });
  return new EnvHttpProxyAgent({
    ...login,
    httpsProxy: uri,
    // Nothing that is not encrypted is led through: Slack has no such address.
    httpProxy: '',
    noProxy: except,
    clientFactory: (origin, options) =>
      new Pool(origin, { ...options, headersTimeout: TUNNEL_WITHIN_MS, connect: toProxy }),
    factory: (origin, { connect, ...options }: Agent.Options) =>
      new Pool(origin, { ...options, connect: heard(typeof connect === 'function' ? connect : straight) }),
  });
};

/** The way straight to Slack, or through a proxy. No password is in any error. */
export const createWayOut = (proxy: ProxySettings | undefined): WayOut => {
  if (proxy === undefined)
    return {
      fetch: (url, init) => fetch(url, init),
      socketWay: undefined,
      proxyUsed: () => undefined,
    };
  let used: string | undefined;
  const proxyAsked = (): void => {
    used = read(proxy.url).at;
  };
  const dispatcher = dispatcherOver(proxy, { proxyAsked });
  return {
    // Of the same library as what it goes over: Node has another version in it.
    fetch: async (url, { body, ...asked } = {}) => {
      // Its forms are not Node's, and nothing that we ask has several parts.
      if (body instanceof FormData) throw new TypeError('no body of several parts goes through a proxy');
      return fetchOver(url, { ...asked, ...(body === undefined ? {} : { body }), dispatcher });
    },
    socketWay: () => {
      let line: Line | undefined;
      let failure: Error | undefined;
      const way = dispatcherOver(proxy, {
        proxyAsked,
        opened: (it) => {
          line = it;
        },
        failed: (error) => {
          failure = error;
        },
      });
      return {
        dispatcher: way,
        failure: () => failure,
        cut: () => {
          // A web socket takes its connection out of what it came over, which then can't end it.
          line?.destroy();
          void way.destroy();
        },
      };
    },
    proxyUsed: () => used,
  };
};
