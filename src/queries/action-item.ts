import type { WorkspaceRecord } from '../db/database.ts';
import type { ActionItem } from '../domain/action-item/action-item.ts';
import type { PlacedAction } from '../domain/action-item/line.ts';
import type { Meeting } from '../domain/meeting/meeting.ts';
import { firstDayOfRecord } from '../domain/occasion/date.ts';

type Places = Pick<WorkspaceRecord, 'bodies' | 'departments'>;
type Sources = Places & Pick<WorkspaceRecord, 'actionItems'>;

/** Gives each, in the same order, the names of its body and of the section that is responsible. */
export const placeActions = async (
  { bodies, departments }: Places,
  items: readonly ActionItem[],
): Promise<readonly PlacedAction[]> => {
  if (items.length === 0) return [];
  const sections = items.flatMap(({ responsible }) =>
    responsible.kind === 'section' ? [responsible.sectionId] : [],
  );
  const places = await departments.placesOf([...new Set(sections)]);
  const names = new Map<string, string>();
  for (const { meeting } of items) {
    const key = `${meeting.bodyId} ${meeting.fiscalYear}`;
    if (!names.has(key)) names.set(key, (await bodies.find(meeting.bodyId, meeting.fiscalYear))?.name ?? '');
  }
  return items.map((item) => {
    const { responsible, meeting } = item;
    const place = responsible.kind === 'section' ? places.get(responsible.sectionId) : undefined;
    return {
      item,
      bodyName: names.get(`${meeting.bodyId} ${meeting.fiscalYear}`) ?? '',
      place: place === undefined ? null : { ...place },
    };
  });
};

/** 対応事項 of a meeting, however they stand, in the order in which they were registered. */
export const readActionsOf = async (
  record: Sources,
  { id }: Pick<Meeting, 'id'>,
): Promise<readonly PlacedAction[]> => placeActions(record, await record.actionItems.ofMeeting(id));

/**
 * 前回からの対応事項 of a meeting: what was promised at its body's earlier meetings and is open, or was settled since the last of them.
 * By due day.
 */
export const readEarlierActions = async (
  record: Sources,
  { bodyId, date }: Pick<Meeting, 'bodyId' | 'date'>,
): Promise<readonly PlacedAction[]> =>
  placeActions(record, await record.actionItems.ofEarlierMeetings(bodyId, firstDayOfRecord(date)));
