import type { Actor } from '../domain/actor.ts';
import { type LocalDate, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';

/** What a person is in the record on a day. */
export type Standing = Pick<Actor, 'posts' | 'memberOf' | 'personId'>;

export const NO_STANDING: Standing = { posts: [], memberOf: [], personId: null };

/** A Slack account: who has it, and by which address they may be in the record already. */
export type Account = { readonly id: string; readonly email: string | null };

/** The row of an account: by its id, or by its address where no account has that row yet. */
const whereAccount = ({ id, email }: Account): Prisma.PersonWhereInput =>
  email === null ? { slackId: id } : { OR: [{ slackId: id }, { slackId: null, email }] };

/** Reads what the person of an account is on `day`: confirmed appointments and memberships that have that day in them. */
export const readStanding = async (
  prisma: Prismatic,
  workspaceId: string,
  account: Account,
  day: LocalDate,
): Promise<Standing> => {
  const on = utcMidnight(day);
  const person = await prisma.person.findFirst({
    where: { workspaceId, ...whereAccount(account) },
    // The row with the account before one that only bears its address.
    orderBy: { slackId: { sort: 'asc', nulls: 'last' } },
    select: {
      id: true,
      appointments: {
        where: { cancelledAt: null, confirmedAt: { not: null }, startsOn: { lte: on }, endsOn: { gte: on } },
        select: { role: true, sectionId: true, section: { select: { departmentId: true } } },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      },
      memberships: {
        where: {
          cancelledAt: null,
          startsOn: { lte: on },
          OR: [{ endsOn: null }, { endsOn: { gte: on } }],
        },
        select: { bodyId: true },
      },
    },
  });
  if (person === null) return NO_STANDING;
  return {
    personId: person.id,
    posts: person.appointments.map(({ role, sectionId, section }) => ({
      role,
      sectionId,
      departmentId: section.departmentId,
    })),
    memberOf: [...new Set(person.memberships.map(({ bodyId }) => bodyId))],
  };
};
