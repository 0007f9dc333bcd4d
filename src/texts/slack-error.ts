import { isChannel, isSlackErrorWord, type SlackErrorWord } from '../domain/slack/error.ts';

const BUSY = 'Slackが混み合っていました。しばらくして再送してください。';
const MIGRATING = 'Slackのワークスペースの移行中でした。移行が終わったら再送してください。';
const UNSURE =
  'Slackの不具合で、送れたかどうか確かめられませんでした。再送の前に、届いていないかを確かめます。';
const TOKEN = 'Slackの接続の設定(トークン)が使えません。管理者に設定の確認を依頼してください。';
const RIGHTS = 'ボットにSlackでの権限がありません。管理者に、アプリの権限の確認を依頼してください。';
const POLICY = 'Slackの管理者の設定で、ボットからの送信が認められていません。管理者に確認してください。';
const ARCHIVED = 'チャンネルがアーカイブされています。';
const RESTRICTED =
  'チャンネルに投稿できる人が制限されています。チャンネルの管理者に、ボットの投稿を許可するよう依頼してください。';
const NO_THREAD = '返信できないチャンネルかスレッドです。チャンネルの管理者に確認してください。';
const THREAD_GONE = '返信する先の投稿がありません。';
const NOBODY = 'この方のSlackのアカウントが見つかりません。アカウントを確認してください。';
const UNEDITABLE = 'この投稿は、Slackで書き換えられません。';
const MALFORMED = 'メッセージの形をSlackが受け付けませんでした。管理者に伝えてください。';
const LONG = 'メッセージが長すぎて、Slackが受け付けませんでした。管理者に伝えてください。';
const FILE_GONE = 'ファイルがSlackにありません。';
const FILE_REFUSED = 'Slackの設定で、ファイルを送れませんでした。管理者に確認してください。';
const SHARED = 'ほかの組織と共有しているチャンネルでは、Slackの設定で送れません。管理者に確認してください。';
const FORM = 'Slackの画面が、先に閉じられたか、ほかで変わっていました。開き直してください。';

/** Why something did not reach Slack, and what can be done, by Slack's word. */
export const SLACK_ERROR_TEXT: Readonly<Record<SlackErrorWord, string>> = {
  ratelimited: BUSY,
  rate_limited: BUSY,
  message_limit_exceeded:
    'ワークスペースで送れるメッセージの数を超えていました。しばらくして再送してください。',
  team_added_to_org: MIGRATING,
  org_login_required: MIGRATING,
  accesslimited:
    'このネットワークからのSlackの利用が制限されていました。管理者に確認して、再送してください。',
  external_channel_migrating: 'チャンネルの移行中でした。移行が終わったら再送してください。',
  update_failed: 'Slackの不具合で、書き換えられませんでした。しばらくして再送してください。',
  streaming_state_conflict: 'Slackの不具合で、書き換えられませんでした。しばらくして再送してください。',
  internal_error: UNSURE,
  fatal_error: UNSURE,
  service_unavailable: UNSURE,
  request_timeout: UNSURE,
  invalid_auth: TOKEN,
  not_authed: TOKEN,
  account_inactive: TOKEN,
  token_expired: TOKEN,
  token_revoked: TOKEN,
  two_factor_setup_required: TOKEN,
  msg_blocks_too_long: LONG,
  channel_not_found: 'チャンネルが見つかりません。ボットをチャンネルに招待してください。',
  not_in_channel: 'ボットがチャンネルにいません。/invite @協DOボット を実行してください。',
  is_archived: ARCHIVED,
  // Slack's word for it when a message of such a channel is to be changed.
  is_inactive: ARCHIVED,
  channel_is_archived: ARCHIVED,
  restricted_action: RESTRICTED,
  restricted_action_read_only_channel: RESTRICTED,
  restricted_action_thread_only_channel:
    'スレッドへの返信だけができるチャンネルです。投稿先を選び直してください。',
  restricted_action_non_threadable_channel: NO_THREAD,
  restricted_action_thread_locked: NO_THREAD,
  posting_to_channel_denied: RESTRICTED,
  posting_to_general_channel_denied: RESTRICTED,
  team_access_not_granted: 'ボットがこのワークスペースで使えません。管理者に確認してください。',
  access_denied: 'ボットには使えないチャンネルです。チャンネルの管理者に確認してください。',
  edit_window_closed: 'Slackの設定で、投稿を書き換えられる時間を過ぎています。',
  message_not_found: '投稿がSlackから削除されています。',
  cant_update_message: UNEDITABLE,
  cant_broadcast_message: UNEDITABLE,
  block_mismatch: UNEDITABLE,
  no_dual_broadcast_content_update: UNEDITABLE,
  cannot_reply_to_message: NO_THREAD,
  thread_not_found: THREAD_GONE,
  thread_locked: NO_THREAD,
  messages_tab_disabled:
    'ボットとのメッセージが使えない設定です。管理者に、アプリの設定の確認を依頼してください。',
  user_not_found: NOBODY,
  users_not_found: NOBODY,
  user_not_visible: NOBODY,
  user_not_in_channel: NOBODY,
  user_disabled: NOBODY,
  cannot_dm_bot: NOBODY,
  team_not_found: RIGHTS,
  missing_scope: RIGHTS,
  no_permission: RIGHTS,
  not_allowed_token_type: RIGHTS,
  app_access_restricted: RIGHTS,
  ekm_access_denied: POLICY,
  enterprise_is_restricted: POLICY,
  send_on_behalf_not_allowed: POLICY,
  method_deprecated: MALFORMED,
  deprecated_endpoint: MALFORMED,
  invalid_blocks: MALFORMED,
  invalid_blocks_format: MALFORMED,
  invalid_attachments: MALFORMED,
  invalid_arguments: MALFORMED,
  invalid_arg_name: MALFORMED,
  invalid_array_arg: MALFORMED,
  invalid_charset: MALFORMED,
  invalid_form_data: MALFORMED,
  invalid_post_type: MALFORMED,
  missing_post_type: MALFORMED,
  missing_file_data: MALFORMED,
  invalid_metadata_format: MALFORMED,
  invalid_metadata_schema: MALFORMED,
  metadata_must_be_sent_from_app: MALFORMED,
  metadata_too_large: MALFORMED,
  markdown_text_conflict: MALFORMED,
  attachment_payload_limit_exceeded: LONG,
  too_many_attachments: MALFORMED,
  too_many_contact_cards: MALFORMED,
  as_user_not_supported: MALFORMED,
  duplicate_channel_not_found: MALFORMED,
  duplicate_message_not_found: MALFORMED,
  no_text: MALFORMED,
  msg_too_long: LONG,
  unknown_method: MALFORMED,
  file_not_found: FILE_GONE,
  file_deleted: FILE_GONE,
  file_is_deleted: FILE_GONE,
  file_share_limit_reached: FILE_REFUSED,
  max_file_sharing_exceeded: FILE_REFUSED,
  unable_to_share_files: FILE_REFUSED,
  blocked_file_type: FILE_REFUSED,
  file_upload_size_restricted: FILE_REFUSED,
  file_uploads_disabled: FILE_REFUSED,
  file_uploads_except_images_disabled: FILE_REFUSED,
  storage_limit_reached: 'Slackのファイルの容量がいっぱいです。管理者に確認してください。',
  alt_txt_too_large: MALFORMED,
  slack_connect_blocked_file_type: SHARED,
  slack_connect_canvas_sharing_blocked: SHARED,
  slack_connect_clip_sharing_blocked: SHARED,
  slack_connect_file_link_sharing_blocked: SHARED,
  slack_connect_file_upload_sharing_blocked: SHARED,
  slack_connect_lists_sharing_blocked: SHARED,
  not_found: FORM,
  not_enabled: 'ボットのホームが使えない設定です。管理者に、アプリの設定の確認を依頼してください。',
  hash_conflict: FORM,
  duplicate_external_id: MALFORMED,
  push_limit_reached: '画面を重ねて開けるのは3枚までです。閉じてから開き直してください。',
  view_too_large: LONG,
  invalid_trigger_id: FORM,
  expired_trigger_id: FORM,
  exchanged_trigger_id: FORM,
  trigger_expired: FORM,
  trigger_exchanged: FORM,
};

const NO_SUCH_PERSON: readonly string[] = ['channel_not_found', 'not_in_channel', 'is_archived'];
const WORD = /^[a-z0-9_]+$/u;

/**
 * Why a message to `recipient` did not reach Slack. `problem` is Slack's word, also of a look into the history (`history: …`),
 * or what stood in the way of its answer.
 */
export const problemInWords = (problem: string, recipient: string): string => {
  const word = problem.replace(/^history: /u, '');
  if (!isChannel(recipient) && NO_SUCH_PERSON.includes(word)) return NOBODY;
  if (isSlackErrorWord(word)) return SLACK_ERROR_TEXT[word];
  return WORD.test(word)
    ? `Slackが受け付けませんでした(${word})。管理者に伝えてください。`
    : `Slackにつながりませんでした(${problem})。`;
};
