/** What Slack answers any method, by its documentation. */
const ANY_METHOD = `access_denied accesslimited account_inactive app_access_restricted deprecated_endpoint ekm_access_denied
  enterprise_is_restricted fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth
  invalid_charset invalid_form_data invalid_post_type method_deprecated missing_post_type missing_scope no_permission
  not_allowed_token_type not_authed org_login_required ratelimited request_timeout service_unavailable
  team_access_not_granted team_added_to_org token_expired token_revoked two_factor_setup_required`;

/** What it answers by method besides. */
const BY_METHOD = {
  'chat.postMessage': `as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message channel_not_found
    duplicate_channel_not_found duplicate_message_not_found external_channel_migrating invalid_blocks invalid_blocks_format
    invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict message_limit_exceeded
    messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large missing_file_data msg_blocks_too_long msg_too_long
    no_text not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel
    restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel
    send_on_behalf_not_allowed slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
    slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards`,
  'chat.postEphemeral':
    'channel_not_found is_archived messages_tab_disabled not_in_channel user_not_in_channel',
  'chat.update': `block_mismatch cant_broadcast_message cant_update_message channel_not_found edit_window_closed
    external_channel_migrating file_deleted file_is_deleted file_not_found file_share_limit_reached invalid_attachments
    invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict
    max_file_sharing_exceeded message_limit_exceeded message_not_found metadata_must_be_sent_from_app metadata_too_large
    msg_blocks_too_long msg_too_long no_dual_broadcast_content_update no_text not_in_channel posting_to_channel_denied
    rate_limited slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
    slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked slack_connect_lists_sharing_blocked
    streaming_state_conflict too_many_attachments too_many_contact_cards unable_to_share_files update_failed`,
  'conversations.info, .history, .replies, .open': `cannot_dm_bot channel_not_found not_in_channel thread_not_found
    user_disabled user_not_found user_not_visible`,
  'users.info, .lookupByEmail': 'user_not_found user_not_visible users_not_found',
  'views.open, .push, .update, .publish': `duplicate_external_id exchanged_trigger_id expired_trigger_id hash_conflict
    invalid_trigger_id not_enabled not_found push_limit_reached trigger_exchanged trigger_expired view_too_large`,
  'files.info, .getUploadURLExternal, .completeUploadExternal': `alt_txt_too_large blocked_file_type channel_not_found
    file_deleted file_not_found file_upload_size_restricted file_uploads_disabled file_uploads_except_images_disabled
    posting_to_channel_denied posting_to_general_channel_denied storage_limit_reached`,
} as const;

/** Every word Slack documents for the calls the bot makes, with the calls that may be answered so. */
export const DOCUMENTED_WORDS: readonly { readonly method: string; readonly word: string }[] = [
  ['any method', ANY_METHOD] as const,
  ...Object.entries(BY_METHOD),
].flatMap(([method, words]) =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => ({ method, word })),
);
