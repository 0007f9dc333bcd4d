import { fallbackFindings, messageArgumentFindings, messageBlockFindings } from './messages.ts';
import { optionsAnswer } from './options.ts';
import { type GateError, toErrors } from './report.ts';
import { isObject } from './rule.ts';
import { viewFindings } from './views.ts';

/** The payload as it travels: JSON drops fields that are undefined, so they must not count as given. */
const asSent = (payload: unknown): unknown => {
  const json = JSON.stringify(payload);
  return json === undefined ? undefined : JSON.parse(json);
};

/**
 * What Slack would refuse in a message, as far as its documentation and the SDK's types tell.
 *
 * @param payload the arguments of chat.postMessage, chat.update or chat.postEphemeral, or the body for a response_url,
 *   already decoded: `blocks` an array and flags booleans, not the strings a form carries.
 * @returns every reason with its JSON pointer; empty when the message passes. Blocks are refused with
 *   `invalid_blocks`, other arguments with `invalid_arguments`.
 *
 * E.g. a header of 151 characters: `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`.
 */
export const checkMessage = (payload: unknown): readonly GateError[] => {
  const sent = asSent(payload);
  const blocks = isObject(sent) ? sent.blocks : undefined;
  return [
    ...toErrors(messageArgumentFindings(sent), 'invalid_arguments'),
    ...(blocks === undefined ? [] : toErrors(messageBlockFindings(blocks), 'invalid_blocks')),
  ];
};

/**
 * What Slack would refuse in a modal or a Home tab.
 *
 * @param view the `view` of views.open, push, update or publish, or of a response_action. Pointers are relative to it.
 * @returns every reason, `invalid_arguments` or `view_too_large`; empty when the view passes.
 */
export const checkView = (view: unknown): readonly GateError[] =>
  toErrors(viewFindings(asSent(view)), 'invalid_arguments');

/**
 * What Slack would refuse in the answer of an external select.
 *
 * @param answer `{ options }` or `{ option_groups }`, at most 100 options in all.
 * @returns every reason, `invalid_arguments`; empty when the answer passes.
 */
export const checkOptions = (answer: unknown): readonly GateError[] =>
  toErrors(optionsAnswer(asSent(answer), { surface: 'modal', pointer: '' }), 'invalid_arguments');

/**
 * What Slack would refuse in the response to a slash command.
 *
 * @param body nothing (a bare acknowledgement), a string to show, or a message.
 * @returns every reason as checkMessage gives it; empty when the body passes.
 */
export const checkCommandAck = (body: unknown): readonly GateError[] => {
  if (body === undefined || body === '') return [];
  return typeof body === 'string'
    ? toErrors(fallbackFindings(body, { surface: 'message', pointer: '' }), 'invalid_arguments')
    : checkMessage(body);
};
