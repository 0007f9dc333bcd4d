/** Where the app is, or was, installed: one workspace (T…) or a whole organisation (E…). */
export type Installation = {
  readonly id: string;
  /** Counts installs, so that of two the later can be told. */
  readonly turn: number;
  /** Who said yes; empty where it was there from the start. */
  readonly by: string;
  readonly scopes: readonly string[];
  /** The bot's token as it was last given out. */
  readonly token: string;
  /** With token rotation: what the next token is got with, once. */
  readonly refreshToken?: string;
  /** With token rotation: when `token` ends, in milliseconds. */
  readonly expiresAt?: number;
  /** Slack's word for a token of an installation that has ended. */
  readonly ended?: TokenEnd;
};

/** What Slack says to the token of an app that was removed, and to one that was revoked. */
export type TokenEnd = 'account_inactive' | 'token_revoked';

/** What a bot token stands for, and why it is no good any more where it isn't. */
export type TokenOwner = { readonly installation: Installation; readonly error?: TokenEnd | 'token_expired' };

export type Installations = {
  /** The one of this workspace or organisation, or the last that was there. */
  of(id: string): Installation | undefined;
  /** Installs the app, or once more: then the scopes are the new ones. `token` in the place of a made one. */
  install(
    id: string,
    how: { readonly by: string; readonly scopes: readonly string[]; readonly token?: string },
  ): Installation;
  /** Whose a bot token is, also one that has expired or ended. */
  owner(token: string): TokenOwner | undefined;
  /** New tokens for a refresh token, which is used up by it; undefined where it is no good. */
  refresh(refreshToken: string): Installation | undefined;
  /** Ends it; its tokens are answered with `how` from now on. */
  end(id: string, how: TokenEnd): void;
};

/** Tokens live twelve hours where they rotate; in milliseconds. */
const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;

type InstallationParts = {
  readonly now: () => Date;
  /** Makes what nobody guesses. */
  readonly secret: () => string;
  /** Whether tokens expire. */
  readonly rotates: boolean;
};

/** The app is installed nowhere. */
export const createInstallations = ({ now, secret, rotates }: InstallationParts): Installations => {
  const all = new Map<string, Installation>();
  /** Every token ever given out: whose it is, and until when it is good. */
  const tokens = new Map<string, { readonly installation: Installation; readonly until: number }>();
  let turn = 0;
  /** What the tokens of ended installations are answered with. */
  const ends = new Map<string, TokenEnd>();

  const keep = (installation: Installation): Installation => {
    all.set(installation.id, installation);
    tokens.set(installation.token, {
      installation,
      until: installation.expiresAt ?? Number.POSITIVE_INFINITY,
    });
    return installation;
  };
  const freshTokens = (): Pick<Installation, 'token' | 'refreshToken' | 'expiresAt'> =>
    rotates
      ? {
          token: `xoxe.xoxb-1-${secret()}`,
          refreshToken: `xoxe-1-${secret()}`,
          expiresAt: now().getTime() + TOKEN_LIFE_MS,
        }
      : { token: `xoxb-${secret()}` };
  const live = (id: string): Installation | undefined => {
    const found = all.get(id);
    return found?.ended === undefined ? found : undefined;
  };
  return {
    of: (id) => all.get(id),
    install: (id, { by, scopes, token }) => {
      const before = live(id);
      // Slack gives the token that is there once more, unless tokens rotate.
      const given = token ?? (rotates ? undefined : before?.token);
      turn += 1;
      return keep({ id, turn, by, scopes, ...(given === undefined ? freshTokens() : { token: given }) });
    },
    owner: (token) => {
      const found = tokens.get(token);
      if (found === undefined) return undefined;
      const { installation, until } = found;
      const error = ends.get(token) ?? (now().getTime() >= until ? 'token_expired' : undefined);
      return error === undefined ? { installation } : { installation, error };
    },
    refresh: (refreshToken) => {
      const before = [...all.values()].find((each) => each.refreshToken === refreshToken);
      return before === undefined || before.ended !== undefined
        ? undefined
        : keep({ ...before, ...freshTokens() });
    },
    end: (id, how) => {
      const before = live(id);
      if (before === undefined) return;
      all.set(id, { ...before, ended: how });
      for (const [token, { installation }] of tokens)
        if (installation.id === id && !ends.has(token)) ends.set(token, how);
    },
  };
};
