import { type Host, type HostedWorkspace, hostWorkspace } from './hosted-workspace.ts';
import type { Rates } from './rates.ts';
import type { SandboxOptions, WorkspaceOptions } from './sandbox-options.ts';
import { botOf, type Enterprise, type PersonSeed, practiceBot } from './workspace/seed.ts';

const practiceTeam = { id: 'T0PRACTICE', name: '練習用ワークスペース', domain: 'practice' };

/** The workspaces as they are asked for: the several ones, or the one. */
export const workspacesOf = (
  { workspaces, team, people = [], channels = [] }: SandboxOptions,
  botToken: string,
): readonly [WorkspaceOptions, ...WorkspaceOptions[]] =>
  workspaces ?? [{ team: { ...practiceTeam, ...team }, people, channels, botToken }];

/**
 * Somebody of an organisation's workspace, as Slack has them in each: with all workspaces they are in, and of the first of these.
 * What their seed says itself stays.
 */
const inOrganisation = (
  person: PersonSeed,
  enterprise: Enterprise,
  all: readonly WorkspaceOptions[],
): PersonSeed => {
  const teams = all
    .filter(
      ({ people = [], enterprise: id }) =>
        id === enterprise.id && people.some((each) => each.id === person.id),
    )
    .map(({ team }) => team.id);
  const own = teams[0] === undefined ? {} : { team_id: teams[0] };
  const { id: enterprise_id, name: enterprise_name } = enterprise;
  return { ...own, enterprise_user: { id: person.id, enterprise_id, enterprise_name, teams }, ...person };
};

/** Puts all workspaces on the server. Throws for an organisation that is not there, and where two workspaces have one id. */
export const hostAll = (
  all: readonly [WorkspaceOptions, ...WorkspaceOptions[]],
  enterprises: readonly Enterprise[],
  host: Host,
  rates: Rates,
): readonly [HostedWorkspace, ...HostedWorkspace[]] => {
  const [first, ...others] = all;
  if (new Set(all.map(({ team }) => team.id)).size < all.length) throw new Error('two workspaces of one id');
  const ownerOf = ({ team, enterprise }: WorkspaceOptions): string => enterprise ?? team.id;
  const put = (each: WorkspaceOptions): HostedWorkspace => {
    const { team, people = [], channels = [] } = each;
    const enterprise = enterprises.find(({ id }) => id === each.enterprise);
    if (each.enterprise !== undefined && enterprise === undefined)
      throw new Error(`no such organisation: ${each.enterprise}`);
    const seed = {
      team: { name: team.id, domain: team.id.toLowerCase(), ...team },
      enterprise,
      bot: ownerOf(each) === ownerOf(first) ? practiceBot : botOf(ownerOf(each)),
      people: people.map((person) =>
        enterprise === undefined ? person : inOrganisation(person, enterprise, all),
      ),
      channels,
    };
    return hostWorkspace(seed, host, each.rates ?? rates);
  };
  return [put(first), ...others.map(put)];
};
