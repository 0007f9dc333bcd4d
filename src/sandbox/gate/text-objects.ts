import { unsafeMrkdwn } from './mentions.ts';
import { type Finding, fault, type Place } from './report.ts';
import { byType, type Rule, typed, type WholeRule } from './rule.ts';
import { flag, text } from './values.ts';

/** A mrkdwn string: its length, and nothing in it that calls people or was left unescaped. */
export const mrkdwnString =
  (max: number): Rule =>
  (value, place) => [...text({ max })(value, place), ...escaped(value, place)];

/** What people typed must not do anything; anything but a string has been reported already. */
const escaped = (value: unknown, place: Place): readonly Finding[] =>
  typeof value === 'string'
    ? unsafeMrkdwn(value).flatMap((problem) => fault(place, problem, 'mention_refused'))
    : [];

// Without `verbatim: true` Slack reads the text once more and turns a typed @here into a mention.
const verbatimSet: WholeRule = (value, place) =>
  value.verbatim === true ? [] : fault(place, 'must have `verbatim` set to true', 'mention_refused');

const plain = (max: number): Rule => typed({ text: text({ max }) }, { emoji: flag });

const mrkdwn = (max: number): Rule => typed({ text: mrkdwnString(max) }, { verbatim: flag }, verbatimSet);

/** A `plain_text` object of 1 to `max` characters (3000 at most anywhere). */
export const plainText = (max: number): Rule => byType({ plain_text: plain(max) });

/** A `plain_text` or `mrkdwn` object of 1 to `max` characters. */
export const anyText = (max: number): Rule => byType(textObjects(max));

/** Both text objects by type, for places that take other types beside them. */
export const textObjects = (max: number): Readonly<Record<string, Rule>> => ({
  plain_text: plain(max),
  mrkdwn: mrkdwn(max),
});
