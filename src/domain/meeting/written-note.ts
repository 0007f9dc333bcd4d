import type { Body } from '../body/body.ts';
import type { MeetingWay } from './meeting.ts';

/** 日付欄の注記 in an open form, and the body whose 書面開催の注記 was filled into it, if one was. */
export type NoteInForm = { readonly note: string; readonly filledFrom: string | null };

/**
 * 日付欄の注記 after 開催方法 or 会議体 was chosen: of a written meeting the 書面開催の注記 of its body, of any other what it was;
 * and what the person typed stays.
 */
export const noteAfter = (
  { note, filledFrom }: NoteInForm,
  chosen: { readonly way?: MeetingWay | undefined; readonly bodyId?: string | undefined },
  bodies: readonly Pick<Body, 'id' | 'writtenNote'>[],
): NoteInForm => {
  const writtenNoteOf = (wanted: string | null | undefined): string =>
    bodies.find(({ id }) => id === wanted)?.writtenNote ?? '';
  // Of another way the note may be wanted, too: it stands before the person, who takes it away.
  if (chosen.way !== 'written' || note !== writtenNoteOf(filledFrom)) return { note, filledFrom };
  const filled = writtenNoteOf(chosen.bodyId);
  return { note: filled, filledFrom: filled === '' ? null : (chosen.bodyId ?? null) };
};
