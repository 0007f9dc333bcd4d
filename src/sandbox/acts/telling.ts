import { messageOutput } from '../web-api/places.ts';
import { userOutput } from '../web-api/users.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import { viewOutput } from '../workspace/view-store.ts';
import {
  isOrganisationWide,
  knownPerson,
  type Line,
  type RequestOptions,
  verificationToken,
  viewIds,
} from './line.ts';

/** Posts what a person wrote; in the direct messages with the bot, the bot gets a message event. */
export const say = async (
  line: Line,
  personId: string,
  {
    channel,
    text,
    threadTs,
  }: { readonly channel: string; readonly text: string; readonly threadTs?: string },
  options: RequestOptions = {},
): Promise<void> => {
  const { workspace } = line;
  const person = knownPerson(line, personId);
  const thread = threadTs === undefined ? {} : { threadTs };
  const posted = workspace.messages.post({ channel, author: person.id, text, ...thread });
  if (channel !== workspace.dmOf(person.id)) return;
  const event = { ...messageOutput(workspace, posted), channel, channel_type: 'im', event_ts: posted.ts };
  await tellEvent(line, event, options);
};

/** Sends an event, e.g. `{ type: 'app_home_opened', … }`, in the envelope that Slack's Events API puts around it. */
export const tellEvent = async (
  line: Line,
  event: JsonObject,
  options: RequestOptions = {},
): Promise<number> => {
  const { workspace } = line;
  const teamId = options.teamId === undefined ? workspace.team.id : options.teamId;
  const isWide = isOrganisationWide(line);
  const enterpriseId = workspace.enterprise?.id ?? null;
  const body = {
    type: 'event_callback',
    token: verificationToken,
    team_id: teamId,
    ...(enterpriseId === null ? {} : { enterprise_id: enterpriseId }),
    api_app_id: workspace.bot.appId,
    event,
    event_id: `Ev${workspace.token().toUpperCase()}`,
    event_time: Math.floor(workspace.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: enterpriseId,
        // An installation of an organisation is of no team.
        team_id: isWide ? null : teamId,
        user_id: workspace.bot.userId,
        is_bot: true,
        is_enterprise_install: isWide,
      },
    ],
    is_ext_shared_channel: false,
  };
  const answer = await line.send({ kind: 'event', body }, options);
  return answer.status;
};

/** Tells the bot that the person looks at its Home tab. */
export const openHome = (line: Line, personId: string, options: RequestOptions = {}): Promise<number> => {
  const { workspace } = line;
  const person = knownPerson(line, personId);
  const home = workspace.views.home(person.id);
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: workspace.dmOf(person.id),
    tab: 'home',
    event_ts: workspace.timestamp(),
    ...(home === undefined ? {} : { view: viewOutput(home, {}, viewIds(line)) }),
  };
  return tellEvent(line, event, options);
};

/** Tells the bot that a person's name, address or standing has changed. */
export const tellPersonChange = (line: Line, personId: string): Promise<number> => {
  const user = userOutput(knownPerson(line, personId), { scopes: line.installation()?.scopes ?? [] });
  return tellEvent(line, { type: 'user_change', user, event_ts: line.workspace.timestamp() });
};
