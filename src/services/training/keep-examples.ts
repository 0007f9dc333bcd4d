import type { Actor } from '../../domain/actor.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Makes every example 研修の種類 the workspace's own, as it stands; gives how many those were. */
export const keepExampleProgrammes = async (
  { clock, db }: ServiceDeps,
  key: string,
  actor: Actor,
): Promise<Result<number, Refusal>> => {
  const at = clock.now();
  const act = { actor, action: 'keep-example-programmes', at };
  return db.submit<number, Refusal>(act, { key, content: null }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.programmes.lockAll();
    const histories = await record.programmes.histories();
    const examples = histories.flatMap(({ years }) => years.filter(({ example }) => example));
    for (const { id, since, example: _, ...facts } of examples) {
      await record.programmes.putYear(id, since, facts, false);
      await record.audit({ subject: subjectOf('programme', id, since), after: facts });
    }
    return succeed(examples.length);
  });
};
