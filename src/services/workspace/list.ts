import type { WorkspaceSummary } from '../../db/workspace-holdings.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Every workspace that the database holds, the first that came first, with how much it is as of today. */
export const listWorkspaces = ({ clock, db }: ServiceDeps): Promise<readonly WorkspaceSummary[]> =>
  db.workspaces.summaries(todayInTokyo(clock.now()));
