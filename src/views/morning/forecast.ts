import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Foretold } from '../../domain/morning/forecast.ts';
import { forecastText } from '../../texts/forecast.ts';
import { header, note, paragraph } from '../blocks.ts';

/** The Home tab names at most this many days. */
const MOST_DAYS = 10;

/** 今後30日間の送信予定, by day; no block where nothing is foretold. */
export const forecastPart = (foretold: readonly Pick<Foretold, 'day'>[]): readonly KnownBlock[] => {
  if (foretold.length === 0) return [];
  const days = [...groupBy(foretold, ({ day }) => day)];
  const rest = days.slice(MOST_DAYS);
  return [
    header(forecastText.homeTitle),
    paragraph(
      [
        ...days
          .slice(0, MOST_DAYS)
          .map(([day, messages]) => forecastText.homeDay(printDayWithWeekday(day), messages.length)),
        ...(rest.length === 0
          ? []
          : [
              forecastText.more(
                rest.length,
                rest.reduce((sum, [, messages]) => sum + messages.length, 0),
              ),
            ]),
      ].join('\n'),
    ),
    note(forecastText.homeNote),
  ];
};
