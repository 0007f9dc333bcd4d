import type { KnownBlock } from '@slack/types';
import { printMoment } from '../domain/calendar/moment.ts';
import { shorten } from '../domain/letters.ts';
import type { AuditEntry, AuditPage } from '../services/list-audit-lines.ts';
import type { SlackMessage } from '../slack/message.ts';
import { auditText, auditWord, subjectWord, VIA_WORD } from '../texts/audit.ts';
import { buttons, header, note, paragraph } from './blocks.ts';
import { turnButtons } from './paging.ts';
import { undoButton } from './undo.ts';

/** Lines a page: at 400 characters each they stay below Slack's 10,000 a message. */
export const LINES_A_PAGE = 20;
const MOST_NAME = 60;
const MOST_SUBJECT = 120;
const MOST_REASON = 120;

/** Who acted, as people know them. */
const whoOf = ({ actor, actorName, via }: AuditEntry): string => {
  const known = via === 'job' ? auditText.itself : actorName || actor;
  return auditText.by(shorten(known, MOST_NAME), VIA_WORD[via] ?? via);
};

const entryBlock = (entry: AuditEntry): KnownBlock => {
  const { at, action, subject, subjectName, reason, undoable } = entry;
  const about = auditText.subject(subjectWord(subject), subjectName);
  const parts = [
    whoOf(entry),
    ...(about === '' ? [] : [shorten(about, MOST_SUBJECT)]),
    ...(reason === '' ? [] : [auditText.reason(shorten(reason, MOST_REASON))]),
  ];
  return {
    ...paragraph(`${auditText.act(printMoment(at), auditWord(action) ?? action)}\n${parts.join(' ')}`),
    ...(undoable === undefined ? {} : { accessory: undoButton(undoable) }),
  };
};

/** 変更の記録, newest first; `page` counted from 1. */
export const auditMessage = ({ entries, hasOlder }: AuditPage, page: number): SlackMessage => ({
  text: auditText.title,
  blocks: [
    header(auditText.title),
    note(auditText.lead),
    ...(entries.length === 0 ? [paragraph(auditText.nothing)] : entries.map(entryBlock)),
    note(auditText.page(page)),
    ...buttons('pages', turnButtons('audit', { shown: page, pages: hasOlder ? page + 1 : page })),
  ],
});
