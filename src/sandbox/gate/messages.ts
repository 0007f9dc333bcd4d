import { block } from './blocks.ts';
import { at, type Finding, fault, type Place } from './report.ts';
import { isObject, itemsOf, type JsonObject, list, object, type Rule, type Rules } from './rule.ts';
import { mrkdwnString } from './text-objects.ts';
import { uniqueness } from './uniqueness.ts';
import { flag, identifier, oneOf, text } from './values.ts';

const ROOT: Place = { surface: 'message', pointer: '' };

/** Slack says msg_blocks_too_long somewhere between 12,000 and 13,000 and does not say where: stay well below. */
const MOST_TEXT = 10_000;
const MOST_MARKDOWN = 12_000;
/** Slack seems to count the JSON too: 15,561 were taken and 17,694 refused. */
const MOST_JSON = 13_000;
/** What chat.update takes; chat.postMessage takes more, but a message must stay editable. */
const MOST_FALLBACK = 4000;

const refused =
  (problem: string): Rule =>
  (_value, place) =>
    fault(place, problem, 'mention_refused');

const argument: Rule = text();

/** What people typed has spaces or Japanese letters in it; what the bot keeps things by has neither. */
const ID = /^[\w:.-]{1,255}$/;

/** Every app of the workspace reads metadata, so it holds ids and numbers, one beside another, and nobody's words. */
const idsOnly: Rule = (value, place) => {
  if (!isObject(value)) return fault(place, 'must provide an object');
  return Object.entries(value).flatMap(([field, inner]) =>
    typeof inner === 'number' || (typeof inner === 'string' && ID.test(inner))
      ? []
      : fault(at(place, field), 'must be an id', 'metadata_refused'),
  );
};

const message: Rules = {
  token: argument,
  channel: argument,
  user: argument,
  ts: argument,
  thread_ts: argument,
  reply_broadcast: flag,
  unfurl_links: flag,
  unfurl_media: flag,
  mrkdwn: flag,
  link_names: (value, place) =>
    value === false ? [] : refused('link_names turns typed names into mentions')(value, place),
  parse: (value, place) =>
    value === 'full'
      ? refused('parse "full" turns typed names into mentions')(value, place)
      : oneOf('none')(value, place),
  metadata: object({ event_type: identifier, event_payload: idsOnly }),
  response_type: oneOf('in_channel', 'ephemeral'),
  replace_original: flag,
  delete_original: flag,
};

/** Every character of a `text` anywhere below: text objects, rich text leaves and table cells alike. */
const textLength = (value: unknown): number => {
  if (Array.isArray(value)) return itemsOf(value).reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [field, inner]) =>
      sum + (field === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
};

const ofType = (
  blocks: unknown,
  type: string,
): readonly { readonly block: JsonObject; readonly index: number }[] =>
  itemsOf(blocks).flatMap((candidate, index) =>
    isObject(candidate) && candidate.type === type ? [{ block: candidate, index }] : [],
  );

/** What is wrong with the blocks of a message, one by one and together. */
export const messageBlockFindings = (blocks: unknown): readonly Finding[] => {
  const place = at(ROOT, 'blocks');
  const markdown = ofType(blocks, 'markdown').reduce((sum, found) => sum + textLength(found.block), 0);
  return [
    ...list({ min: 0, max: 50 }, block)(blocks, place),
    ...uniqueness(blocks, place),
    ...ofType(blocks, 'table')
      .slice(1)
      .flatMap(({ index }) => fault(at(place, index), 'only_one_table_allowed')),
    ...(markdown > MOST_MARKDOWN
      ? fault(place, `must be less than ${MOST_MARKDOWN + 1} characters of markdown`)
      : []),
    ...(textLength(blocks) > MOST_TEXT
      ? fault(place, `must be less than ${MOST_TEXT + 1} characters of text`, 'msg_blocks_too_long')
      : []),
    ...(Array.isArray(blocks) && JSON.stringify(blocks).length >= MOST_JSON
      ? fault(place, `must be less than ${MOST_JSON} characters of JSON`, 'msg_blocks_too_long')
      : []),
  ];
};

/** What is wrong with the `text` of a message: notifications and screen readers have nothing else. */
export const fallbackFindings = (fallback: unknown, place: Place): readonly Finding[] =>
  fallback === undefined || (typeof fallback === 'string' && fallback.trim() === '')
    ? fault(place, 'missing required field: text', 'no_text')
    : mrkdwnString(MOST_FALLBACK)(fallback, place);

/** What is wrong with a message beside its blocks. Only the deletion of an original goes without `text`. */
export const messageArgumentFindings = (payload: unknown): readonly Finding[] => {
  if (!isObject(payload)) return fault(ROOT, 'must provide an object');
  const { blocks: _checkedApart, text: fallback, ...rest } = payload;
  return [
    ...(rest.delete_original === true && fallback === undefined
      ? []
      : fallbackFindings(fallback, at(ROOT, 'text'))),
    ...object({}, message)(rest, ROOT),
  ];
};
