import type { BodyMember } from '../domain/body/member.ts';
import { fromUtcMidnight, utcMidnight } from '../domain/calendar/local-date.ts';
import type { Prismatic } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { toPerson } from './people.ts';

/** A member as written: the person by id. */
export type MemberFacts = Omit<BodyMember, 'id' | 'person' | 'revision'> & { readonly personId: string };

export type BodyMemberTable = {
  readonly find: (id: string) => Promise<BodyMember | undefined>;
  /** Not cancelled, of one body or of all, by order number; past and coming ones too. */
  readonly all: (bodyId?: string) => Promise<readonly BodyMember[]>;
  readonly create: (
    id: string,
    facts: MemberFacts,
    recorded: { readonly by: string; readonly at: Date },
  ) => Promise<void>;
  readonly put: (id: string, facts: MemberFacts) => Promise<void>;
  readonly cancel: (id: string, at: Date) => Promise<void>;
  /** One that was cancelled, and when. */
  readonly findRemoved: (
    id: string,
  ) => Promise<{ readonly member: BodyMember; readonly at: Date } | undefined>;
  /** Takes the cancellation back. */
  readonly restore: (id: string) => Promise<void>;
};

type Row = Prisma.BodyMemberGetPayload<{ include: { person: true } }>;

const toMember = ({
  id,
  bodyId,
  person,
  title,
  office,
  position,
  copiedTo,
  proxies,
  startsOn,
  endsOn,
  revision,
}: Row): BodyMember => ({
  id,
  bodyId,
  person: toPerson(person),
  title,
  office,
  position,
  copiedTo,
  proxies,
  startsOn: fromUtcMidnight(startsOn),
  endsOn: endsOn === null ? null : fromUtcMidnight(endsOn),
  revision,
});

export const createBodyMemberTable = (prisma: Prismatic, workspaceId: string): BodyMemberTable => {
  const list = async (where: Prisma.BodyMemberWhereInput): Promise<readonly BodyMember[]> =>
    (
      await prisma.bodyMember.findMany({
        where: { ...where, workspaceId, cancelledAt: null },
        include: { person: true },
        orderBy: [{ position: 'asc' }, { startsOn: 'asc' }, { id: 'asc' }],
      })
    ).map(toMember);
  const columns = ({ startsOn, endsOn, copiedTo, proxies, ...facts }: MemberFacts) => ({
    ...facts,
    copiedTo: [...copiedTo],
    proxies: [...proxies],
    startsOn: utcMidnight(startsOn),
    endsOn: endsOn === null ? null : utcMidnight(endsOn),
  });
  const key = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  return {
    find: async (id) => (await list({ id }))[0],
    all: (bodyId) => list(bodyId === undefined ? {} : { bodyId }),
    create: async (id, facts, { by, at }) => {
      await prisma.bodyMember.create({
        data: { ...columns(facts), workspaceId, id, recordedBy: by, recordedAt: at },
      });
    },
    put: async (id, facts) => {
      await prisma.bodyMember.update({
        where: key(id),
        data: { ...columns(facts), revision: { increment: 1 } },
      });
    },
    cancel: async (id, at) => {
      await prisma.bodyMember.update({ where: key(id), data: { cancelledAt: at } });
    },
    findRemoved: async (id) => {
      const row = await prisma.bodyMember.findUnique({ where: key(id), include: { person: true } });
      return row?.cancelledAt == null ? undefined : { member: toMember(row), at: row.cancelledAt };
    },
    restore: async (id) => {
      await prisma.bodyMember.update({ where: key(id), data: { cancelledAt: null } });
    },
  };
};
