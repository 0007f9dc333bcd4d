import type { ModalView } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import type { OpenedEarlier } from '../../services/inquiry/open-earlier.ts';
import { INQUIRY_FORM, INQUIRY_HINT, INQUIRY_LABEL, inquiryText } from '../../texts/inquiry.ts';
import { form, note } from '../blocks.ts';
import { sentenceForm, sentenceMessage } from '../failure.ts';
import { checkboxField, longSelectChoice } from '../select-fields.ts';
import { aboutFields, askFields, goneLines } from './form.ts';
import { sendingField } from './sending.ts';

const nameOf = ({ fiscalYear, number, title }: Inquiry): string =>
  inquiryText.name(printFiscalYear(fiscalYear), number, title);

/** 前回から作成: from which one, of all that were sent. */
export const chooseEarlierForm = (earlier: readonly Inquiry[]): ModalView =>
  earlier.length === 0
    ? sentenceForm(sentenceMessage(inquiryText.noEarlier))
    : form(INQUIRY_FORM.earlier, 'inquiry-earlier', null, [
        longSelectChoice({
          name: 'inquiry-earlier',
          label: inquiryText.chooseEarlier,
          choices: earlier.map((inquiry) => ({ value: inquiry.id, text: nameOf(inquiry) })),
        }),
      ]);

/** 照会を作成, filled from an earlier inquiry. Its file comes along where the box stays ticked. */
export const inquiryFormFromEarlier = (opened: OpenedEarlier): ModalView => {
  const { inquiryId, earlier, facts, departments, gone } = opened;
  const { documentNumber, file } = earlier;
  const numberHint = documentNumber === '' ? undefined : INQUIRY_HINT.earlierNumber(documentNumber);
  return form(
    INQUIRY_FORM.create,
    'inquiry.save',
    '送信する',
    [
      note(inquiryText.madeFrom(nameOf(earlier))),
      ...goneLines(gone),
      ...aboutFields({ ...facts, file: null }, numberHint),
      ...(file === null
        ? []
        : [
            checkboxField({
              name: 'earlierFile',
              label: INQUIRY_LABEL.earlierFile,
              hint: INQUIRY_HINT.earlierFile,
              choices: [{ value: 'with', text: inquiryText.withEarlierFile(file.name) }],
              initial: ['with'],
              optional: true,
            }),
          ]),
      ...askFields(facts, { departments, dueOn: facts.dueOn }),
      sendingField('next-morning'),
    ],
    { inquiryId, revision: 0, earlierId: earlier.id },
  );
};
