import { WebClient } from '@slack/web-api';
import type { Config, SlackConfig } from '../config.ts';
import { createLog } from '../deps.ts';
import type { SlackToken } from '../domain/slack/trouble.ts';
import { createSlackLogger } from '../slack/logger.ts';
import { reach } from '../slack/reach.ts';
import { SCOPES } from '../slack/scopes.ts';
import { hostOf, troubleOf } from '../slack/trouble.ts';
import { createWayOut, type WayOut } from '../slack/way-out.ts';
import { doctorText } from '../texts/cli.ts';
import { troubleText } from '../texts/slack-trouble.ts';
import { bad, type Finding, good, note } from './finding.ts';
import { PRACTICE_TEAM } from './practice-people.ts';

const checkScopes = (granted: readonly string[]): readonly Finding[] => {
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  const unused = granted.filter((scope) => !SCOPES.includes(scope));
  return [
    missing.length === 0
      ? good(doctorText.scopesOk)
      : bad(doctorText.scopesMissing(missing), doctorText.scopesMend),
    ...(unused.length === 0 ? [] : [note(doctorText.scopesUnused(unused), doctorText.scopesUnusedMend)]),
  ];
};

/** What was found at Slack, and whose the token is, where Slack says. */
export type SlackFindings = {
  readonly findings: readonly Finding[];
  readonly workspaceId?: string | undefined;
};

/** Slack, by a way that is known afterwards. */
type Asking = { readonly slackApiUrl: string; readonly wayOut: WayOut };

const WITHIN_MS = 5000;

const clientOf = (token: string | undefined, { slackApiUrl, wayOut }: Asking): WebClient =>
  new WebClient(token, {
    slackApiUrl,
    fetch: wayOut.fetch,
    logger: createSlackLogger(createLog('silent')),
    retryConfig: { retries: 0 },
    timeout: WITHIN_MS,
  });

const down = (error: unknown, host: string, token: SlackToken): Finding => {
  const { what, mend } = troubleText(troubleOf(error), host, token);
  return bad(what, mend);
};

/** The connections of Socket Mode have a host of their own, which a city's network may not let through. */
const checkSocketMode = async (appToken: string, asking: Asking): Promise<Finding> => {
  let host = hostOf(asking.slackApiUrl);
  try {
    const { url = '' } = await clientOf(appToken, asking).apps.connections.open({});
    host = hostOf(url);
    await reach(url, asking.wayOut.fetch, WITHIN_MS);
    return good(doctorText.appTokenOk);
  } catch (error) {
    return down(error, host, 'SLACK_APP_TOKEN');
  }
};

const checkSlack = async (slack: SlackConfig, asking: Asking): Promise<SlackFindings> => {
  const findings: Finding[] = [];
  let workspaceId: string | undefined;
  try {
    const answer = await clientOf(slack.botToken, asking).auth.test();
    workspaceId = answer.team_id;
    findings.push(good(doctorText.slackOk(answer.team ?? '')));
    findings.push(...checkScopes(answer.response_metadata?.scopes ?? []));
  } catch (error) {
    findings.push(down(error, hostOf(asking.slackApiUrl), 'SLACK_BOT_TOKEN'));
    // Without a way to Slack nothing can be said of the other token.
    if (troubleOf(error).kind !== 'word') return { findings };
  }
  if (slack.mode === 'socket') findings.push(await checkSocketMode(slack.appToken, asking));
  return { findings, workspaceId };
};

/** Without a workspace's token only the way to Slack can be tried. */
const checkReached = async (asking: Asking): Promise<SlackFindings> => {
  try {
    await clientOf(undefined, asking).api.test();
    return { findings: [good(doctorText.slackReached)] };
  } catch (error) {
    return { findings: [down(error, hostOf(asking.slackApiUrl), 'SLACK_BOT_TOKEN')] };
  }
};

/** The way that was gone, whatever came of it. */
const wayGone = ({ proxyUsed }: WayOut, proxy: Config['proxy']): string => {
  const used = proxyUsed();
  if (used !== undefined) return doctorText.throughProxy(used);
  return proxy === undefined ? doctorText.withoutProxy : doctorText.pastProxy;
};

/** Asks Slack what can be asked with the tokens there are, and says by which way. */
export const lookAtSlack = async ({ slack, slackApiUrl, proxy }: Config): Promise<SlackFindings> => {
  if (slack === undefined)
    return { findings: [note(doctorText.practice, doctorText.practiceMend)], workspaceId: PRACTICE_TEAM.id };
  const asking = { slackApiUrl, wayOut: createWayOut(proxy) };
  const found = await (slack.mode === 'oauth' ? checkReached(asking) : checkSlack(slack, asking));
  return { ...found, findings: [good(wayGone(asking.wayOut, proxy)), ...found.findings] };
};
