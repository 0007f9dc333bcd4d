import type { WorkspaceRecord } from '../db/database.ts';
import type { AuditLine } from '../domain/audit.ts';
import { isUndoable } from '../domain/calendar/undo.ts';
import { readSubject } from '../domain/subject.ts';
import type { Undoable } from '../domain/undoable.ts';

/** The tables of what can be undone. */
type Sources = Pick<
  WorkspaceRecord,
  'actionItems' | 'articles' | 'bodyMembers' | 'inquiries' | 'meetings' | 'opinions' | 'trainings'
>;

/** Since when a row is as the act left it; nothing where it is not any more. */
type DoneAt = (record: Sources, id: string) => Promise<Date | null | undefined>;

type Done = { readonly kind: Undoable['kind']; readonly doneAt: DoneAt };

/** Since when an article is withdrawn; what its source's author declined is not asked for again. */
const ARTICLE: Done = {
  kind: 'article',
  doneAt: async ({ articles }, id) => {
    const article = await articles.find(id);
    return article?.withdrawnBy == null ? undefined : article.withdrawnAt;
  },
};

/** Since when a 対応事項 is settled. */
const ACTION_ITEM: Done = {
  kind: 'action-item',
  doneAt: async ({ actionItems }, id) => (await actionItems.find(id))?.settled?.at,
};

/** By the name of the act. */
const ACTS: ReadonlyMap<string, Done> = new Map<string, Done>([
  [
    'cancel-meeting',
    { kind: 'meeting', doneAt: async ({ meetings }, id) => (await meetings.find(id))?.cancelled?.at },
  ],
  [
    'cancel-training',
    { kind: 'training', doneAt: async ({ trainings }, id) => (await trainings.find(id))?.cancelled?.at },
  ],
  [
    'close-inquiry',
    {
      kind: 'inquiry',
      doneAt: async ({ inquiries }, id) => {
        const inquiry = await inquiries.find(id);
        return inquiry?.state === 'closed' ? inquiry.endedAt : undefined;
      },
    },
  ],
  [
    'cancel-opinion',
    { kind: 'opinion', doneAt: async ({ opinions }, id) => (await opinions.find(id))?.cancelled?.at },
  ],
  ['settle-action-item', ACTION_ITEM],
  ['drop-action-item', ACTION_ITEM],
  ['withdraw-article', ARTICLE],
  ['approve-proposal', ARTICLE],
  [
    'remove-body-member',
    {
      kind: 'body-member',
      doneAt: async ({ bodyMembers }, id) => (await bodyMembers.findRemoved(id))?.at,
    },
  ],
]);

/** What of an audit line can be undone now: not what was undone, or done anew, since. */
export const readUndoable = async (
  record: Sources,
  { action, subject, at }: Pick<AuditLine, 'action' | 'subject' | 'at'>,
  now: Date,
): Promise<Undoable | undefined> => {
  const act = ACTS.get(action);
  const about = readSubject(subject);
  if (act === undefined || about === undefined || !isUndoable(at, now)) return undefined;
  const doneAt = await act.doneAt(record, about.id);
  return doneAt?.getTime() === at.getTime() ? { kind: act.kind, id: about.id } : undefined;
};
