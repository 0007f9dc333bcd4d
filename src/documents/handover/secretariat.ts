import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { handoverPart, handoverText, secretariatFirst } from '../../texts/handover.ts';
import type { TextDocument } from '../writing/text-document.ts';
import { aheadParts } from './ahead.ts';
import { firstParts } from './first.ts';
import { lines } from './parts.ts';
import { sentParts } from './sent.ts';
import { chapterParts, type RunningNames, runningParts, setUpParts } from './set-up.ts';
import { underWayParts } from './under-way.ts';
import type { HandoverYear } from './years.ts';

/** What a successor of the secretariat needs, in the order of need; without a list of its headings, which would stand before what is first. `years` are those whose chapter 5 is not finished. */
export const secretariatDocument = (
  handover: SecretariatHandover,
  years: readonly HandoverYear[],
  names: RunningNames,
): TextDocument => {
  const title = handoverText.secretariat;
  const day = printDayWithWeekday(handover.today);
  return {
    title,
    running: handoverPart.running(title, day),
    parts: [
      lines(handoverPart.asOf(day), secretariatFirst.lead),
      ...firstParts(handover, years, names.logChannel),
      ...underWayParts(handover, years),
      ...aheadParts(handover),
      ...sentParts(handover),
      ...setUpParts(handover),
      ...chapterParts(years),
      ...runningParts(handover, names),
    ],
  };
};
