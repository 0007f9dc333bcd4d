import type { RequestDatabase } from '../db/request-database.ts';
import type { Actor } from '../domain/actor.ts';
import type { Failure } from '../domain/delivery/failure-id.ts';
import { type Caller, hasSecretariat, identify } from '../services/identify.ts';
import { noteRefusedCaller } from '../services/note-refused-caller.ts';
import type { SlackMessage } from '../slack/message.ts';
import { outsiderMessage, sentenceWithoutSecretariat, withoutSecretariat } from '../views/failure.ts';
import type { From, HandlerDeps, Reception } from './types.ts';

/**
 * The person behind a request. For one from outside, undefined after noting it, once an hour for each act, and, through `tell`, one polite
 * sentence.
 */
export const actorOf = async (
  deps: HandlerDeps,
  what: string,
  caller: Caller,
  tell: (message: SlackMessage) => Promise<void>,
): Promise<Actor | undefined> => {
  const actor = await identify(deps, caller);
  if (actor !== undefined) return actor;
  if (deps.outsiders.isNews(caller.userId, what)) await noteRefusedCaller(deps, caller, what);
  // That they can't be told, because what they sent is old or made up, is no failure of the bot's.
  await tell(outsiderMessage()).catch((error: unknown) => deps.log.info({ what, err: error }, 'not told'));
  return undefined;
};

/** Where an interaction says it comes from: of an app that an organisation has, sometimes by its view or its person alone. */
export const callerOf = (body: {
  readonly team: { readonly id: string } | null;
  readonly view?: { readonly team_id?: string };
  readonly user: { readonly id: string; readonly team_id?: string };
}): Caller => ({
  // The person's own workspace comes last: they may be in several, and have done this in another.
  teamId: body.team?.id ?? body.view?.team_id ?? body.user.team_id ?? '',
  userId: body.user.id,
});

/** What one request is handled with. */
export type RequestDeps = HandlerDeps & { readonly db: RequestDatabase };

/** What one request is handled with: a record of its own, which is asked once for what several parts of the answer need. */
const depsOfRequest = (deps: HandlerDeps): RequestDeps => ({ ...deps, db: deps.openRecord() });

/** The same for what is drawn behind an answer: nobody waits for it, and it takes no connection from those who wait. */
export const depsBehind = (deps: HandlerDeps): RequestDeps => ({ ...deps, db: deps.openRecordBehind() });

/** What Bolt knows of a request that says for whom the app is installed. */
type InstalledFor = { readonly isEnterpriseInstall: boolean; readonly enterpriseId?: string };

/** The workspace of a request, and the organisation where the app is installed for that. */
export const fromOf = (teamId: string, { isEnterpriseInstall, enterpriseId }: InstalledFor): From => ({
  teamId,
  enterpriseId: isEnterpriseInstall ? enterpriseId : undefined,
});

/**
 * What a request is handled with, by the workspace that it names. Undefined where the bot is not installed: such a request gets nothing
 * at all; and where that can't be known now, after telling so through `tell`.
 */
export const depsOf = async (
  { of, boundary, log }: Reception,
  what: string,
  { teamId, userId }: Caller,
  installedFor: InstalledFor,
  tell: (failure: Failure) => Promise<void>,
): Promise<RequestDeps | undefined> => {
  const found: HandlerDeps[] = [];
  const look = async (): Promise<void> => {
    const deps = await of(fromOf(teamId, installedFor));
    if (deps === undefined) log.warn({ what, teamId, userId }, 'request of another workspace');
    else found.push(deps);
  };
  // What it is to be worked on with, before it has its turn.
  await boundary.run(what, look, tell, 'within');
  return found.map(depsOfRequest)[0];
};

/** Where there is no place to answer. */
export const nobody = async (): Promise<void> => undefined;

/** Whether every answer is to say that no secretariat is set; where the record can't be asked, it is told without. */
const lacksSecretariat = (deps: HandlerDeps): Promise<boolean> =>
  hasSecretariat(deps).then(
    (has) => !has,
    () => false,
  );

/** A message as it is said: while no secretariat is set, every answer says so. */
export const asSaid = async (deps: HandlerDeps, message: SlackMessage): Promise<SlackMessage> =>
  (await lacksSecretariat(deps)) ? withoutSecretariat(message) : message;

/** The same for the sentence of a form. */
export const sentenceAsSaid = async (deps: HandlerDeps, sentence: string): Promise<string> =>
  (await lacksSecretariat(deps)) ? sentenceWithoutSecretariat(sentence) : sentence;
