import type { Clock } from './domain/clock.ts';
import { WATCHED_FOR_MS } from './handlers/home-watch.ts';
import type { From } from './handlers/types.ts';
import type { MachineTime } from './slack/pace.ts';
import type { WorkspaceDeps } from './workspace-deps.ts';
import type { Workspaces } from './workspaces.ts';

/** By what the app is authorised in a workspace. */
type Authorization = { readonly botToken: string; readonly renewAt?: Date | undefined };

type Parts<Given extends Authorization> = Pick<Workspaces, 'boundary' | 'log' | 'served' | 'ended'> & {
  readonly clock: Clock;
  readonly machine: Pick<MachineTime, 'now'>;
  /** Undefined where the app is not installed, or not any more. */
  readonly authorize: (from: From) => Promise<Given | undefined>;
  readonly create: (workspaceId: string, authorization: Given) => WorkspaceDeps;
};

export type InstalledWorkspaces = Workspaces & {
  /** What is kept of these is not so any more: they are looked up anew. */
  readonly forget: (workspaceIds: readonly string[]) => void;
};

type Kept = {
  readonly deps: WorkspaceDeps;
  readonly botToken: string;
  readonly renewAt: Date | undefined;
  readonly lookedAt: number;
  usedAt: number;
};

/** For so long another process may have changed how a workspace is served before this one sees it. */
const FRESH_MS = 60_000;
/** What nobody has asked for so long is not kept: its rates are whole again, and nobody looks at a Home tab of it any more. */
const IDLE_MS = WATCHED_FOR_MS;

/**
 * The workspaces in which the app is installed, any number, each looked up in the record when it is first asked for and kept
 * while it is used. While the record can't be asked what is known counts on.
 */
export const installedWorkspaces = <Given extends Authorization>({
  clock,
  machine,
  authorize,
  create,
  ...rest
}: Parts<Given>): InstalledWorkspaces => {
  const kept = new Map<string, Kept>();
  /** Asked for by several at once, a workspace is looked up once. */
  const looking = new Map<string, Promise<WorkspaceDeps | undefined>>();
  let sweptAt = machine.now();
  const sweep = (): void => {
    const now = machine.now();
    if (now - sweptAt < FRESH_MS) return;
    sweptAt = now;
    for (const [id, { usedAt }] of kept) if (now - usedAt >= IDLE_MS) kept.delete(id);
  };
  const isFresh = ({ lookedAt, renewAt }: Kept): boolean =>
    machine.now() - lookedAt < FRESH_MS && (renewAt === undefined || clock.now() < renewAt);
  const look = async (from: From): Promise<WorkspaceDeps | undefined> => {
    const { teamId } = from;
    const before = kept.get(teamId);
    const now = machine.now();
    try {
      const given = await authorize(from);
      if (given === undefined) {
        kept.delete(teamId);
        return undefined;
      }
      const { botToken, renewAt } = given;
      const deps = before?.botToken === botToken ? before.deps : create(teamId, given);
      kept.set(teamId, { deps, botToken, renewAt, lookedAt: now, usedAt: now });
      return deps;
    } catch (error) {
      if (before === undefined) throw error;
      rest.log.warn({ err: error, teamId }, 'workspace not looked up');
      return before.deps;
    } finally {
      looking.delete(teamId);
    }
  };
  return {
    ...rest,
    of: async (from) => {
      sweep();
      const known = kept.get(from.teamId);
      if (known !== undefined && isFresh(known)) {
        known.usedAt = machine.now();
        return known.deps;
      }
      const asked = looking.get(from.teamId) ?? look(from);
      looking.set(from.teamId, asked);
      return asked;
    },
    forget: (workspaceIds) => {
      for (const id of workspaceIds) kept.delete(id);
    },
  };
};
