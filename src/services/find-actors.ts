import type { Actor } from '../domain/actor.ts';
import { may } from '../domain/permission.ts';
import { EmailAddress, SlackId } from '../domain/person/person.ts';
import { nameKey } from '../domain/person/written-name.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Result, refuse, succeed } from '../domain/result.ts';
import type { ServiceDeps } from './service-deps.ts';

/** As audit lines call those who act: a Slack user id, `cli:NAME` or `job:NAME`. */
const isActorId = (typed: string): boolean =>
  SlackId.safeParse(typed).success || /^(?:cli|job):/u.test(typed);

/**
 * The ids under which somebody's acts stand in the audit log, by 氏名, e-mail address or such an id. Of several people of one
 * name all are meant; who has no Slack has no acts.
 */
export const findActors = async (
  { clock, db }: ServiceDeps,
  typed: string,
  actor: Actor,
): Promise<Result<readonly string[], Refusal | { readonly kind: 'unknown-person' }>> => {
  const act = { actor, action: 'list-audit-lines', at: clock.now() };
  return db.look<readonly string[], Refusal | { readonly kind: 'unknown-person' }>(act, async (record) => {
    if (!may(actor, 'see-audit')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    if (isActorId(typed)) return succeed([typed]);
    const email = EmailAddress.safeParse(typed).data;
    const meant = (await record.people.all()).filter((person) =>
      email === undefined ? nameKey(person.name) === nameKey(typed) : person.email === email,
    );
    return meant.length === 0
      ? refuse({ kind: 'unknown-person' })
      : succeed(meant.flatMap(({ slackId }) => slackId ?? []));
  });
};
