import { z } from 'zod';
import type { Person } from '../workspace/seed.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import { type ApiContext, type ApiMethod, apiMethod, failure, limitArgument, pageOf } from './call.ts';

/** A person as Slack's user object; the e-mail only for an app that may see it. */
export const userOutput = (person: Person, { scopes }: Pick<ApiContext, 'scopes'>): JsonObject => ({
  id: person.id,
  team_id: person.team_id,
  name: person.name,
  deleted: person.deleted,
  real_name: person.real_name,
  tz: 'Asia/Tokyo',
  tz_label: 'Japan Standard Time',
  tz_offset: 32_400,
  profile: {
    title: person.title,
    real_name: person.real_name,
    display_name: person.name,
    team: person.team_id,
    ...(scopes.includes('users:read.email') && person.email !== '' ? { email: person.email } : {}),
  },
  ...(person.enterprise_user === null ? {} : { enterprise_user: person.enterprise_user }),
  is_admin: person.is_admin,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: person.is_restricted,
  is_ultra_restricted: person.is_ultra_restricted,
  is_stranger: person.is_stranger,
  is_bot: person.is_bot,
  is_app_user: false,
  updated: 0,
});

const scopes = ['users:read'];

export const userMethods: Readonly<Record<string, ApiMethod>> = {
  'users.info': apiMethod(
    z.object({ user: z.string() }),
    ({ user }, context) => {
      const person = context.workspace.person(user);
      return person === undefined
        ? failure('user_not_found')
        : { ok: true, user: userOutput(person, context) };
    },
    { scopes },
  ),

  'users.list': apiMethod(
    z.object({ limit: limitArgument(200, 1000), cursor: z.string().optional() }),
    (args, context) => {
      const { page, cursor } = pageOf(context.workspace.people(), args);
      const members = page.map((person) => userOutput(person, context));
      return { ok: true, members, response_metadata: { next_cursor: cursor } };
    },
    { scopes },
  ),

  'users.lookupByEmail': apiMethod(
    z.object({ email: z.string() }),
    ({ email }, context) => {
      const wanted = email.toLowerCase();
      const found = context.workspace
        .people()
        .find((each) => each.email !== '' && !each.deleted && each.email.toLowerCase() === wanted);
      return found === undefined
        ? failure('users_not_found')
        : { ok: true, user: userOutput(found, context) };
    },
    { scopes: ['users:read.email'] },
  ),
};
