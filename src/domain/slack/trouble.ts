import { isSlackErrorWord, SLACK_ERRORS } from './error.ts';

/** What keeps a connection from being made. */
export type NetworkTrouble =
  | 'unknown-host'
  | 'refused'
  | 'unreachable'
  | 'cut'
  | 'time-out'
  | 'tls'
  | 'other';

/** Why Slack could not be asked, or would not answer. */
export type SlackTrouble =
  | { readonly kind: NetworkTrouble | 'proxy-login' | 'page' }
  /** The proxy, by its host and port, can't be reached. */
  | { readonly kind: 'no-proxy'; readonly proxy: string; readonly why: NetworkTrouble }
  /** It can, but does not lead to Slack. */
  | { readonly kind: 'proxy-status'; readonly proxy: string; readonly status: number }
  /** Slack, or something before it, has trouble of its own. */
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'limited'; readonly seconds: number }
  /** Slack's own word. */
  | { readonly kind: 'word'; readonly word: string };

/** Which of the two tokens Slack was asked with. */
export type SlackToken = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Refusals of the bot as a whole, besides those of a token in use: waiting mends none of them. */
const OF_THE_APP: readonly string[] = [
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'app_access_restricted',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'user_removed_from_team',
  'team_disabled',
  'team_access_not_granted',
  'access_denied',
];

/** Whether only a person can mend it; everything else may pass. */
export const mustBeMended = (trouble: SlackTrouble): boolean => {
  if (trouble.kind !== 'word') return false;
  const { word } = trouble;
  return OF_THE_APP.includes(word) || (isSlackErrorWord(word) && SLACK_ERRORS[word] === 'mend-token');
};
