import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { trusted } from '../../src/domain/actor.ts';
import type { ConsiderationFacts, OpinionFacts } from '../../src/domain/opinion/opinion.ts';
import { succeed } from '../../src/domain/result.ts';

/** An opinion to put into a record, and how it was considered, year by year. */
export type OpinionToPut = Partial<OpinionFacts> & {
  readonly years?: readonly (Partial<ConsiderationFacts> & {
    readonly fiscalYear: number;
    readonly isPublished?: boolean;
  })[];
};

/** Puts opinions on 令和7年度 unless told otherwise into a workspace's record, as the secretariat would; their ids in order. */
export const putOpinions = async (
  db: Database,
  workspaceId: string,
  at: Date,
  opinions: readonly OpinionToPut[],
): Promise<readonly string[]> => {
  const done = { by: 'U0SECRETARY', at };
  const ids = opinions.map(() => randomUUID());
  const act = { actor: trusted(workspaceId, 'cli:test', 'cli'), action: 'put-opinions', at };
  await db.act(act, async (record) => {
    for (const [index, { years = [], ...facts }] of opinions.entries()) {
      const id = ids[index] ?? '';
      const opinion: OpinionFacts = {
        fiscalYear: 2025,
        number: String(index + 1),
        item: '第5章 職員の育成',
        kind: 'opinion',
        words: '研修を早い時期に行ってください。',
        sectionIds: [],
        ...facts,
      };
      await record.opinions.create([{ ...opinion, id }], done);
      for (const { fiscalYear, isPublished = false, ...considered } of years) {
        await record.opinions.putYear(
          id,
          fiscalYear,
          {
            consideration: '検討します。',
            response: 'continuing',
            responseWhen: '',
            meetingIds: [],
            ...considered,
          },
          done,
        );
        if (isPublished) await record.opinions.putPublished(id, fiscalYear, done);
      }
    }
    return succeed(null);
  });
  return ids;
};
