import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { type BodyMember, isMemberOn } from '../../domain/body/member.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** How a membership stands today. */
export type MemberStanding = 'present' | 'coming' | 'over';
export type ListedMember = { readonly member: BodyMember; readonly standing: MemberStanding };

/** The members of one body: those of today and of later by order number, then those whose term is over. */
export type MembersOfBody = { readonly body: Body; readonly members: readonly ListedMember[] };

const standingOf = (member: BodyMember, today: LocalDate): MemberStanding => {
  if (isMemberOn(member, today)) return 'present';
  return member.startsOn > today ? 'coming' : 'over';
};

/** The members of every body, in order, for the secretariat; a 取組み without any is left out. */
export const listBodyMembers = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<readonly MembersOfBody[], Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'list-body-members', at };
  return db.look<readonly MembersOfBody[], Refusal>(act, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const bodies = await record.bodies.nameable(currentFiscalYear(today));
    const listed = (await record.bodyMembers.all()).map((member) => ({
      member,
      standing: standingOf(member, today),
    }));
    const parts = bodies.map((body) => {
      const members = listed.filter(({ member }) => member.bodyId === body.id);
      const isOver = ({ standing }: ListedMember): boolean => standing === 'over';
      return { body, members: [...members.filter((one) => !isOver(one)), ...members.filter(isOver)] };
    });
    return succeed(parts.filter(({ body, members }) => body.kind === 'meeting' || members.length > 0));
  });
};
