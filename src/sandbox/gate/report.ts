/**
 * Why a payload was refused.
 *
 * `invalid_blocks` and `invalid_arguments`, `view_too_large`, `msg_blocks_too_long` and `no_text` are Slack's own error
 * codes. `mention_refused` and `metadata_refused` are this workspace's: Slack would accept the payload, and then call
 * people nobody meant to call, lose what somebody typed, or show every app of the workspace more than ids.
 */
export type GateErrorCode =
  | 'invalid_blocks'
  | 'invalid_arguments'
  | 'view_too_large'
  | 'msg_blocks_too_long'
  | 'no_text'
  | 'mention_refused'
  | 'metadata_refused';

/** One refusal. `message` is worded as Slack words it: `[ERROR] what is wrong [json-pointer:/where]`. */
export type GateError = { readonly code: GateErrorCode; readonly message: string };

/** Where blocks are shown; some elements are allowed on one surface and refused on another. */
export type Surface = 'message' | 'modal' | 'home';

/** The spot in the payload a rule is looking at: a JSON pointer from the root (the root itself is ''). */
export type Place = { readonly surface: Surface; readonly pointer: string };

/** Something wrong at a place; without a code it gets the one of the method that was called. */
export type Finding = {
  readonly pointer: string;
  readonly message: string;
  readonly code: GateErrorCode | undefined;
};

/** The place of a field or item inside `place`, escaped as RFC 6901 asks. */
export const at = (place: Place, key: string | number): Place => ({
  ...place,
  pointer: `${place.pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
});

/** A list of one finding, so that rules can be joined with flatMap. */
export const fault = (place: Place, message: string, code?: GateErrorCode): readonly Finding[] => [
  { pointer: place.pointer, message, code },
];

/**
 * Turns findings into errors as Slack words them.
 * E.g. `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`; the root is written `/`.
 */
export const toErrors = (
  findings: readonly Finding[],
  ofTheMethod: 'invalid_blocks' | 'invalid_arguments',
): readonly GateError[] =>
  findings.map(({ pointer, message, code }) => ({
    code: code ?? ofTheMethod,
    message: `[ERROR] ${message} [json-pointer:${pointer === '' ? '/' : pointer}]`,
  }));
