import type { Line } from './acts/line.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Installation, Installations } from './oauth/installations.ts';
import type { Rates } from './rates.ts';
import { createRefusals, type Refusal, type Refusals } from './refusals.ts';
import { type ApiCalls, createApiCalls } from './server/api-calls.ts';
import { type Carrier, deliver, unanswered } from './transport/transport.ts';
import { createWire, nameOfDelivery, type Wire } from './wire.ts';
import { createFileStore, type FileStore } from './workspace/file-store.ts';
import { createUploads, type Uploads } from './workspace/uploads.ts';
import { createWorkspace, type Workspace, type WorkspaceSeed } from './workspace/workspace.ts';

/** One workspace on the server, with all that is its own: what it remembers, its way to the bot, what goes wrong in it. */
export type HostedWorkspace = {
  readonly workspace: Workspace;
  readonly line: Line;
  readonly refusals: Refusals;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly uploadUrl: (ticket: string) => string;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly calls: ApiCalls;
  readonly wire: Wire;
  readonly installation: () => Installation | undefined;
};

/** What all workspaces of a server have in common. */
export type Host = {
  readonly now: () => Date;
  /** Makes short words that no two workspaces have. */
  readonly token: () => string;
  /** The address of the server. */
  readonly base: () => string;
  /** How the bot is reached now. */
  readonly carry: () => Carrier;
  readonly installations: Installations;
  /** Is told of each refusal. */
  readonly refused: (refusal: Refusal) => void;
};

/** Where a refusal comes from that the bot is told nothing of. */
const FROM_ANSWERS = /^(?:ack|options) /u;

/** The last of the workspace's own and its organisation's that is there, or else was. */
const installationIn = (
  { team, enterprise }: Pick<Workspace, 'team' | 'enterprise'>,
  { of }: Installations,
): Installation | undefined => {
  const both = [of(team.id), enterprise === undefined ? undefined : of(enterprise.id)].filter(
    (each) => each !== undefined,
  );
  const last = both.toSorted((a, b) => b.turn - a.turn);
  return last.find(({ ended }) => ended === undefined) ?? last[0];
};

/** Puts a workspace on the server. Throws when an id is not shaped as Slack's are. */
export const hostWorkspace = (seed: WorkspaceSeed, host: Host, rates: Rates): HostedWorkspace => {
  const { now, token, base, carry, installations, refused } = host;
  const workspace = createWorkspace(seed, now, token);
  const wire = createWire(now);
  const refusals = createRefusals((refusal) => {
    refused(refusal);
    const { where, messages: rules } = refusal;
    // What came in an answer of the bot's is looked at after the exchange; all else is part of its own.
    if (FROM_ANSWERS.test(where))
      wire.note({ to: 'slack', what: where, request: null, status: 0, answer: null, took: 0, rules });
  });
  const { team, triggers, bot } = workspace;
  const files = createFileStore({ teamId: team.id, base, now, token });
  const installation = (): Installation | undefined => installationIn(workspace, installations);
  const line: Line = {
    workspace,
    refusals,
    files,
    installation,
    send: async (delivery, how) => {
      const here = installation();
      if (how?.late !== true && (here === undefined || here.ended !== undefined)) return unanswered;
      const begun = performance.now();
      const { status, body } = await deliver(carry(), delivery, how, triggers);
      const took = performance.now() - begun;
      const what = nameOfDelivery(delivery);
      wire.note({ to: 'bot', what, request: delivery.body, status, answer: body, took, rules: [] });
      return { status, body };
    },
    answerUrl: (id) => `${base()}/response/${team.id}/${id}`,
  };
  return {
    workspace,
    line,
    refusals,
    files,
    uploads: createUploads({ files, token, user: bot.userId }),
    uploadUrl: (ticket) => `${base()}/upload/${team.id}/${ticket}`,
    faults: createFaults(),
    rates,
    calls: createApiCalls(),
    wire,
    installation,
  };
};
