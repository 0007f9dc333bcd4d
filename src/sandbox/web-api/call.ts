import { z } from 'zod';
import type { Installation } from '../oauth/installations.ts';
import type { OAuth } from '../oauth/oauth.ts';
import type { Refusal, Refusals } from '../refusals.ts';
import type { FileStore } from '../workspace/file-store.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { Uploads } from '../workspace/uploads.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type ApiContext = {
  readonly workspace: Workspace;
  /** How the app is installed there, by the token of the call. */
  readonly installation: () => Installation | undefined;
  readonly oauth: OAuth;
  readonly refusals: Refusals;
  readonly files: FileStore;
  readonly uploads: Uploads;
  /** Where the bytes of an announced file go. */
  readonly uploadUrl: (ticket: string) => string;
  readonly scopes: readonly string[];
  /** A new one-time address for a socket connection. */
  readonly socketUrl: () => string;
};

export type ApiAnswer = JsonObject & { readonly ok: boolean };

/** One method of the Web API, as the server calls it. */
export type ApiMethod = {
  /** Whose token it takes. */
  readonly token: 'bot' | 'app' | 'none';
  /** Answers `missing_scope` unless one of these was granted. */
  readonly scopes: readonly string[];
  readonly run: (args: JsonObject, context: ApiContext) => ApiAnswer;
};

/** `ok: false` with Slack's code and, where it has any, its sentences. */
export const failure = (error: string, messages: readonly string[] = []): ApiAnswer => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
});

/** The answer to a payload that the gate refused. */
export const refused = (refusal: Refusal): ApiAnswer => failure(refusal.error, refusal.messages);

/** A method with its arguments read by `shape`; what does not fit is answered `invalid_arguments`. */
export const apiMethod = <S extends z.ZodType>(
  shape: S,
  run: (args: z.output<S>, context: ApiContext) => ApiAnswer,
  { token = 'bot', scopes = [] }: Partial<Pick<ApiMethod, 'token' | 'scopes'>> = {},
): ApiMethod => ({
  token,
  scopes,
  run: (args, context) => {
    const read = shape.safeParse(args);
    if (read.success) return run(read.data, context);
    const messages = read.error.issues.map(
      (each) => `[ERROR] ${each.message} [json-pointer:/${each.path.join('/')}]`,
    );
    return failure('invalid_arguments', messages);
  },
});

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    // Left as text: the schema behind then says that it is not what was expected.
    return value;
  }
};

/** An argument that arrives as JSON text in a form body, and as itself in a JSON body. */
export const jsonArgument = <S extends z.ZodType>(shape: S): z.ZodPreprocess<S> =>
  z.preprocess(parsed, shape);

/** `true`, `"true"`, `1` and `"1"` are true, anything else is false. */
export const flagArgument: z.ZodType<boolean> = z.preprocess(
  (value) => ['true', '1'].includes(String(value)),
  z.boolean(),
);

/** How many to give on one page: the given number within 1 and `most`, else `usual`. */
export const limitArgument = (usual: number, most: number): z.ZodType<number> =>
  z.preprocess((value) => {
    const wanted = Number(value ?? usual);
    return wanted >= 1 ? Math.min(Math.floor(wanted), most) : usual;
  }, z.number());

/** One page of `items` and the cursor of the next, which is empty on the last. A cursor is an offset in base64. */
export const pageOf = <T>(
  items: readonly T[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): { readonly page: readonly T[]; readonly more: boolean; readonly cursor: string } => {
  const start = Number(Buffer.from(cursor ?? '', 'base64').toString()) || 0;
  const end = start + limit;
  const more = items.length > end;
  return {
    page: items.slice(start, end),
    more,
    cursor: more ? Buffer.from(String(end)).toString('base64') : '',
  };
};
