import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type HandoverScope, mayTakeHandover } from '../../domain/handover.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import {
  type HandedOver,
  readHandedOver,
  readSectionFacts,
  type SectionFacts,
} from '../../queries/handover/section.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** All that a successor of a 協働推進員 is told of the place, as the record has it. */
export type SectionHandover = SectionFacts & {
  readonly today: LocalDate;
  readonly place: HandedOver;
  readonly contact: string;
};

/** Reads it for whoever holds the place. */
export const readSectionHandover = async (
  { clock, db }: ServiceDeps,
  scope: Exclude<HandoverScope, { readonly kind: 'secretariat' }>,
  actor: Actor,
): Promise<Result<SectionHandover, Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  return db.look<SectionHandover, Refusal>({ actor, action: 'take-handover', at }, async (record) => {
    if (!mayTakeHandover(actor, scope)) return refuse({ kind: 'not-allowed', who: 'promoter' });
    const place = await readHandedOver(record, scope);
    if (place === undefined) return refuse({ kind: 'gone' });
    const [facts, { contact }] = await Promise.all([
      readSectionFacts(record, place, { actor, now: at }),
      record.settings.read(),
    ]);
    return succeed({ ...facts, today, place, contact });
  });
};
