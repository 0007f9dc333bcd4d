/** A person of the practice workspace, in Slack's own words. What is left out is false, or made from the id. */
export type PersonSeed = {
  readonly id: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly email?: string;
  /** The post, shown beside the name on the practice page. */
  readonly title?: string;
  readonly is_admin?: boolean;
  /** A multi-channel guest. */
  readonly is_restricted?: boolean;
  /** A single-channel guest. */
  readonly is_ultra_restricted?: boolean;
  /** Someone of another organisation, met in a shared channel. */
  readonly is_stranger?: boolean;
  readonly is_bot?: boolean;
  /** A deactivated account. */
  readonly deleted?: boolean;
  /** The person's own workspace, when it is another one. */
  readonly team_id?: string;
  /** On Enterprise Grid: the organisation's name for the person, and all its workspaces that they belong to. */
  readonly enterprise_user?: {
    readonly id: string;
    readonly enterprise_id?: string;
    readonly enterprise_name?: string;
    readonly teams: readonly string[];
  } | null;
};

export type ChannelSeed = {
  readonly id: string;
  readonly name: string;
  readonly is_private?: boolean;
  readonly is_archived?: boolean;
  /** Shared with other organisations. */
  readonly is_ext_shared?: boolean;
  /** User ids; the bot is a member only if its id is among them. Without a list, everyone and the bot are. */
  readonly members?: readonly string[];
};

export type Team = { readonly id: string; readonly name: string; readonly domain: string };
/** An organisation of Enterprise Grid; its id begins with E. */
export type Enterprise = { readonly id: string; readonly name: string; readonly domain: string };
export type Person = Required<PersonSeed>;
export type Channel = Required<ChannelSeed>;

/** The bot as Slack knows it: its user, its bot id, its app and the names of its scopes. */
export type BotIdentity = {
  readonly userId: string;
  readonly botId: string;
  readonly appId: string;
  readonly name: string;
};

export const practiceBot: BotIdentity = {
  userId: 'U0KYODOBOT',
  botId: 'B0KYODOBOT',
  appId: 'A0KYODOBOT',
  name: '協DOボット',
};

/** The bot as another owner has it, a workspace or an organisation: Slack gives each its own. E.g. U0KYODOBOT0SAKURA in T0SAKURA. */
export const botOf = (owner: string): BotIdentity => ({
  ...practiceBot,
  userId: `${practiceBot.userId}${owner.slice(1)}`,
  botId: `${practiceBot.botId}${owner.slice(1)}`,
});

/** Fills in a person's seed. E.g. `{ id: 'U0TANAKA' }` is called u0tanaka, has no e-mail and is a full member. */
export const personFrom = (seed: PersonSeed, team: Team): Person => ({
  id: seed.id,
  name: seed.name ?? seed.id.toLowerCase(),
  real_name: seed.real_name ?? seed.name ?? seed.id,
  email: seed.email ?? '',
  title: seed.title ?? '',
  is_admin: seed.is_admin ?? false,
  is_restricted: seed.is_restricted ?? false,
  is_ultra_restricted: seed.is_ultra_restricted ?? false,
  is_stranger: seed.is_stranger ?? false,
  is_bot: seed.is_bot ?? false,
  deleted: seed.deleted ?? false,
  team_id: seed.team_id ?? (seed.is_stranger === true ? 'T0OTHERORG' : team.id),
  enterprise_user: seed.enterprise_user ?? null,
});

/** Fills in a channel's seed; `everyone` are the ids taken as members when the seed names none. */
export const channelFrom = (seed: ChannelSeed, everyone: readonly string[]): Channel => ({
  id: seed.id,
  name: seed.name,
  is_private: seed.is_private ?? false,
  is_archived: seed.is_archived ?? false,
  is_ext_shared: seed.is_ext_shared ?? false,
  members: seed.members ?? everyone,
});
