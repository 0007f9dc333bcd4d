import { z } from 'zod';
import type { Client, Prismatic } from './client.ts';
import type { Installation as Row } from './generated/client.ts';

/** Tokens as they are kept: unreadable without the key that `keyId` names. */
export type SealedTokens = {
  readonly botToken: Uint8Array;
  /** With it the next token is fetched, once; none where tokens do not end. */
  readonly refreshToken?: Uint8Array | undefined;
  readonly keyId: string;
  readonly expiresAt?: Date | undefined;
};

/** The app in one workspace (its id a `T…`), or in an organisation of Enterprise Grid (an `E…`) for its workspaces. */
export type Installation = SealedTokens & {
  readonly id: string;
  readonly kind: 'workspace' | 'organisation';
  /** The organisation that a workspace belongs to. */
  readonly enterpriseId?: string | undefined;
  readonly botId: string;
  readonly botUserId: string;
  readonly appId: string;
  readonly scopes: readonly string[];
  /** Slack id of who installed it. */
  readonly installedBy: string;
  readonly installedAt: Date;
};

/** Since when, and by which word of Slack's, an installation serves no more. */
export type Ended = { readonly at: Date; readonly because: string };

export type KeptInstallation = Installation & { readonly ended?: Ended | undefined };

/**
 * The installations of the app. A workspace is served by one at a time: by its own while that lives, else by that of its
 * organisation. While the one it has has ended it is set aside: its record stays, and nothing is sent.
 */
export type InstallationTable = {
  /** Keeps a new one, or takes one up again that was there, ended or not. */
  readonly save: (installation: Installation) => Promise<void>;
  readonly find: (id: string) => Promise<KeptInstallation | undefined>;
  /** The one that serves a workspace; none where it is served by a token of the environment, or not known. */
  readonly of: (workspaceId: string) => Promise<KeptInstallation | undefined>;
  /** Those that have not ended, by id. */
  readonly living: () => Promise<readonly KeptInstallation[]>;
  /**
   * Ends one: its workspaces are set aside from now on, and the jobs of their messages are taken out of the queue; the messages
   * stay planned. Gives the workspaces; undefined where it had ended before, or is not known.
   */
  readonly end: (id: string, ended: Ended) => Promise<readonly string[] | undefined>;
  /**
   * Puts what `work` makes of a living one in place of its tokens; nothing where that is undefined. Others who want the same wait
   * meanwhile and then see the new ones, in whatever process: a token that can be used once is used once. Gives the installation
   * as it is then; undefined where none lives by this id.
   */
  readonly renew: (
    id: string,
    work: (installation: KeptInstallation) => Promise<SealedTokens | undefined>,
  ) => Promise<KeptInstallation | undefined>;
};

/** A workspace that is to be served, and by what. */
export type ServedWorkspace = {
  readonly id: string;
  /** None: it is served by a token of the environment. */
  readonly installation?: { readonly id: string; readonly ended?: Ended | undefined } | undefined;
};

const endedOf = ({ endedAt, endedBecause }: Pick<Row, 'endedAt' | 'endedBecause'>): Ended | undefined =>
  endedAt === null ? undefined : { at: endedAt, because: endedBecause ?? '' };

const toInstallation = ({ endedAt, endedBecause, ...row }: Row): KeptInstallation => ({
  ...row,
  enterpriseId: row.enterpriseId ?? undefined,
  refreshToken: row.refreshToken ?? undefined,
  expiresAt: row.expiresAt ?? undefined,
  ended: endedOf({ endedAt, endedBecause }),
});

/** What Prisma takes for bytes. */
const bytes = (value: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(value);

const tokenColumns = ({ botToken, refreshToken, keyId, expiresAt }: SealedTokens) => ({
  botToken: bytes(botToken),
  refreshToken: refreshToken === undefined ? null : bytes(refreshToken),
  keyId,
  expiresAt: expiresAt ?? null,
});

const columnsOf = ({ id: _, scopes, enterpriseId, ...facts }: Installation) => ({
  ...facts,
  ...tokenColumns(facts),
  scopes: [...scopes],
  enterpriseId: enterpriseId ?? null,
  endedAt: null,
  endedBecause: null,
});

/** Slack is asked for a token meanwhile. */
const RENEW_WITHIN_MS = 20_000;

const SetAside = z.array(z.object({ isEnded: z.boolean(), workspaces: z.array(z.string()) }));

export const createInstallationTable = (prisma: Client): InstallationTable => ({
  save: async (installation) => {
    const { id } = installation;
    const columns = columnsOf(installation);
    await prisma.installation.upsert({ where: { id }, create: { id, ...columns }, update: columns });
  },
  find: async (id) => {
    const row = await prisma.installation.findUnique({ where: { id } });
    return row === null ? undefined : toInstallation(row);
  },
  of: async (workspaceId) => {
    const row = await prisma.installation.findFirst({ where: { workspaces: { some: { id: workspaceId } } } });
    return row === null ? undefined : toInstallation(row);
  },
  living: async () =>
    (await prisma.installation.findMany({ where: { endedAt: null }, orderBy: { id: 'asc' } })).map(
      toInstallation,
    ),
  end: async (id, { at, because }) => {
    const [outcome] = SetAside.parse(
      await prisma.$queryRaw`
        with ended as (
          update installation set ended_at = ${at}, ended_because = ${because} where id = ${id} and ended_at is null
          returning id
        ), aside as (
          select w.id from workspace w join ended on w.installation_id = ended.id
        ), jobs as (
          select graphile_worker.complete_jobs(array(
            select job.id from aside join delivery d on d.workspace_id = aside.id
            join graphile_worker.jobs job on job.key = d.id::text))
        )
        select exists (select from ended) as "isEnded", array(select id from aside order by id) as workspaces
        where (select count(*) from jobs) >= 0`,
    );
    return outcome?.isEnded === true ? outcome.workspaces : undefined;
  },
  renew: (id, work) =>
    prisma.$transaction(
      async (transaction) => {
        await transaction.$executeRaw`select 1 from installation where id = ${id} for update`;
        const row = await transaction.installation.findUnique({ where: { id, endedAt: null } });
        if (row === null) return undefined;
        const installation = toInstallation(row);
        const tokens = await work(installation);
        if (tokens === undefined) return installation;
        await transaction.installation.update({ where: { id }, data: tokenColumns(tokens) });
        return { ...installation, ...tokens };
      },
      { timeout: RENEW_WITHIN_MS, maxWait: RENEW_WITHIN_MS },
    ),
});

/** What came of having a workspace served by an installation: it is now, it was before, or its own lives and keeps it. */
export type Serving = 'begins' | 'goes-on' | 'own-lives';

const Held = z.tuple([z.object({ servedBy: z.string().nullable(), ownLives: z.boolean() })]);

/** Has a workspace of the record served by an installation from now on, unless its own lives and keeps it. */
export const serveBy = async (
  prisma: Prismatic,
  workspaceId: string,
  installationId: string,
): Promise<Serving> => {
  const [{ servedBy, ownLives }] = Held.parse(
    await prisma.$queryRaw`
      select w.installation_id as "servedBy", exists (
        select from installation own where own.id = w.id and own.ended_at is null) as "ownLives"
      from workspace w where w.id = ${workspaceId} for update of w`,
  );
  if (servedBy === installationId) return 'goes-on';
  if (ownLives && installationId !== workspaceId) return 'own-lives';
  await prisma.workspace.update({ where: { id: workspaceId }, data: { installationId } });
  return 'begins';
};

/** All workspaces of the record with what they are served by, the first that came first. */
export const servedWorkspaces = async (prisma: Prismatic): Promise<readonly ServedWorkspace[]> => {
  const rows = await prisma.workspace.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, installation: { select: { id: true, endedAt: true, endedBecause: true } } },
  });
  return rows.map(({ id, installation }) => ({
    id,
    installation: installation === null ? undefined : { id: installation.id, ended: endedOf(installation) },
  }));
};
