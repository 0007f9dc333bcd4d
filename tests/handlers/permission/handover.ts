import { button, OF_RECORD, PROMOTERS, type Way } from './kinds.ts';

/** Ways in to 引継資料: one's own, of 福祉課, and of an appointment to it. */
export const HANDOVER: readonly Way[] = [
  button('handover.open', 'take-handover', PROMOTERS),
  button(
    'handover.again',
    'take-handover',
    OF_RECORD,
    ({ welfare, welfareSection }) => `2:section:${welfare}:${welfareSection}`,
  ),
  button('handover.see', 'none', ['promoter'], ({ appointment }) => appointment),
];
