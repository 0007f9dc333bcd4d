import type { WorkspaceRecord } from '../../db/database.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import { dueOnOf } from '../../domain/inquiry/inquiry.ts';
import type { DelegateAskedContent, ReturnedContent } from '../../domain/inquiry/message.ts';
import { responsibleFor } from '../../domain/inquiry/responsible.ts';
import { isStillWith } from '../../domain/inquiry/standing.ts';
import { earlierWord } from '../../domain/morning/earlier.ts';
import { splitParts } from '../../domain/parts.ts';
import { readInquiryLines } from '../morning/inquiry-lines.ts';
import { type LineSources, readLineReading } from '../morning/reading.ts';
import { readResponsibles } from './responsibles.ts';
import { readTargetInPlace } from './target-in-place.ts';

type Sources = LineSources & Pick<WorkspaceRecord, 'delegateRequests'>;

/** 回答の差戻し as it stands for the one who is told. */
export const readReturnedContent = async (
  record: Sources,
  { id, recipient, subject }: Pick<Delivery, 'id' | 'recipient' | 'subject'>,
  now: Date,
): Promise<ReturnedContent | undefined> => {
  const reading = await readLineReading(record, recipient, now);
  const [line] = await readInquiryLines(reading, 'inquiry', [subject]);
  if (line === undefined) return undefined;
  const [card] = await record.morningLines.of(id);
  const earlier = card === undefined || card.isNewest ? null : earlierWord(line, card.dueOn);
  const { today, settings } = reading;
  return { kind: 'inquiry-returned', day: today, line, earlier, contact: settings.contact };
};

/** 担当の変更の依頼 as it stands: who has it now. */
export const readDelegateAskedContent = async (
  record: Sources,
  { key, recipient }: Pick<Delivery, 'key' | 'recipient'>,
  now: Date,
): Promise<DelegateAskedContent | undefined> => {
  const [, id = ''] = splitParts(key);
  const request = await record.delegateRequests.find(id);
  const found = request && (await readTargetInPlace(record, request, false));
  if (request === undefined || found === undefined) return undefined;
  const { inquiry, target, place } = found;
  const today = todayInTokyo(now);
  const responsible = responsibleFor(
    target,
    await readResponsibles(record, today, {
      departmentIds: [place.departmentId],
      delegateIds: [target.delegateId],
      secretariat: [],
    }),
  );
  const { dueText, settings } = await readLineReading(record, recipient, now);
  return {
    kind: 'delegate-asked',
    day: today,
    found,
    request,
    isOpen: inquiry.state === 'open' && target.answer === null && isStillWith(request.by, responsible),
    names: responsible.people.map(({ name }) => name),
    due: dueText(dueOnOf(inquiry, target)),
    contact: settings.contact,
  };
};
