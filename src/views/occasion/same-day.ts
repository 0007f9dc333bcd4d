import type { ModalView } from '@slack/types';
import { cut } from '../../domain/letters.ts';
import { fittingLines } from '../../domain/meeting/print.ts';
import type { OccasionName } from '../../domain/occasion/record.ts';
import type { SameDayRecord } from '../../domain/occasion/same-day.ts';
import { SAME_DAY, STANDING_MARK } from '../../texts/occasion.ts';
import { form, note, paragraph } from '../blocks.ts';

/** Records, and the characters of one's 案件, that the question shows. */
const MOST_SHOWN = 5;
const MOST_AGENDA = 500;

const shown = ({ name, printed, agenda, standing }: SameDayRecord) =>
  paragraph(
    [`${STANDING_MARK[standing]}${cut(name, 75)} ${printed}`, ...fittingLines(agenda, MOST_AGENDA)].join(
      '\n',
    ),
  );

/**
 * 同じ日の記録があります: the records that stand, on top of the form, which keeps what was typed. `metadata` names that form, and
 * what it changes.
 */
export const sameDayForm = (
  kind: OccasionName['kind'],
  callbackId: string,
  same: readonly SameDayRecord[],
  metadata: unknown,
): ModalView =>
  form(
    SAME_DAY.title,
    callbackId,
    SAME_DAY.submit,
    [paragraph(SAME_DAY[kind]), ...same.slice(-MOST_SHOWN).map(shown), note(SAME_DAY.hint)],
    metadata,
  );
