import type { JsonObject } from '../workspace/shapes.ts';
import { authMethods } from './auth.ts';
import { type ApiAnswer, type ApiContext, type ApiMethod, failure } from './call.ts';
import type { Caller } from './caller.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { fileUploadMethods } from './files-upload.ts';
import { oauthMethods } from './oauth.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

const methods: ReadonlyMap<string, ApiMethod> = new Map(
  [
    authMethods,
    chatMethods,
    conversationMethods,
    fileMethods,
    fileUploadMethods,
    oauthMethods,
    userMethods,
    viewMethods,
  ].flatMap((family) => Object.entries(family)),
);

/** Answers one call as Slack would: whether there is such a method, whether the token and its scopes allow it. */
export const callApi = (name: string, args: JsonObject, caller: Caller, context: ApiContext): ApiAnswer => {
  const method = methods.get(name);
  if (method === undefined) return failure('unknown_method');
  if (method.token !== 'none') {
    if (caller.kind === 'nobody') return failure('not_authed');
    if (caller.kind === 'refused') return failure(caller.error);
    if (caller.kind !== method.token) return failure('invalid_auth');
  }
  const granted = method.scopes.length === 0 || method.scopes.some((scope) => context.scopes.includes(scope));
  if (!granted) {
    return {
      ...failure('missing_scope'),
      needed: method.scopes.join(','),
      provided: context.scopes.join(','),
    };
  }
  return method.run(args, context);
};
