import type { KnownBlock } from '@slack/types';
import { printMoment } from '../domain/calendar/moment.ts';
import { shorten } from '../domain/letters.ts';
import { joinParts } from '../domain/parts.ts';
import type { AuditEntry, AuditPage } from '../services/list-audit-lines.ts';
import type { SlackMessage } from '../slack/message.ts';
import { auditText, auditWord, subjectWord, VIA_WORD } from '../texts/audit.ts';
import { factsText } from './audit-facts.ts';
import { buttons, header, note, paragraph } from './blocks.ts';
import { turnButtons } from './paging.ts';
import { recordChangesButton } from './record-changes.ts';
import { undoButton } from './undo.ts';

/** Lines a page: with what may be in each they stay below Slack's 13,000 characters of JSON a message. */
export const LINES_A_PAGE = 12;
const MOST_NAME = 60;
const MOST_SUBJECT = 120;
const MOST_REASON = 120;
const MOST_FACTS = 200;

/** Who acted, as people know them. */
const whoOf = ({ actor, actorName, via }: AuditEntry): string => {
  const known = via === 'job' ? auditText.itself : actorName || actor;
  return auditText.by(shorten(known, MOST_NAME), VIA_WORD[via] ?? via);
};

/** The line at `index` of its page; `isOfOne` where all lines are about the same row. */
const entryBlocks = (entry: AuditEntry, index: number, isOfOne: boolean): readonly KnownBlock[] => {
  const { at, action, subject, subjectName, reason, undoable } = entry;
  const about = auditText.subject(subjectWord(subject), subjectName);
  const parts = [
    whoOf(entry),
    ...(about === '' ? [] : [shorten(about, MOST_SUBJECT)]),
    ...(reason === '' ? [] : [auditText.reason(shorten(reason, MOST_REASON))]),
  ];
  const facts = factsText(entry);
  const lines = [
    auditText.act(printMoment(at), auditWord(action) ?? action),
    parts.join(' '),
    ...(facts === '' ? [] : [shorten(facts, MOST_FACTS)]),
  ];
  const section = paragraph(lines.join('\n'));
  return [
    isOfOne || about === '' ? section : { ...section, accessory: recordChangesButton(subject) },
    ...buttons(joinParts('undo', index), undoable === undefined ? [] : [undoButton(undoable)]),
  ];
};

/** 変更の記録, newest first; `page` counted from 1. `row`: that whose lines alone are shown, as their subject. */
export const auditMessage = ({ entries, hasOlder }: AuditPage, page: number, row?: string): SlackMessage => {
  const [newest] = entries;
  const about =
    newest === undefined ? '' : auditText.subject(subjectWord(newest.subject), newest.subjectName);
  const turned = { shown: page, pages: hasOlder ? page + 1 : page };
  return {
    text: auditText.title,
    shown:
      row === undefined ? { by: 'audit', of: String(page) } : { by: 'audit.row', of: joinParts(row, page) },
    blocks: [
      header(auditText.title),
      note(
        row === undefined || about === '' ? auditText.lead : auditText.leadOf(shorten(about, MOST_SUBJECT)),
      ),
      ...(entries.length === 0
        ? [paragraph(auditText.nothing)]
        : entries.flatMap((entry, index) => entryBlocks(entry, index, row !== undefined))),
      note(auditText.page(page)),
      ...buttons(
        'pages',
        row === undefined
          ? turnButtons('audit', turned)
          : turnButtons('audit', turned, (turn) => joinParts(row, turn), '.row'),
      ),
    ],
  };
};
