import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { DatabaseUrl, ProxyUrl } from './config-addresses.ts';
import { configText } from './texts/config.ts';

/** An empty variable means the same as none: that is how .env files leave things out. */
const text = (schema: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const oneOf = <Word extends string>(words: readonly [Word, ...Word[]], problem: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(words, problem).optional());

const PERSON_ID = /^[UW][A-Z0-9]{2,}$/u;
const CHANNEL_ID = /^C[A-Z0-9]{2,}$/u;

/** Comma-separated e-mail addresses and user ids, compared in lower case. */
const Secretariat = z
  .string()
  .default('')
  .transform((value, context) => {
    const entries = value
      .split(/[,、\s]+/u)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    for (const entry of entries)
      if (!PERSON_ID.test(entry) && !z.email().safeParse(entry).success)
        context.addIssue({ code: 'custom', message: configText.secretariat(entry) });
    return entries.map((entry) => entry.toLowerCase());
  });

const KEY_BYTES = 32;
const MOST_KEYS = 2;
const isKey = (text: string): boolean => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES && bytes.toString('base64') === text;
};

/** One or two keys of 32 bytes in base64; the first seals, each opens. */
const TokenKeys = z
  .string()
  .transform((value) => value.split(',').map((key) => key.trim()))
  .refine((keys) => keys.length <= MOST_KEYS && keys.every(isKey), configText.tokenKey)
  .transform((keys) => keys.map((key) => Buffer.from(key, 'base64')));

/** Every variable the bot reads, with what is said when it can't be used. */
const Environment = z.object({
  SLACK_BOT_TOKEN: text(z.string().startsWith('xoxb-', configText.botToken)),
  SLACK_APP_TOKEN: text(z.string().startsWith('xapp-', configText.appToken)),
  SLACK_SIGNING_SECRET: text(z.string().min(8, configText.signingSecret)),
  SLACK_CLIENT_ID: text(z.string().regex(/^\d+\.\d+$/u, configText.clientId)),
  SLACK_CLIENT_SECRET: text(z.string().min(8, configText.clientSecret)),
  SLACK_STATE_SECRET: text(z.string().min(16, configText.stateSecret)),
  TOKEN_KEY: z.preprocess((value) => (value === '' ? undefined : value), TokenKeys.optional()),
  SLACK_API_URL: text(z.string().regex(/^https?:\/\/.+\/$/u, configText.apiUrl)),
  HTTPS_PROXY: text(ProxyUrl),
  NO_PROXY: text(z.string()),
  DATABASE_URL: text(DatabaseUrl),
  DATA_DIR: text(z.string()),
  PORT: text(z.string().refine((port) => /^\d{1,5}$/u.test(port) && Number(port) <= 65_535, configText.port)),
  HOST: text(z.string()),
  SECRETARIAT: Secretariat,
  LOG_CHANNEL: text(z.string().regex(CHANNEL_ID, configText.logChannel)),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], configText.logLevel),
  LOG_FORMAT: oneOf(['text', 'json'], configText.logFormat),
});

/** The names of all variables, for .env.example and the documents. */
export const VARIABLES: readonly string[] = Object.keys(Environment.shape);

/** How Slack reaches the bot of the one workspace whose token the environment has. */
export type SlackConfig =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | { readonly mode: 'http'; readonly botToken: string; readonly signingSecret: string };

/** What Slack's page of the app says, for a bot that is installed in any number of workspaces through OAuth, over HTTP. */
export type OauthConfig = {
  readonly mode: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly signingSecret: string;
  /** Of 32 bytes: the first seals the tokens of the record, each opens them. */
  readonly tokenKeys: readonly [Uint8Array, ...Uint8Array[]];
};

export type Config = {
  /** Undefined where there are no tokens; the command line says what happens then. */
  readonly slack: SlackConfig | OauthConfig | undefined;
  readonly slackApiUrl: string;
  /** Through which all goes to Slack but to the hosts of `except`; undefined where all goes straight. */
  readonly proxy?: { readonly url: string; readonly except: string } | undefined;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly secretariat: readonly string[];
  /** 運用ログ until 設定 was saved. */
  readonly logChannel?: string | undefined;
  /** Undefined: as is usual for the form of the log. */
  readonly logLevel?: z.infer<typeof Environment>['LOG_LEVEL'];
  /** Undefined: for people on a terminal, else for machines. */
  readonly logFormat?: z.infer<typeof Environment>['LOG_FORMAT'];
};

/** Every problem of the environment in one message that says how to mend each. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super([configText.title, ...problems].join('\n'));
    this.name = 'ConfigError';
  }
}

type Read = z.infer<typeof Environment>;
type Variables = Readonly<Record<string, string | undefined>>;

const isGiven = (value: string | undefined): boolean => value !== undefined && value !== '';

/** What only a bot of many workspaces has. */
const OF_MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'TOKEN_KEY'] as const;
/** What it can't be without. */
export const OAUTH_VARIABLES: readonly string[] = [...OF_MANY, 'SLACK_SIGNING_SECRET'];

/** What is missing between the tokens, or too much, whatever else is wrong with them. */
const slackProblems = (environment: Variables): readonly string[] => {
  const isSet = (name: string): boolean => isGiven(environment[name]);
  if (OF_MANY.some(isSet)) {
    const other = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'].find(isSet);
    if (other !== undefined) return [configText.line(other, configText.oneOrMany)];
    return OAUTH_VARIABLES.filter((name) => !isSet(name)).map((name) =>
      configText.line(name, configText.missingForMany),
    );
  }
  const hasToken = isSet('SLACK_BOT_TOKEN');
  const hasWay = isSet('SLACK_APP_TOKEN') || isSet('SLACK_SIGNING_SECRET');
  if (hasToken && !hasWay) return [configText.line('SLACK_APP_TOKEN', configText.tokenWithoutWay)];
  if (!hasToken && hasWay) return [configText.line('SLACK_BOT_TOKEN', configText.wayWithoutToken)];
  return [];
};

const oauthOf = ({
  SLACK_CLIENT_ID: clientId,
  SLACK_CLIENT_SECRET: clientSecret,
  SLACK_STATE_SECRET: stateSecret,
  SLACK_SIGNING_SECRET: signingSecret,
  TOKEN_KEY: [key, ...olderKeys] = [],
}: Read): OauthConfig | undefined =>
  clientId === undefined ||
  clientSecret === undefined ||
  stateSecret === undefined ||
  signingSecret === undefined ||
  key === undefined
    ? undefined
    : {
        mode: 'oauth',
        clientId,
        clientSecret,
        stateSecret,
        signingSecret,
        tokenKeys: [key, ...olderKeys],
      };

const slackOf = (read: Read): Config['slack'] => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET } = read;
  if (botToken === undefined) return oauthOf(read);
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken };
  return { mode: 'http', botToken, signingSecret: SLACK_SIGNING_SECRET ?? '' };
};

/** What many systems call in small letters; where both are set, the capital ones count. */
const inSmallLetters = (environment: Variables): Variables =>
  Object.fromEntries(
    ['HTTPS_PROXY', 'NO_PROXY'].map((name) => [
      name,
      isGiven(environment[name]) ? environment[name] : environment[name.toLowerCase()],
    ]),
  );

/** Reads the environment; throws one ConfigError that names every wrong variable. */
export const readConfig = (environment: Variables): Config => {
  const parsed = Environment.safeParse({ ...environment, ...inSmallLetters(environment) });
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => configText.line(path.join('.'), message)),
    ...slackProblems(environment),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const read = parsed.data;
  return {
    slack: slackOf(read),
    slackApiUrl: read.SLACK_API_URL ?? 'https://slack.com/api/',
    proxy:
      read.HTTPS_PROXY === undefined ? undefined : { url: read.HTTPS_PROXY, except: read.NO_PROXY ?? '' },
    databaseUrl: read.DATABASE_URL,
    dataDir: read.DATA_DIR ?? './data',
    port: Number(read.PORT ?? '3000'),
    host: read.HOST ?? '127.0.0.1',
    secretariat: read.SECRETARIAT,
    logChannel: read.LOG_CHANNEL,
    logLevel: read.LOG_LEVEL,
    logFormat: read.LOG_FORMAT,
  };
};

/** Where the variables of this process may stand besides its environment. */
export const ENV_FILE = '.env';

/** The variables of the text of a `.env` file. Editors of Windows put an invisible mark before it, which is no part of it. */
export const readEnvFile = (bytes: Uint8Array): Variables => {
  const text = Buffer.from(bytes).toString('utf8');
  // UTF-16 puts a zero beside each letter of the names.
  if (text.includes('\0')) throw new ConfigError([configText.envFile]);
  return parseEnv(text.replace(/^\uFEFF+/u, ''));
};

/** The certificates of authorities that Node is to believe, besides those it knows. */
const AUTHORITIES = 'NODE_EXTRA_CA_CERTS';

/** The configuration of this process: its environment, completed from a file `.env` where there is one. */
export const readProcessConfig = (): Config => {
  const written = existsSync(ENV_FILE) ? readEnvFile(readFileSync(ENV_FILE)) : {};
  // Node reads it before any program begins.
  if (isGiven(written[AUTHORITIES]) && !isGiven(process.env[AUTHORITIES]))
    throw new ConfigError([configText.line(AUTHORITIES, configText.authorities)]);
  for (const [name, value] of Object.entries(written)) process.env[name] ??= value;
  return readConfig(process.env);
};
