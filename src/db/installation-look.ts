import type { Connection } from './client.ts';
import { withClient } from './migrate/migrate.ts';

/** An installation that serves, and the name of the key that sealed its tokens. */
export type LivingInstallation = { readonly id: string; readonly keyId: string };

/** A workspace that is set aside: since when, and by which word of Slack's. */
export type SetAside = { readonly workspaceId: string; readonly since: Date; readonly because: string };

/**
 * The installations that the database at `connection` has, and the workspaces that are set aside. Writes nothing; none where the
 * tables are not made yet. Throws DatabaseError when it cannot be reached.
 */
export const lookAtInstallations = (
  connection: Connection,
): Promise<{ readonly living: readonly LivingInstallation[]; readonly setAside: readonly SetAside[] }> =>
  withClient(connection, async (client) => {
    const { rows: made } = await client.query(`select 1 where to_regclass('installation') is not null`);
    if (made.length === 0) return { living: [], setAside: [] };
    const { rows: living } = await client.query<LivingInstallation>(
      `select id, key_id as "keyId" from installation where ended_at is null order by id`,
    );
    const { rows: setAside } = await client.query<SetAside>(
      `select w.id as "workspaceId", i.ended_at as since, i.ended_because as because
       from workspace w join installation i on i.id = w.installation_id
       where i.ended_at is not null order by w.id`,
    );
    return { living, setAside };
  });
