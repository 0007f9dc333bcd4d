import type { RequestOptions } from '../acts/line.ts';
import type { HostedWorkspace } from '../hosted-workspace.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { Consents } from './consents.ts';
import type { Installations, TokenEnd } from './installations.ts';

/** How the app comes into workspaces and organisations, and out of them. */
export type OAuth = Consents & {
  readonly installations: Installations;
  /** The workspaces that an installation reaches. */
  workspaces(id: string): readonly HostedWorkspace[];
  /**
   * Ends an installation, and tells the bot as Slack does: its tokens are revoked, and where the app was removed (`account_inactive`)
   * that it was. Resolves when the bot has answered. Nothing happens where there is none.
   */
  end(id: string, how: TokenEnd): Promise<void>;
};

type OAuthParts = {
  readonly consents: Consents;
  readonly installations: Installations;
  readonly all: readonly HostedWorkspace[];
  /** Sends the bot an event of a workspace. */
  readonly tell: (
    line: HostedWorkspace['line'],
    event: JsonObject,
    options: RequestOptions,
  ) => Promise<number>;
};

/** OAuth for the workspaces of a server. */
export const createOAuth = ({ consents, installations, all, tell }: OAuthParts): OAuth => {
  const workspaces = (id: string): readonly HostedWorkspace[] =>
    all.filter(({ workspace: { team, enterprise } }) => team.id === id || enterprise?.id === id);
  return {
    ...consents,
    installations,
    workspaces,
    end: async (id, how) => {
      const [teller] = workspaces(id);
      const before = installations.of(id);
      if (teller === undefined || before === undefined || before.ended !== undefined) return;
      installations.end(id, how);
      const { line, workspace } = teller;
      // An organisation's events name no team.
      const options = { late: true, ...(workspace.team.id === id ? {} : { teamId: null }) };
      const tokens = { oauth: [], bot: [workspace.bot.userId] };
      await tell(line, { type: 'tokens_revoked', tokens }, options);
      if (how === 'account_inactive') await tell(line, { type: 'app_uninstalled' }, options);
    },
  };
};
