import type { KnownBlock, ModalView } from '@slack/types';
import { lastDayOf, printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import {
  isNothingPast,
  PAST_KINDS,
  type PastHoldings,
  type RetentionContent,
} from '../domain/person/retention.ts';
import type { PastList } from '../services/person/list-past.ts';
import type { SlackMessage } from '../slack/message.ts';
import { RETENTION_BUTTON, RETENTION_LABEL, retentionText } from '../texts/retention.ts';
import { button, buttons, form, header, note, paragraph } from './blocks.ts';
import { checkboxField } from './select-fields.ts';

/** How many names are read out. */
const MOST_NAMES = 60;
const AGREED = 'agreed';

const OPEN_BUTTON = buttons('past', [button('past.open', RETENTION_BUTTON, 'open')]);

const bullets = (lines: readonly string[]): KnownBlock =>
  paragraph(lines.map((line) => `・${line}`).join('\n'));

const namesOf = ({ names }: PastHoldings): readonly KnownBlock[] => {
  if (names.length === 0) return [];
  const others = names.length - MOST_NAMES;
  const shown = [...names.slice(0, MOST_NAMES), ...(others > 0 ? [retentionText.others(others)] : [])];
  return [header(retentionText.people), paragraph(shown.join('、'))];
};

/** Why there is nothing to erase. */
const plainForm = (sentence: string): ModalView =>
  form(retentionText.title, 'past.none', null, [paragraph(sentence)]);

/** What is past 保存期間: whose, how much, what stays. Its button says what is done, and a box is ticked before. */
export const retentionForm = ({ years, limit, past }: PastList): ModalView => {
  if (limit === undefined || past === undefined) return plainForm(retentionText.kept);
  if (isNothingPast(past)) return plainForm(retentionText.nothing(years));
  const until = printDayWithWeekday(lastDayOf(limit.firstKept - 1));
  return form(
    retentionText.title,
    'past.erase',
    retentionText.erase,
    [
      paragraph(retentionText.lead(years, until)),
      header(retentionText.goes),
      bullets(
        PAST_KINDS.filter((kind) => past.counts[kind] > 0).map((kind) =>
          retentionText.counted(kind, past.counts[kind]),
        ),
      ),
      ...namesOf(past),
      header(retentionText.stays),
      bullets([...retentionText.staysLines, ...(past.kept > 0 ? [retentionText.inPrinted(past.kept)] : [])]),
      checkboxField({
        name: AGREED,
        label: RETENTION_LABEL.agreed,
        choices: [{ value: AGREED, text: retentionText.agree }],
      }),
      note(retentionText.note),
    ],
    { firstKept: limit.firstKept, people: past.counts.people },
  );
};

const toldBlocks = ({ years, limit, people }: RetentionContent): readonly KnownBlock[] => {
  if (limit === undefined) return [paragraph(retentionText.settled)];
  const year = limit.firstKept - 1;
  return [
    paragraph(retentionText.told(years, printFiscalYear(year), printDayWithWeekday(lastDayOf(year)))),
    paragraph(retentionText.toldPeople(people)),
    paragraph(retentionText.decide),
    ...OPEN_BUTTON,
  ];
};

/** To the secretariat, on 1 April: how much is past, without names; once it is gone it says so. */
export const retentionMessage = (content: RetentionContent): SlackMessage => ({
  text: retentionText.title,
  blocks: [header(retentionText.title), ...toldBlocks(content)],
});

/** In April, on the Home tab of the secretariat, while anything is past. */
export const retentionPart = (list: PastList | undefined): readonly KnownBlock[] =>
  list?.past === undefined || isNothingPast(list.past)
    ? []
    : [header(retentionText.title), paragraph(retentionText.home(list.years)), ...OPEN_BUTTON];
