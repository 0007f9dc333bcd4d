import type { Actor } from '../../domain/actor.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Whether this person is shown 名簿を取り込む; refused to all but the secretariat. */
export const openRosterImport = async (
  { clock, db }: ServiceDeps,
  actor: Actor,
): Promise<Result<null, Refusal>> =>
  db.look<null, Refusal>({ actor, action: 'open-roster-import', at: clock.now() }, async () =>
    may(actor, 'manage') ? succeed(null) : refuse({ kind: 'not-allowed', who: 'secretariat' }),
  );
