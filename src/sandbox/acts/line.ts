import type { Installation } from '../oauth/installations.ts';
import type { Refusals } from '../refusals.ts';
import type { BotAnswer, Delivery, DeliveryOptions } from '../transport/transport.ts';
import type { FileStore } from '../workspace/file-store.ts';
import type { Person } from '../workspace/seed.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { ViewIds } from '../workspace/view-store.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the people's side needs to reach the bot. */
export type Line = {
  readonly workspace: Workspace;
  readonly refusals: Refusals;
  readonly files: FileStore;
  /** How the app is installed there, for this workspace alone or for its organisation; or was, last. */
  readonly installation: () => Installation | undefined;
  /** Nobody answers where the app is not installed. */
  readonly send: (delivery: Delivery, options?: DeliveryOptions) => Promise<BotAnswer>;
  /** The whole address of a response_url from its last part. */
  readonly answerUrl: (id: string) => string;
};

/** How a person's request differs from the usual: on the wire, or by naming another workspace. */
export type RequestOptions = DeliveryOptions & {
  /** A team id the request names instead of this workspace's; null where it names none. */
  readonly teamId?: string | null;
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

/** Whether the app is there because it was installed in the whole organisation. */
export const isOrganisationWide = ({
  installation,
  workspace,
}: Pick<Line, 'installation' | 'workspace'>): boolean =>
  workspace.enterprise !== undefined && installation()?.id === workspace.enterprise.id;

/** The organisation as flat fields beside a team's; none outside one. */
export const enterpriseFields = ({
  enterprise,
}: Pick<Workspace, 'enterprise'>): Readonly<Record<string, string>> =>
  enterprise === undefined ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name };

/** The ids that a view bears. */
export const viewIds = (line: Pick<Line, 'installation' | 'workspace'>): ViewIds => {
  const { team, enterprise, bot } = line.workspace;
  const installedIn = isOrganisationWide(line) ? (enterprise?.id ?? team.id) : team.id;
  return { teamId: team.id, installedIn, ...bot };
};

/** What every interaction payload says about who acted and where the app is installed. */
export const senderPart = (line: Line, person: Person, { teamId }: RequestOptions): JsonObject => {
  const { team, enterprise, bot } = line.workspace;
  return {
    team: { id: teamId ?? team.id, domain: team.domain, ...enterpriseFields(line.workspace) },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.team_id },
    api_app_id: bot.appId,
    token: verificationToken,
    enterprise: enterprise === undefined ? null : { id: enterprise.id, name: enterprise.name },
    is_enterprise_install: isOrganisationWide(line),
  };
};

/** The same for what comes from a view itself: Slack names no team there where the app is installed in the organisation. */
export const viewSenderPart = (line: Line, person: Person, options: RequestOptions): JsonObject => ({
  ...senderPart(line, person, options),
  ...(isOrganisationWide(line) && options.teamId === undefined ? { team: null } : {}),
});

/** Whether an ack carries nothing: an empty body over HTTP, an empty object over a socket. */
export const isBare = (body: unknown): boolean =>
  body === '' ||
  body === undefined ||
  body === null ||
  (typeof body === 'object' && Object.keys(body).length === 0);

export const wasHeard = ({ status }: BotAnswer): boolean => status >= 200 && status < 300;
