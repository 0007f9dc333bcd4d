import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import type { DateAhead } from '../../domain/schedule/ahead.ts';
import { logChannelOf } from '../../domain/settings.ts';
import { readUnderWay, type UnderWay } from '../../queries/handover/under-way.ts';
import { readWaiting, type Waiting } from '../../queries/handover/waiting.ts';
import {
  readAhead,
  readSentInYear,
  readSetUp,
  type SentInYear,
  type SetUp,
} from '../../queries/handover/year.ts';
import type { Workspace } from '../identify.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** All that a successor of the secretariat is told, as the record has it. */
export type SecretariatHandover = {
  readonly at: Date;
  readonly today: LocalDate;
  readonly workspaceId: string;
  readonly underWay: UnderWay;
  readonly waiting: Waiting;
  /** What is to come, in order. */
  readonly ahead: readonly DateAhead[];
  readonly sent: SentInYear;
  readonly setUp: SetUp;
  /** 運用ログ, as it is in force. */
  readonly logChannel: string | null;
};

type Deps = ServiceDeps & SecretariatDeps & { readonly workspace: Pick<Workspace, 'logChannel'> };

/** Reads it for the secretariat; refused to everybody else. */
export const readSecretariatHandover = async (
  { clock, db, people, workspace }: Deps,
  actor: Actor,
): Promise<Result<SecretariatHandover, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const { workspaceId } = actor;
  return db.look<SecretariatHandover, Refusal>({ actor, action: 'take-handover', at }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const settings = await record.settings.read();
    const secretariat = await secretariatOf({ people, workspace }, settings);
    const [underWay, waiting, ahead, sent, setUp] = await Promise.all([
      readUnderWay(record, settings, today),
      readWaiting(record, settings, today),
      readAhead(record, { actor, now: at }),
      readSentInYear(record, settings, today),
      readSetUp(record, settings, { today, secretariat }),
    ]);
    const logChannel = logChannelOf(settings, workspace.logChannel);
    return succeed({ at, today, workspaceId, underWay, waiting, ahead, sent, setUp, logChannel });
  });
};
