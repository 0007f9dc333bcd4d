/**
 * What the bot does about a word with which Slack refuses a call:
 * - `wait`: it passes, and nothing was done; `wait-here` the same, of this one channel or message only;
 * - `look`: it passes, and the call may have been carried out all the same: never to be repeated blindly;
 * - `mend-token`: nothing goes out before a person has mended the token or the app, and then all of it;
 * - `split`: it is too long for one message;
 * - `set-aside`: this place takes nothing of the bot's; where that is a channel, the secretariat is asked about it;
 * - `give-up`: Slack would refuse it again.
 */
export const SLACK_ANSWERS = [
  'wait',
  'wait-here',
  'look',
  'mend-token',
  'split',
  'set-aside',
  'give-up',
] as const;
export type SlackAnswer = (typeof SLACK_ANSWERS)[number];

/** Every word that Slack documents for the calls the bot makes. What each says to people is in texts/slack-error.ts. */
export const SLACK_ERRORS = {
  ratelimited: 'wait',
  rate_limited: 'wait',
  message_limit_exceeded: 'wait',
  team_added_to_org: 'wait',
  org_login_required: 'wait',
  accesslimited: 'wait',
  external_channel_migrating: 'wait-here',
  update_failed: 'wait-here',
  streaming_state_conflict: 'wait-here',

  internal_error: 'look',
  fatal_error: 'look',
  service_unavailable: 'look',
  request_timeout: 'look',

  invalid_auth: 'mend-token',
  not_authed: 'mend-token',
  account_inactive: 'mend-token',
  token_expired: 'mend-token',
  token_revoked: 'mend-token',
  two_factor_setup_required: 'mend-token',

  msg_blocks_too_long: 'split',

  channel_not_found: 'set-aside',
  not_in_channel: 'set-aside',
  is_archived: 'set-aside',
  is_inactive: 'set-aside',
  channel_is_archived: 'set-aside',
  restricted_action: 'set-aside',
  restricted_action_read_only_channel: 'set-aside',
  restricted_action_thread_only_channel: 'set-aside',
  restricted_action_non_threadable_channel: 'set-aside',
  restricted_action_thread_locked: 'set-aside',
  posting_to_channel_denied: 'set-aside',
  posting_to_general_channel_denied: 'set-aside',
  team_access_not_granted: 'set-aside',
  access_denied: 'set-aside',

  edit_window_closed: 'give-up',
  message_not_found: 'give-up',
  cant_update_message: 'give-up',
  cant_broadcast_message: 'give-up',
  block_mismatch: 'give-up',
  no_dual_broadcast_content_update: 'give-up',
  cannot_reply_to_message: 'give-up',
  thread_not_found: 'give-up',
  thread_locked: 'give-up',
  messages_tab_disabled: 'give-up',
  user_not_found: 'give-up',
  users_not_found: 'give-up',
  user_not_visible: 'give-up',
  user_not_in_channel: 'give-up',
  user_disabled: 'give-up',
  cannot_dm_bot: 'give-up',
  team_not_found: 'give-up',

  missing_scope: 'give-up',
  no_permission: 'give-up',
  not_allowed_token_type: 'give-up',
  app_access_restricted: 'give-up',
  ekm_access_denied: 'give-up',
  enterprise_is_restricted: 'give-up',
  send_on_behalf_not_allowed: 'give-up',
  method_deprecated: 'give-up',
  deprecated_endpoint: 'give-up',

  invalid_blocks: 'give-up',
  invalid_blocks_format: 'give-up',
  invalid_attachments: 'give-up',
  invalid_arguments: 'give-up',
  invalid_arg_name: 'give-up',
  invalid_array_arg: 'give-up',
  invalid_charset: 'give-up',
  invalid_form_data: 'give-up',
  invalid_post_type: 'give-up',
  missing_post_type: 'give-up',
  missing_file_data: 'give-up',
  invalid_metadata_format: 'give-up',
  invalid_metadata_schema: 'give-up',
  metadata_must_be_sent_from_app: 'give-up',
  metadata_too_large: 'give-up',
  markdown_text_conflict: 'give-up',
  attachment_payload_limit_exceeded: 'give-up',
  too_many_attachments: 'give-up',
  too_many_contact_cards: 'give-up',
  as_user_not_supported: 'give-up',
  duplicate_channel_not_found: 'give-up',
  duplicate_message_not_found: 'give-up',
  no_text: 'give-up',
  msg_too_long: 'give-up',
  unknown_method: 'give-up',

  file_not_found: 'give-up',
  file_deleted: 'give-up',
  file_is_deleted: 'give-up',
  file_share_limit_reached: 'give-up',
  max_file_sharing_exceeded: 'give-up',
  unable_to_share_files: 'give-up',
  blocked_file_type: 'give-up',
  file_upload_size_restricted: 'give-up',
  file_uploads_disabled: 'give-up',
  file_uploads_except_images_disabled: 'give-up',
  storage_limit_reached: 'give-up',
  alt_txt_too_large: 'give-up',
  slack_connect_blocked_file_type: 'give-up',
  slack_connect_canvas_sharing_blocked: 'give-up',
  slack_connect_clip_sharing_blocked: 'give-up',
  slack_connect_file_link_sharing_blocked: 'give-up',
  slack_connect_file_upload_sharing_blocked: 'give-up',
  slack_connect_lists_sharing_blocked: 'give-up',

  not_found: 'give-up',
  not_enabled: 'give-up',
  hash_conflict: 'give-up',
  duplicate_external_id: 'give-up',
  push_limit_reached: 'give-up',
  view_too_large: 'give-up',
  invalid_trigger_id: 'give-up',
  expired_trigger_id: 'give-up',
  exchanged_trigger_id: 'give-up',
  trigger_expired: 'give-up',
  trigger_exchanged: 'give-up',
} as const satisfies Readonly<Record<string, SlackAnswer>>;

export type SlackErrorWord = keyof typeof SLACK_ERRORS;

/** Whether the bot knows what to do about a word of Slack's. */
export const isSlackErrorWord = (word: string): word is SlackErrorWord => Object.hasOwn(SLACK_ERRORS, word);

/** Whether a token serves no more, for good: the app has to be installed anew. */
export const isTokenGone = (word: string): boolean =>
  ['account_inactive', 'token_revoked', 'token_expired', 'invalid_auth'].includes(word);

/** What may be asked for and not be there, or not be there for the bot, and the words by which Slack says so. */
const MISSING = {
  channel: [
    'channel_not_found',
    'not_in_channel',
    'missing_scope',
    'team_access_not_granted',
    'access_denied',
  ],
  thread: ['channel_not_found', 'not_in_channel', 'missing_scope', 'thread_not_found', 'message_not_found'],
  person: ['user_not_found', 'users_not_found', 'user_not_visible'],
  /** The bot's direct messages with somebody. */
  messages: [
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'user_disabled',
    'user_not_in_channel',
    'cannot_dm_bot',
    'channel_not_found',
    'restricted_action',
    'access_denied',
  ],
  file: ['file_not_found', 'file_deleted', 'file_is_deleted'],
  trigger: ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged'],
} as const satisfies Readonly<Record<string, readonly SlackErrorWord[]>>;

/** Whether a word says that what was asked for is not there for the bot. */
export const saysMissing = (word: string | undefined, what: keyof typeof MISSING): boolean =>
  MISSING[what].some((known) => known === word);

const TOKEN_ENDED = [
  'token_revoked',
  'account_inactive',
  'invalid_auth',
] as const satisfies readonly SlackErrorWord[];

/** Whether a word says that a token never serves again; where the app was installed, the next install brings another. */
export const saysTokenEnded = (word: string): boolean => TOKEN_ENDED.some((known) => known === word);

/** A place of many readers; what is posted to a person goes to their direct messages. */
export const isChannel = (recipient: string): boolean => /^[CG]/u.test(recipient);

/** Whether a message was refused because of the channel it was to go to, so that others to it would be, too. */
export const isOfChannel = (word: string, recipient: string): boolean =>
  isChannel(recipient) && isSlackErrorWord(word) && SLACK_ERRORS[word] === 'set-aside';

/**
 * Whether a call failed because Slack is not there for anybody, and not because of what was asked: no answer, an answer that is not
 * Slack's, or one that holds for the workspace as a whole. Where Slack says how long to wait, it is there.
 */
export const isOutage = (call: {
  readonly kind: string;
  readonly retryAfterMs?: number;
  readonly here?: boolean;
}): boolean =>
  call.kind === 'unknown' ||
  (call.kind === 'later' && call.retryAfterMs === undefined && call.here === undefined);
