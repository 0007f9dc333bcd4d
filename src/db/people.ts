import { randomUUID } from 'node:crypto';
import type { Named } from '../domain/person/match.ts';
import type { Person, PersonFacts } from '../domain/person/person.ts';
import type { Pieces } from '../domain/pieces.ts';
import type { ServingDay } from '../domain/promoter/serving.ts';
import type { Prismatic } from './client.ts';
import type { Prisma, Person as Row } from './generated/client.ts';
import { inPages } from './pages.ts';
import { type Account, readStanding, type Standing } from './standing.ts';

/** Who is meant, once whoever is near has been asked about. */
type ToKeep =
  | Extract<Named, { readonly kind: 'known' }>
  | Omit<Extract<Named, { readonly kind: 'new' }>, 'near'>;

type AccountFacts = Pick<PersonFacts, 'email' | 'name'> & { readonly slackId: string };

/** The row of an account; `before` as it was where it became theirs only now. */
export type OfAccount = { readonly id: string; readonly before?: Person };

/** A row and the account that bears its address; `isLeft` when it was chosen to leave it so. */
export type Claim = { readonly person: Person; readonly claimant: string; readonly isLeft: boolean };

export type PersonTable = {
  readonly find: (id: string) => Promise<Person | undefined>;
  /** Of these, who is in the record, by id. */
  readonly ofIds: (ids: readonly string[]) => Promise<readonly Person[]>;
  readonly findBySlackId: (slackId: string) => Promise<Person | undefined>;
  /** Of these accounts, who has one in the record, by id. */
  readonly ofSlackIds: (slackIds: readonly string[]) => Promise<readonly Person[]>;
  /** The names of those who are in the record, by Slack id. */
  readonly namesOf: (slackIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What the person of a Slack account is on a day. */
  readonly standingOf: (account: Account, serving: ServingDay) => Promise<Standing>;
  readonly findByEmail: (email: string) => Promise<Person | undefined>;
  /** Everybody but those who were erased, by id. */
  readonly all: () => Promise<readonly Person[]>;
  /** The same, read in pieces. */
  readonly allInPieces: (pieces: Pieces) => Promise<readonly Person[]>;
  readonly create: (people: readonly (PersonFacts & { readonly id: string })[], at: Date) => Promise<void>;
  /** Sees to it that who is meant is in the record, with what was learned of them; gives their row. */
  readonly keep: (named: ToKeep, at: Date) => Promise<Person>;
  /** The same of several, in their order. */
  readonly keepAll: (named: readonly ToKeep[], at: Date) => Promise<readonly Person[]>;
  /**
   * The row of a living Slack account; one that bears its address and has no account, or a stopped one, becomes theirs, and
   * where there is none, one is made.
   */
  readonly ofAccount: (account: AccountFacts, at: Date) => Promise<OfAccount>;
  readonly put: (id: string, facts: Partial<Omit<Person, 'id'>>) => Promise<void>;
  /** Rows whose address a living account bears that is not theirs in the record, by name. */
  readonly claims: () => Promise<readonly Claim[]>;
  /** `all` and `claims`, read at once. */
  readonly everybody: () => Promise<{ readonly all: readonly Person[]; readonly claims: readonly Claim[] }>;
  /** Such an account was found, or it is none any more (null). */
  readonly claim: (id: string, claimant: string | null) => Promise<void>;
  /** It was chosen to leave it so. */
  readonly leaveClaim: (id: string) => Promise<void>;
  /** Those without an account whose present address Slack was never asked about. */
  readonly unsought: () => Promise<readonly Person[]>;
  /** Slack was asked about these addresses of these people; who has another one by now is still to be asked about. */
  readonly noteSought: (sought: readonly Pick<Person, 'id' | 'email'>[], at: Date) => Promise<void>;
};

/** A row of the table as the rules know a person. */
export const toPerson = ({ id, slackId, email, name, nameFromSlack, deactivatedAt }: Row): Person => ({
  id,
  slackId,
  email,
  name,
  nameFromSlack,
  deactivatedAt,
});

const claimsAmong = (rows: readonly Row[]): readonly Claim[] =>
  rows.flatMap((row) =>
    row.claimant === null ? [] : [{ person: toPerson(row), claimant: row.claimant, isLeft: row.claimLeft }],
  );

export const createPersonTable = (prisma: Prismatic, workspaceId: string): PersonTable => {
  const found = (row: Row | null): Person | undefined => (row === null ? undefined : toPerson(row));
  const list = async (
    where: Prisma.PersonWhereInput,
    asked: readonly string[],
  ): Promise<readonly Person[]> =>
    asked.length === 0
      ? []
      : (await prisma.person.findMany({ where: { ...where, workspaceId }, orderBy: { id: 'asc' } })).map(
          toPerson,
        );
  const rowsByName = (where: Prisma.PersonWhereInput) =>
    prisma.person.findMany({
      where: { ...where, workspaceId, erasedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    });
  const table: PersonTable = {
    find: async (id) =>
      found(await prisma.person.findUnique({ where: { workspaceId_id: { workspaceId, id } } })),
    ofIds: (ids) => list({ id: { in: [...ids] } }, ids),
    ofSlackIds: (slackIds) => list({ slackId: { in: [...slackIds] } }, slackIds),
    findBySlackId: async (slackId) =>
      found(await prisma.person.findUnique({ where: { workspaceId_slackId: { workspaceId, slackId } } })),
    namesOf: async (slackIds) => {
      const rows = await prisma.person.findMany({ where: { workspaceId, slackId: { in: [...slackIds] } } });
      return new Map(rows.flatMap(({ slackId, name }) => (slackId === null ? [] : [[slackId, name]])));
    },
    standingOf: (account, serving) => readStanding(prisma, workspaceId, account, serving),
    findByEmail: async (email) =>
      found(await prisma.person.findUnique({ where: { workspaceId_email: { workspaceId, email } } })),
    all: async () =>
      (await prisma.person.findMany({ where: { workspaceId, erasedAt: null }, orderBy: { id: 'asc' } })).map(
        toPerson,
      ),
    allInPieces: (pieces) =>
      inPages(pieces, async ({ after, most }) =>
        (
          await prisma.person.findMany({
            where: { workspaceId, erasedAt: null, id: { gt: after } },
            orderBy: { id: 'asc' },
            take: most,
          })
        ).map(toPerson),
      ),
    create: async (people, at) => {
      await prisma.person.createMany({
        data: people.map(({ id, slackId, email, name, nameFromSlack = false }) => ({
          workspaceId,
          id,
          slackId,
          email,
          name,
          nameFromSlack,
          createdAt: at,
        })),
      });
    },
    keep: async (named, at) => {
      if (named.kind === 'new') {
        const id = randomUUID();
        await table.create([{ ...named.facts, id }], at);
        return { nameFromSlack: false, ...named.facts, id, deactivatedAt: null };
      }
      if (Object.keys(named.learned).length > 0) await table.put(named.person.id, named.learned);
      return { ...named.person, ...named.learned };
    },
    keepAll: async (named, at) => {
      const kept: Person[] = [];
      for (const one of named) kept.push(await table.keep(one, at));
      return kept;
    },
    ofAccount: async ({ slackId, email, name }, at) => {
      // One question for nearly everybody: a hall full of people is asked about at once.
      const [row] = await prisma.$queryRaw<readonly { readonly id: string }[]>`
        with known as (
          select id from person where workspace_id = ${workspaceId} and slack_id = ${slackId}
        ), made as (
          insert into person (workspace_id, id, slack_id, email, name, name_from_slack, created_at)
          select ${workspaceId}, ${randomUUID()}::uuid, ${slackId}, ${email}, ${name}, true, ${at}
          where not exists (select 1 from known)
          on conflict do nothing returning id
        )
        select id from known union all select id from made`;
      if (row !== undefined) return { id: row.id };
      // Somebody bears the address, or has come into the record at this moment.
      const named = email === null ? undefined : await table.findByEmail(email);
      if (named !== undefined && (named.slackId === null || named.deactivatedAt !== null)) {
        await table.put(named.id, { slackId, deactivatedAt: null });
        return { id: named.id, before: named };
      }
      const isTaken = named !== undefined && named.slackId !== slackId;
      return table.ofAccount({ slackId, email: isTaken ? null : email, name }, at);
    },
    put: async (id, facts) => {
      // Another address is one that Slack was not asked about.
      const data = facts.email === undefined ? facts : { ...facts, soughtAt: null };
      await prisma.person.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    },
    claims: async () => claimsAmong(await rowsByName({ claimant: { not: null } })),
    everybody: async () => {
      const rows = await rowsByName({});
      const all = rows.map(toPerson).toSorted((one, other) => (one.id < other.id ? -1 : 1));
      return { all, claims: claimsAmong(rows) };
    },
    claim: async (id, claimant) => {
      const where = { workspaceId_id: { workspaceId, id } };
      await prisma.person.update({ where, data: { claimant, claimLeft: false } });
    },
    leaveClaim: async (id) => {
      await prisma.person.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { claimLeft: true },
      });
    },
    unsought: async () =>
      (
        await prisma.person.findMany({
          where: { workspaceId, slackId: null, email: { not: null }, soughtAt: null },
          orderBy: { id: 'asc' },
        })
      ).map(toPerson),
    noteSought: async (sought, at) => {
      await prisma.$executeRaw`
        update person set sought_at = ${at}
        from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as sought(id uuid, email text)
        where person.workspace_id = ${workspaceId} and person.id = sought.id and person.email = sought.email`;
    },
  };
  return table;
};
