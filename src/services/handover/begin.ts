import type { Actor } from '../../domain/actor.ts';
import { type HandoverScope, mayTakeHandover, scopeParts } from '../../domain/handover.ts';
import { pressKey } from '../../domain/press.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { type HandedOver, readHandedOver } from '../../queries/handover/section.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A file for a successor: of the secretariat, or of a place. */
export type HandoverFile = { readonly scope: HandoverScope; readonly place: HandedOver | null };

/** What is begun; not anew where the button was pressed twice, also in another process. */
export type BegunHandover = { readonly files: readonly HandoverFile[]; readonly isFirst: boolean };

/** Begins files for a successor, each tried so often before. */
export const beginHandover = async (
  { clock, db }: ServiceDeps,
  scopes: readonly HandoverScope[],
  attempt: number,
  actor: Actor,
): Promise<Result<BegunHandover, Refusal>> => {
  const at = clock.now();
  const key = pressKey(at, 'handover', actor.id, attempt, ...scopes.flatMap(scopeParts));
  let isFirst = false;
  const act = { actor, action: 'take-handover', at };
  const begun = await db.submit<readonly HandoverFile[], Refusal>(
    act,
    { key, content: key },
    async (record) => {
      const [first] = scopes;
      if (first === undefined || !scopes.every((scope) => mayTakeHandover(actor, scope)))
        return refuse({
          kind: 'not-allowed',
          who: first?.kind === 'secretariat' ? 'secretariat' : 'promoter',
        });
      const files: HandoverFile[] = [];
      for (const scope of scopes) {
        const place = scope.kind === 'secretariat' ? null : await readHandedOver(record, scope);
        if (place === undefined) return refuse({ kind: 'gone' });
        files.push({ scope, place });
      }
      isFirst = true;
      return succeed(files);
    },
  );
  return begun.ok ? succeed({ files: begun.value, isFirst }) : begun;
};
