import type { JsonObject } from '../workspace/shapes.ts';

/** The app as it is registered at Slack. */
export type AppRegistration = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people may be sent back to: these addresses and those under them; anywhere on this machine where none is named. */
  readonly redirectUrls: readonly string[];
  /** The one that is meant where the app names none: the first that is registered, or the bot's own. */
  readonly usualRedirectUrl: () => string;
};

/** What the app asks a person for at /oauth/v2/authorize. */
export type Wish = {
  readonly scopes: readonly string[];
  readonly state: string;
  /** Where the person is sent back to. */
  readonly redirectUri: string;
  /** Whether the app said so itself: then it has to say the same when it exchanges the code. */
  readonly isNamed: boolean;
};

/** Who said yes, and for which workspace (T…) or organisation (E…). */
export type Consent = { readonly by: string; readonly on: string };

/** What a code is good for. */
export type Granted = Consent & { readonly scopes: readonly string[] };

export type Consents = {
  /** What is asked for, or Slack's word for what is wrong with it. */
  read(query: URLSearchParams): Wish | string;
  /** Where the person is sent after a yes, with a code for the app. */
  allow(wish: Wish, consent: Consent): string;
  /** Where the person is sent after a no. */
  deny(wish: Wish): string;
  /** What a code was given for, and uses it up; or Slack's word for why it is no good. */
  redeem(code: string, redirectUri: string | undefined): Granted | string;
  /** Slack's word where these are not the app's id and secret. */
  problemWith(credentials: JsonObject): string | undefined;
};

/** A code is good for ten minutes; in milliseconds. */
const CODE_LIFE_MS = 10 * 60 * 1000;

const isLocal = (address: string): boolean => ['127.0.0.1', 'localhost'].includes(new URL(address).hostname);

const sentBack = (address: string, found: Readonly<Record<string, string>>): string => {
  const target = new URL(address);
  for (const [name, value] of Object.entries(found)) target.searchParams.set(name, value);
  return target.href;
};

type ConsentParts = {
  readonly app: AppRegistration;
  readonly now: () => Date;
  /** Makes what nobody guesses. */
  readonly secret: () => string;
};

/** No code is out yet. */
export const createConsents = ({ app, now, secret }: ConsentParts): Consents => {
  const codes = new Map<string, { readonly wish: Wish; readonly granted: Granted; readonly until: number }>();
  const used = new Set<string>();
  const isAllowed = (address: string): boolean =>
    URL.canParse(address) &&
    (app.redirectUrls.length === 0
      ? isLocal(address)
      : app.redirectUrls.some(
          (each) => address === each || address.startsWith(`${each.replace(/\/$/u, '')}/`),
        ));
  return {
    read: (query) => {
      if (query.get('client_id') !== app.clientId) return 'invalid_client_id';
      const named = query.get('redirect_uri');
      const redirectUri = named ?? app.usualRedirectUrl();
      if (!isAllowed(redirectUri)) return 'bad_redirect_uri';
      const scopes = (query.get('scope') ?? '').split(/[\s,]+/u).filter((scope) => scope !== '');
      if (scopes.length === 0) return 'invalid_scope';
      return { scopes, state: query.get('state') ?? '', redirectUri, isNamed: named !== null };
    },
    allow: (wish, consent) => {
      const code = secret();
      const granted = { ...consent, scopes: wish.scopes };
      codes.set(code, { wish, granted, until: now().getTime() + CODE_LIFE_MS });
      return sentBack(wish.redirectUri, { code, state: wish.state });
    },
    deny: ({ redirectUri, state }) => sentBack(redirectUri, { error: 'access_denied', state }),
    redeem: (code, redirectUri) => {
      const found = codes.get(code);
      if (found === undefined || now().getTime() > found.until) return 'invalid_code';
      if (used.has(code)) return 'code_already_used';
      const { wish, granted } = found;
      const isSame = redirectUri === undefined ? !wish.isNamed : redirectUri === wish.redirectUri;
      if (!isSame) return 'bad_redirect_uri';
      used.add(code);
      return granted;
    },
    problemWith: ({ client_id: id, client_secret: known }) => {
      if (id !== app.clientId) return 'invalid_client_id';
      return known === app.clientSecret ? undefined : 'bad_client_secret';
    },
  };
};
