import type pg from 'pg';
import type { Database } from '../src/db/database.ts';
import { trusted } from '../src/domain/actor.ts';
import { localDate } from '../src/domain/calendar/local-date.ts';
import { succeed } from '../src/domain/result.ts';
import type { TokenSeal } from '../src/oauth/token-seal.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../tests/support/asked-inquiries.ts';
import { putRoster } from '../tests/support/promoters.ts';

/** The people of each city. */
export const SECRETARY = 'U0SECRETARY';
export const PROMOTERS = 112;
const SECTIONS_OF_A_DEPARTMENT = 8;
/** Who asks, and on which morning it is told once more: one working day before the answers are due. */
const ASKED = new Date('2026-11-20T09:00:00+09:00');
export const MORNING = new Date('2026-12-09T09:00:00+09:00');
/** What ran earlier that day. */
const EARLY = new Date('2026-12-09T06:00:00+09:00');

export const teamId = (index: number): string => `T0CITY${String(index).padStart(4, '0')}`;

const roster = Array.from({ length: PROMOTERS }, (_, index) => {
  const isChief = index % SECTIONS_OF_A_DEPARTMENT === 0;
  return {
    department: `第${Math.floor(index / SECTIONS_OF_A_DEPARTMENT) + 1}部`,
    section: `第${index + 1}課`,
    name: `協働 ${index + 1}`,
    slackId: `U0P${index + 1}`,
    role: isChief ? 'chief' : 'promoter',
  } as const;
});

/** One city with an inquiry that everybody was told of and nobody has answered. */
const fillModel = async (db: Database, workspaceId: string): Promise<void> => {
  await prepareWorkspace({ clock: { now: () => ASKED }, db }, workspaceId);
  await putRoster(db, workspaceId, roster, ASKED);
  const inquiryId = await putInquiry(db, workspaceId, ASKED, {
    audience: 'everyone',
    dueOn: localDate('2026-12-10'),
  });
  const act = { actor: trusted(workspaceId, 'cli:bench', 'cli'), action: 'tell', at: ASKED };
  await db.act(act, async ({ inquiryTargets, appointments }) => {
    const held = new Map((await appointments.ofYear(2026)).map((one) => [one.sectionId, one.person.slackId]));
    const asked = await inquiryTargets.ofInquiry(inquiryId);
    const told = asked.map(({ sectionId, role }) => ({
      inquiryId,
      sectionId,
      role,
      slackId: held.get(sectionId) ?? '',
    }));
    await inquiryTargets.tell(told, localDate('2026-11-20'));
    return succeed(null);
  });
};

/** The tables of a workspace, and their columns but that of the workspace. */
const TABLES = `
  select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
  where table_schema = 'public' and column_name <> 'workspace_id' and is_generated = 'NEVER' and table_name in (
    select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id')
  group by table_name`;

/** Every row of the model city for each of the others: ids are a workspace's own, so that they may be the same. */
const copyModel = async (client: pg.Client, model: string, others: readonly string[]): Promise<void> => {
  await client.query(`set session_replication_role = replica`);
  await client.query(`insert into workspace (id, created_at) select id, now() from unnest($1::text[]) id`, [
    others,
  ]);
  const { rows: tables } = await client.query<{ name: string; columns: string }>(TABLES);
  for (const { name, columns } of tables)
    await client.query(
      `insert into ${name} (workspace_id, ${columns}) select city, ${columns} from ${name}, unnest($1::text[]) city
       where workspace_id = $2`,
      [others, model],
    );
  await client.query(`set session_replication_role = origin`);
};

/** The app is installed in each; its token ends in the id of the workspace. */
const install = async (client: pg.Client, seal: TokenSeal, teams: readonly string[]): Promise<void> => {
  const sealed = teams.map((id) =>
    seal.seal(`xoxb-bench-${id}`, { installationId: id, column: 'bot_token' }),
  );
  await client.query(
    `insert into installation (id, kind, bot_token, key_id, bot_id, bot_user_id, app_id, scopes, installed_by, installed_at)
     select id, 'workspace', token, $3, 'B0BOT', 'U0BOT', 'A0KYODOBOT', '{}', $4, $5
     from unnest($1::text[], $2::bytea[]) as row(id, token)`,
    [teams, sealed, seal.keyId, SECRETARY, ASKED],
  );
  await client.query(`update workspace set installation_id = id`);
};

/** Fills an empty record with so many cities, alike but for their ids, each served by an installation. */
export const fillCities = async (
  db: Database,
  client: pg.Client,
  seal: TokenSeal,
  cities: number,
): Promise<readonly string[]> => {
  const teams = Array.from({ length: cities }, (_, index) => teamId(index + 1));
  const [model = '', ...others] = teams;
  await fillModel(db, model);
  await copyModel(client, model, others);
  await install(client, seal, teams);
  await client.query(
    `insert into job_slot (workspace_id, name, slot, claimed_at, finished_at)
     select id, 'check-people', $1, $1, $1 from workspace`,
    [EARLY],
  );
  await client.query('vacuum analyze');
  return teams;
};
