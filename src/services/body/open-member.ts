import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import type { BodyMember } from '../../domain/body/member.ts';
import { currentFiscalYear, firstDayOf } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What the form 委員を登録 begins with: the bodies to choose from, the member to change, and the day offered. */
export type OpenedBodyMember = {
  readonly bodies: readonly Body[];
  readonly member: BodyMember | null;
  readonly startsOn: LocalDate;
  /** How many members its body has in the list, past and coming ones counted. */
  readonly listed: number;
};

/** Opens 委員を登録, empty (`memberId` null) or of a member to change, for the secretariat. */
export const openBodyMember = async (
  { clock, db }: ServiceDeps,
  memberId: string | null,
  actor: Actor,
): Promise<Result<OpenedBodyMember, Refusal>> => {
  const at = clock.now();
  const year = currentFiscalYear(todayInTokyo(at));
  const act = { actor, action: 'open-body-member', at };
  return db.look<OpenedBodyMember, Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const member = memberId === null ? null : await record.bodyMembers.find(memberId);
    if (member === undefined) return refuse({ kind: 'gone' });
    const bodies = (await record.bodies.nameable(year)).filter(
      ({ id, kind }) => kind === 'meeting' || id === member?.bodyId,
    );
    if (bodies.length === 0) return refuse({ kind: 'no-bodies' });
    const listed = member === null ? 0 : (await record.bodyMembers.all(member.bodyId)).length;
    return succeed({ bodies, member, startsOn: firstDayOf(year), listed });
  });
};
