/** What a person, or Slack, did that made a request. */
const BY_TYPE = {
  block_actions: 'button',
  view_submission: 'form',
  view_closed: 'closed',
  block_suggestion: 'options',
  shortcut: 'shortcut',
  message_action: 'message_shortcut',
} as const;

export type RequestKind = (typeof BY_TYPE)[keyof typeof BY_TYPE] | 'command' | 'event' | 'other';

const isType = (type: unknown): type is keyof typeof BY_TYPE =>
  typeof type === 'string' && Object.hasOwn(BY_TYPE, type);

/** Of which kind a request is: few, whatever its body says; `other` is what nobody asked for. */
export const kindOf = (body: unknown): RequestKind => {
  if (typeof body !== 'object' || body === null) return 'other';
  if ('event' in body) return 'event';
  if ('command' in body) return 'command';
  return 'type' in body && isType(body.type) ? BY_TYPE[body.type] : 'other';
};
