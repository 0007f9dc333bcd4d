import { z } from 'zod';

/**
 * What a request must have for somebody to answer it, whoever sends it: an object where Slack has one, an id where one is looked
 * up. Everything else in it is read by who uses it.
 */

const Named = z.looseObject({ id: z.string() });
const Block = z.looseObject({ type: z.string() });
const View = z.looseObject({ id: z.string(), type: z.string(), blocks: z.array(Block) });
/** A view with what is filled in. */
const FilledView = View.extend({
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

const Command = z.looseObject({
  command: z.string(),
  team_id: z.string(),
  user_id: z.string(),
  text: z.string(),
  trigger_id: z.string(),
});

/** On Grid an app that is installed for the whole organisation hears of no team. */
const Interaction = z.looseObject({ type: z.string(), user: Named, team: Named.nullish() });

const INTERACTIONS: Readonly<Record<string, z.ZodType>> = {
  block_actions: Interaction.extend({
    actions: z.tuple([z.looseObject({ action_id: z.string() })], z.looseObject({})),
    trigger_id: z.string(),
    view: View.optional(),
    response_url: z.string().optional(),
  }),
  view_submission: Interaction.extend({ view: FilledView }),
  view_closed: Interaction.extend({ view: View }),
  shortcut: Interaction.extend({ callback_id: z.string(), trigger_id: z.string() }),
  message_action: Interaction.extend({
    callback_id: z.string(),
    trigger_id: z.string(),
    channel: Named,
    message_ts: z.string(),
    message: z.looseObject({ text: z.string().nullish() }),
  }),
  block_suggestion: Interaction.extend({
    action_id: z.string(),
    block_id: z.string(),
    value: z.string(),
    view: FilledView.optional(),
  }),
};

/** What the event itself must have, by its kind. */
const EVENTS: Readonly<Record<string, z.ZodType>> = {
  app_home_opened: z.looseObject({ user: z.string(), tab: z.string() }),
  user_change: z.looseObject({ user: Named }),
};
/** Of a whole organisation these tell of no team. */
const OF_ORGANISATIONS: readonly string[] = ['app_uninstalled', 'tokens_revoked'];
const Event = z
  .looseObject({ team_id: z.string().nullish(), event: z.looseObject({ type: z.string() }) })
  .refine(({ team_id, event }) => typeof team_id === 'string' || OF_ORGANISATIONS.includes(event.type), {
    path: ['team_id'],
  });

/** `nobody's`: understood, and nothing there is to do, as of `app_rate_limited`. */
export type Readability =
  | { readonly kind: 'readable'; readonly body: Record<string, unknown> }
  | { readonly kind: "nobody's"; readonly type: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Where it differs from what it should be; nothing of what stands there. */
const whyOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, code }) => `${path.join('.')} ${code}`.trim()).join(', ');

/** `value`, a part of `body` or all of it, by its schema. */
const checked = (
  body: Record<string, unknown>,
  schema: z.ZodType | undefined,
  value: unknown,
): Readability => {
  const error = schema?.safeParse(value).error;
  return error === undefined ? { kind: 'readable', body } : { kind: 'unreadable', why: whyOf(error) };
};

const ownOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const Body = z.looseObject({});
const Typed = z.looseObject({ type: z.string() });

const readableEvent = (body: Record<string, unknown>): Readability => {
  const event = Event.safeParse(body).data?.event;
  return event === undefined ? checked(body, Event, body) : checked(body, ownOf(EVENTS, event.type), event);
};

/** Whether a request can be carried out, from whichever way it came, and if not, why: only then may anybody read in it. */
export const readability = (value: unknown): Readability => {
  const body = Body.safeParse(value).data;
  if (body === undefined) return { kind: 'unreadable', why: 'not an object' };
  const type = Typed.safeParse(body).data?.type;
  if ('event' in body || type === 'event_callback') return readableEvent(body);
  if ('command' in body) return checked(body, Command, body);
  if (type === undefined) return { kind: 'unreadable', why: 'of no kind' };
  const schema = ownOf(INTERACTIONS, type);
  return schema === undefined ? { kind: "nobody's", type } : checked(body, schema, body);
};
