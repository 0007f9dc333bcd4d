import type { ModalView } from '@slack/types';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { SCHEDULE_FORM, SCHEDULE_HINT, SCHEDULE_LABEL } from '../../texts/schedule-plan.ts';
import { form, textField } from '../blocks.ts';
import { fiscalYearField } from '../named-fields.ts';

/** 年間スケジュールを作成, of a year and from the one before it unless told. */
export const scheduleForm = (year: FiscalYear): ModalView =>
  form(SCHEDULE_FORM.make, 'schedule.make', SCHEDULE_FORM.toPlan, [
    fiscalYearField({
      label: SCHEDULE_LABEL.fiscalYear,
      hint: SCHEDULE_HINT.fiscalYear,
      initial: printFiscalYear(year),
    }),
    textField({
      name: 'baseYear',
      label: SCHEDULE_LABEL.baseYear,
      hint: SCHEDULE_HINT.baseYear,
      initial: printFiscalYear(year - 1),
      maxLength: 20,
    }),
  ]);
