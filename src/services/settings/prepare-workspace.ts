import { randomUUID } from 'node:crypto';
import { trusted } from '../../domain/actor.ts';
import { EXAMPLE_BODIES, EXAMPLE_YEAR } from '../../domain/body/example-bodies.ts';
import { succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import { EXAMPLE_PROGRAMMES } from '../../domain/training/programme.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Sees to it that a workspace is in the record; a new one starts with the example bodies and programmes, marked as such. */
export const prepareWorkspace = async ({ clock, db }: ServiceDeps, workspaceId: string): Promise<void> => {
  const at = clock.now();
  const actor = trusted(workspaceId, 'bot', 'job');
  await db.act({ actor, action: 'start-workspace', at }, async (record) => {
    if (!(await record.begin())) return succeed(null);
    for (const facts of EXAMPLE_BODIES) {
      const id = randomUUID();
      await record.bodies.create(id, at);
      await record.bodies.putYear(id, EXAMPLE_YEAR, facts, true);
    }
    for (const facts of EXAMPLE_PROGRAMMES) {
      const id = randomUUID();
      await record.programmes.create(id, at);
      await record.programmes.putYear(id, EXAMPLE_YEAR, facts, true);
    }
    await record.audit({
      subject: subjectOf('workspace', workspaceId),
      after: { bodies: EXAMPLE_BODIES.length, programmes: EXAMPLE_PROGRAMMES.length },
    });
    return succeed(null);
  });
};
