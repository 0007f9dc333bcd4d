import { may } from '../domain/permission.ts';
import { listAuditLines } from '../services/list-audit-lines.ts';
import { AUDIT_BUTTON } from '../texts/audit.ts';
import { auditMessage, LINES_A_PAGE } from '../views/audit.ts';
import { paged } from './paging.ts';
import type { Feature } from './types.ts';

/** 変更の記録, page by page from the newest. */
const audit = paged(async (deps, { actor, answer, refuse }, page) => {
  const at = { limit: LINES_A_PAGE, skip: (page - 1) * LINES_A_PAGE };
  const listed = await listAuditLines(deps, {}, at, actor);
  await (listed.ok ? answer(auditMessage(listed.value, page)) : refuse(listed.error));
});

/** 変更の記録, for the secretariat. */
export const auditFeature: Feature = {
  noun: 'settings',
  buttons: { 'audit.open': audit.open, 'audit.previous': audit.turn, 'audit.next': audit.turn },
  openers: [{ actionId: 'audit.open', words: AUDIT_BUTTON, may: (actor) => may(actor, 'see-audit') }],
};
