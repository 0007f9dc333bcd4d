import fc from 'fast-check';

/** Requests as Slack makes them, and what becomes of them when any part is missing, null or of another kind. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Who is said to send them. */
type Sender = { readonly teamId: string; readonly userId: string };

const requestsOf = ({ teamId, userId }: Sender): Readonly<Record<string, Json>> => {
  const sender = {
    team: { id: teamId, domain: 'practice' },
    user: { id: userId, username: 'x', name: 'x', team_id: teamId },
    api_app_id: 'A0KYODOBOT',
    token: 'none',
    enterprise: null,
    is_enterprise_install: false,
  };
  const view = {
    id: 'V0FUZZ',
    team_id: teamId,
    type: 'modal',
    callback_id: 'meeting.record',
    private_metadata: '{}',
    hash: '1',
    title: { type: 'plain_text', text: '会議を記録' },
    blocks: [{ type: 'input', block_id: 'items', element: { type: 'plain_text_input', action_id: 'items' } }],
    state: { values: { items: { items: { type: 'plain_text_input', value: '案件' } } } },
    previous_view_id: null,
    root_view_id: 'V0FUZZ',
    app_installed_team_id: teamId,
  };
  const button = { type: 'button', block_id: 'b', action_id: 'meeting.open', value: 'new', action_ts: '1.1' };
  const message = { type: 'message', user: userId, text: '本文', ts: '1.1', blocks: [] };
  const channel = { id: 'C0GENERAL', name: '協働推進' };
  const event = (inner: Json): Json => ({
    type: 'event_callback',
    team_id: teamId,
    api_app_id: 'A0KYODOBOT',
    event_id: 'Ev1',
    event: inner,
    authorizations: [{ enterprise_id: null, team_id: teamId, user_id: 'U0BOT', is_bot: true }],
  });
  const profile = { real_name: '職員 太郎', email: 'fuzz@city.example' };
  return {
    pressed: {
      ...{ type: 'block_actions', ...sender, trigger_id: '1.p', actions: [button], channel, message },
      ...{
        container: { type: 'message', channel_id: 'C0GENERAL', message_ts: '1.1' },
        state: { values: {} },
      },
    },
    chosen: {
      ...{ type: 'block_actions', ...sender, trigger_id: '1.c', view, container: { type: 'view' } },
      actions: [
        { ...button, type: 'static_select', action_id: 'way', selected_option: { value: 'written' } },
      ],
    },
    sought: {
      ...{ type: 'block_suggestion', ...sender, view, container: { type: 'view', view_id: 'V0FUZZ' } },
      ...{ block_id: 'sectionId', action_id: 'action-item.section', value: '福祉' },
    },
    form: { type: 'view_submission', ...sender, trigger_id: '1.f', view, response_urls: [] },
    closed: { type: 'view_closed', ...sender, view, is_cleared: false },
    shortcut: { type: 'shortcut', ...sender, trigger_id: '1.s', callback_id: 'meeting.record' },
    messageShortcut: {
      ...{ type: 'message_action', ...sender, trigger_id: '1.m', callback_id: 'article.from-message' },
      ...{ channel, message, message_ts: '1.1' },
    },
    home: event({ type: 'app_home_opened', user: userId, channel: 'D1', tab: 'home', view }),
    changed: event({ type: 'user_change', user: { id: 'U0FUZZ', team_id: teamId, deleted: false, profile } }),
    message: event({ ...message, channel: 'D1', channel_type: 'im' }),
  };
};

type Path = readonly (string | number)[];

const nodesOf = (value: Json, path: Path = []): readonly Path[] => [
  path,
  ...(value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([name, inner]) => nodesOf(inner, [...path, name]))),
];

/** `value` with `change` in place of the node at `path`; undefined takes the node away. */
const changedAt = (value: Json, [name, ...rest]: Path, change: Json | undefined): Json | undefined => {
  if (name === undefined) return change;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    const next = key === String(name) ? changedAt(inner, rest, change) : inner;
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
};

const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));
const odd: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom<Json | undefined>(
    undefined,
    null,
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    [null],
    '\u0000',
    '\ud800',
  ),
  json,
);

/** Any request of Slack's with one to three parts changed, or JSON of any kind; what was asked for bears a trigger of its own. */
export const requestShapes = (sender: Sender): fc.Arbitrary<Json | undefined> =>
  fc.oneof(
    { arbitrary: json, weight: 1 },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom(...Object.values(requestsOf(sender))),
          fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
          fc.uuid(),
        )
        .map(([request, changes, trigger]) =>
          changes.reduce<Json | undefined>(
            (value, [nth, change]) => {
              if (value === undefined) return value;
              const nodes = nodesOf(value);
              return changedAt(value, nodes[nth % nodes.length] ?? [], change);
            },
            changedAt(request, ['trigger_id'], trigger),
          ),
        ),
      weight: 9,
    },
  );
