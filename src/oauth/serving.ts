import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import type { KeptInstallation } from '../db/installations.ts';
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import { isTokenGone } from '../domain/slack/error.ts';
import { endInstallation } from '../services/installation/end.ts';
import { takeUpWorkspace } from '../services/installation/take-up.ts';
import { prepareWorkspace } from '../services/settings/prepare-workspace.ts';
import { troubleOf } from '../slack/trouble.ts';
import type { TokenKeeper } from './tokens.ts';

/** By what the bot serves a workspace. */
export type Authorization = {
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
  /** Who installed it: the first secretariat. */
  readonly installedBy: string;
  /** Whether the token is that of an organisation, which serves its other workspaces too. */
  readonly isOfOrganisation: boolean;
  /** From when on to ask anew; undefined for a token that does not end. */
  readonly renewAt?: Date | undefined;
};

/** Where a request comes from. The organisation is named where the app is installed there. */
export type Origin = { readonly teamId: string; readonly enterpriseId?: string | undefined };

/** Slack's events that tell of the end of an installation. */
export type EndEvent = 'app_uninstalled' | 'tokens_revoked';

export type Serving = {
  /** Undefined where the app is not installed, or not any more. Throws where Slack can't be asked for the next token in time. */
  readonly authorize: (from: Origin) => Promise<Authorization | undefined>;
  /** Slack has told of an end. Late news of an installation that has been made anew since changes nothing. */
  readonly ended: (from: Origin, because: EndEvent) => Promise<void>;
  /** Slack has refused the token of a workspace: gives whether that is for good, and the workspace is set aside. */
  readonly refused: (workspaceId: string) => Promise<boolean>;
  /** Has all workspaces served that the organisation has given the app. Others are known when first somebody asks there. */
  readonly takeUpAll: (installation: KeptInstallation) => Promise<void>;
  readonly takeUp: (workspaceId: string, installation: KeptInstallation) => Promise<boolean>;
};

type Parts = {
  readonly clock: Clock;
  readonly db: Database;
  readonly log: Log;
  readonly tokens: TokenKeeper;
  /** Asks Slack by a token. */
  readonly clientOf: (botToken: string) => WebClient;
  /** Hears of workspaces that are served by another token from now on, or by none. */
  readonly changed: (workspaceIds: readonly string[]) => void;
};

/** A page of the workspaces that an organisation has given the app. */
const Teams = z.looseObject({ teams: z.array(z.object({ id: z.string() })) });

export const createServing = ({ clock, db, log, tokens, clientOf, changed }: Parts): Serving => {
  const takeUp: Serving['takeUp'] = async (workspaceId, { id, installedBy }) => {
    await prepareWorkspace({ clock, db }, workspaceId);
    const taken = await takeUpWorkspace({ clock, db }, { workspaceId, installationId: id, installedBy });
    if (taken) changed([workspaceId]);
    return taken;
  };
  const living = async (
    id: string | undefined,
    kind: KeptInstallation['kind'],
  ): Promise<KeptInstallation | undefined> => {
    const found = id === undefined ? undefined : await db.installations.find(id);
    return found?.kind === kind && found.ended === undefined ? found : undefined;
  };
  const servingOf = async ({ teamId, enterpriseId }: Origin): Promise<KeptInstallation | undefined> => {
    // Of a view Bolt names the organisation in the place of the workspace, and an event of the organisation names neither.
    if (!teamId.startsWith('T')) return undefined;
    const now = await db.installations.of(teamId);
    if (now !== undefined && now.ended === undefined) return now;
    // Its own first, where it was kept and the process died before the workspace was taken up.
    const found = (await living(teamId, 'workspace')) ?? (await living(enterpriseId, 'organisation'));
    if (found !== undefined) await takeUp(teamId, found);
    return found;
  };
  const end = async ({ id }: KeptInstallation, because: string): Promise<void> => {
    const workspaces = await endInstallation({ clock, db }, id, because);
    log.warn({ installation: id, because, workspaces: workspaces.length }, 'installation ended');
    changed(workspaces);
  };
  const renewed = async (installation: KeptInstallation): Promise<KeptInstallation | undefined> => {
    try {
      return await tokens.renewed(installation);
    } catch (error) {
      const trouble = troubleOf(error);
      log.warn({ installation: installation.id, trouble }, 'token not renewed');
      const { expiresAt } = installation;
      if (expiresAt !== undefined && expiresAt > clock.now()) return installation;
      if (trouble.kind !== 'word') throw error;
      await end(installation, trouble.word);
      return undefined;
    }
  };
  /** Slack's word for a token that serves no more; undefined where it takes it, or does not answer. */
  const goneOf = async (installation: KeptInstallation): Promise<string | undefined> => {
    try {
      await clientOf(tokens.botToken(installation)).auth.test();
      return undefined;
    } catch (error) {
      const trouble = troubleOf(error);
      return trouble.kind === 'word' && isTokenGone(trouble.word) ? trouble.word : undefined;
    }
  };
  return {
    takeUp,
    takeUpAll: async (installation) => {
      const client = clientOf(tokens.botToken(installation));
      for await (const page of client.paginate('auth.teams.list', { limit: 100 })) {
        const { teams } = Teams.parse(page);
        for (const { id } of teams) await takeUp(id, installation);
      }
    },
    authorize: async (from) => {
      const serving = await servingOf(from);
      const installation = serving && (await renewed(serving));
      if (installation === undefined) return undefined;
      const { botId, botUserId, installedBy, kind } = installation;
      return {
        botToken: tokens.botToken(installation),
        botId,
        botUserId,
        installedBy,
        isOfOrganisation: kind === 'organisation',
        renewAt: tokens.renewAt(installation),
      };
    },
    ended: async ({ teamId, enterpriseId }, because) => {
      const installation =
        enterpriseId === undefined
          ? await living(teamId, 'workspace')
          : await living(enterpriseId, 'organisation');
      if (installation !== undefined && (await goneOf(installation)) !== undefined)
        await end(installation, because);
    },
    refused: async (workspaceId) => {
      const serving = await db.installations.of(workspaceId);
      const installation = serving?.ended === undefined && serving && (await renewed(serving));
      if (!installation) return true;
      const word = await goneOf(installation);
      if (word !== undefined) await end(installation, word);
      return word !== undefined;
    },
  };
};
