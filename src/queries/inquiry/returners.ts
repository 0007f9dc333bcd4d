import type { WorkspaceRecord } from '../../db/database.ts';
import type { InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import type { ServingDay } from '../../domain/promoter/serving.ts';

/** Who gave back what is open again, by Slack id: who serves as 主任 on the day by name, all others as the secretariat. */
export const readReturners = async (
  { people }: Pick<WorkspaceRecord, 'people'>,
  serving: ServingDay,
  targets: readonly Pick<InquiryTarget, 'answer' | 'returned'>[],
): Promise<ReadonlyMap<string, InquiryLine['returnedBy']>> => {
  const slackIds = [
    ...new Set(targets.flatMap(({ answer, returned }) => (answer === null ? (returned?.by ?? []) : []))),
  ];
  if (slackIds.length === 0) return new Map();
  const names = await people.namesOf(slackIds);
  const found = await Promise.all(
    slackIds.map(async (slackId) => {
      const { posts } = await people.standingOf({ id: slackId, email: null }, serving);
      const isChief = posts.some(({ role }) => role === 'chief');
      return [slackId, { chief: isChief ? (names.get(slackId) ?? null) : null }] as const;
    }),
  );
  return new Map(found);
};
