import { z } from 'zod';
import { may } from '../domain/permission.ts';
import { isSubject } from '../domain/subject.ts';
import { listAuditLines } from '../services/list-audit-lines.ts';
import { AUDIT_BUTTON } from '../texts/audit.ts';
import { auditMessage, LINES_A_PAGE } from '../views/audit.ts';
import { paged, readPageOf } from './paging.ts';
import type { ButtonRequest, Feature, Handler } from './types.ts';

/** The lines of a page, counted from 1. */
const linesOf = (page: number) => ({ limit: LINES_A_PAGE, skip: (page - 1) * LINES_A_PAGE });

/** 変更の記録, page by page from the newest. */
const audit = paged(async (deps, { actor, answer, refuse }, page) => {
  const listed = await listAuditLines(deps, {}, linesOf(page), actor);
  await (listed.ok ? answer(auditMessage(listed.value, page)) : refuse(listed.error));
});

const Row = z.string().refine(isSubject);

/** この記録の変更, and its pages: all lines of one record, also of one that was cancelled. */
const showRow =
  (turns: boolean): Handler<ButtonRequest> =>
  (deps) =>
  async ({ actor, value, answer, replace, refuse }) => {
    const carried = readPageOf(Row, value);
    const [row, page] = [carried.of, Math.max(carried.page, 1)];
    const listed = await listAuditLines(deps, { row }, linesOf(page), actor);
    if (!listed.ok) return refuse(listed.error);
    await (turns ? replace : answer)(auditMessage(listed.value, page, row));
  };

/** 変更の記録, for the secretariat. */
export const auditFeature: Feature = {
  noun: 'settings',
  buttons: {
    'audit.open': audit.open,
    'audit.previous': audit.turn,
    'audit.next': audit.turn,
    'audit.row': showRow(false),
    'audit.previous.row': showRow(true),
    'audit.next.row': showRow(true),
  },
  redraws: { audit: audit.turn, 'audit.row': showRow(true) },
  openers: [{ actionId: 'audit.open', words: AUDIT_BUTTON, may: (actor) => may(actor, 'see-audit') }],
};
