import type { Refusals } from '../refusals.ts';
import type { BotAnswer, Delivery, DeliveryOptions } from '../transport/transport.ts';
import type { FileStore } from '../workspace/file-store.ts';
import type { Person } from '../workspace/seed.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the people's side needs to reach the bot. */
export type Line = {
  readonly workspace: Workspace;
  readonly refusals: Refusals;
  readonly files: FileStore;
  readonly send: (delivery: Delivery, options?: DeliveryOptions) => Promise<BotAnswer>;
  /** The whole address of a response_url from its last part. */
  readonly answerUrl: (id: string) => string;
};

/** How a person's request differs from the usual: on the wire, or by naming another workspace. */
export type RequestOptions = DeliveryOptions & {
  /** A team id the request names instead of this workspace's. */
  readonly teamId?: string;
};

/** What a person is told in the place of a real Slack's words when the app cannot be reached. */
export const notices = {
  command: (command: string): string => `${command} はアプリから応答がなかったため失敗しました。`,
  commandInThread: (command: string): string =>
    `スレッドでは ${command} を使えません。チャンネルの入力欄で入力してください。`,
  form: '接続に問題が発生しました。もう一度お試しください。',
  press: 'アプリから応答がありませんでした。もう一度お試しください。',
} as const;

/** The verification token: long deprecated, still sent by Slack, and proof of nothing. */
export const verificationToken = 'practice-verification-token';

/** The person as named. Throws for an id that is not in the workspace: a mistake of the caller, not of the bot. */
export const knownPerson = ({ workspace }: Pick<Line, 'workspace'>, id: string): Person => {
  const person = workspace.person(id);
  if (person === undefined) throw new Error(`nobody of this workspace: ${id}`);
  return person;
};

/** What every interaction payload says about who acted and where the app is installed. */
export const senderPart = ({ workspace }: Line, person: Person, { teamId }: RequestOptions): JsonObject => ({
  team: { id: teamId ?? workspace.team.id, domain: workspace.team.domain },
  user: { id: person.id, username: person.name, name: person.name, team_id: person.team_id },
  api_app_id: workspace.bot.appId,
  token: verificationToken,
  enterprise: null,
  is_enterprise_install: false,
});

/** Whether an ack carries nothing: an empty body over HTTP, an empty object over a socket. */
export const isBare = (body: unknown): boolean =>
  body === '' ||
  body === undefined ||
  body === null ||
  (typeof body === 'object' && Object.keys(body).length === 0);

export const wasHeard = ({ status }: BotAnswer): boolean => status >= 200 && status < 300;
