import type { ModalView } from '@slack/types';
import { MOST_CHANNELS, type MonthlyDay } from '../../domain/newsletter/newsletter.ts';
import { ISSUE_FORM, ISSUE_HINT, MONTHLY_LABEL, SHIFT_WORD } from '../../texts/newsletter.ts';
import { channelsField, form, numberField, radioField, timeField } from '../blocks.ts';

/** 毎月の発行日. */
export const monthlyDayForm = (monthly: MonthlyDay | undefined): ModalView =>
  form(
    ISSUE_FORM.monthly,
    'monthly-day.save',
    '保存する',
    [
      numberField({
        name: 'day',
        label: MONTHLY_LABEL.day,
        hint: ISSUE_HINT.monthlyDay,
        initial: monthly?.day,
        min: 1,
        max: 31,
        optional: true,
      }),
      timeField({ name: 'time', label: MONTHLY_LABEL.time, initial: monthly?.time ?? '09:00' }),
      radioField({
        name: 'shift',
        label: MONTHLY_LABEL.shift,
        choices: [
          { value: 'yes', text: SHIFT_WORD.yes },
          { value: 'no', text: SHIFT_WORD.no },
        ],
        initial: monthly === undefined || monthly.shift ? 'yes' : 'no',
      }),
      channelsField({
        name: 'channels',
        label: MONTHLY_LABEL.channels,
        hint: ISSUE_HINT.channels,
        initial: monthly?.channels ?? [],
        most: MOST_CHANNELS,
        optional: true,
      }),
    ],
    { opened: monthly ?? null },
  );
