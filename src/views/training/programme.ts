import type { KnownBlock, ModalView } from '@slack/types';
import type { Programme } from '../../domain/training/programme.ts';
import type { OpenedProgramme } from '../../services/training/open-programme.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import {
  FOR_PROMOTERS_BOX,
  PROGRAMME_BUTTON,
  PROGRAMME_FORM,
  PROGRAMME_HINT,
  PROGRAMME_LABEL,
  programmeText,
} from '../../texts/programme.ts';
import { againButton } from '../again.ts';
import { button, buttons, form, header, note, paragraph, textField } from '../blocks.ts';
import { keepExamplesButton } from '../keep-examples.ts';
import { fiscalYearField, positionField } from '../named-fields.ts';
import { pageNote, rowsOfPage, turnButtons } from '../paging.ts';
import { checkboxField } from '../select-fields.ts';

/** The value of the one box of 協働推進員研修. */
const PROMOTERS = 'promoters';

/** 研修の種類を登録, empty; or 研修の種類を編集, filled with the programme. `year` is offered as printed. */
export const programmeForm = (year: string, opened?: OpenedProgramme): ModalView => {
  const programme = opened?.programme;
  return form(
    programme === undefined ? PROGRAMME_FORM.register : PROGRAMME_FORM.edit,
    'programme.register',
    programme === undefined ? '登録する' : SAVE_CHANGES,
    [
      textField({ name: 'name', label: PROGRAMME_LABEL.name, initial: programme?.name, maxLength: 75 }),
      fiscalYearField({
        label: PROGRAMME_LABEL.fiscalYear,
        hint: PROGRAMME_HINT.fiscalYear,
        initial: year,
      }),
      positionField({
        label: PROGRAMME_LABEL.position,
        hint: PROGRAMME_HINT.position,
        initial: programme?.position,
      }),
      checkboxField({
        name: 'forPromoters',
        label: PROGRAMME_LABEL.forPromoters,
        hint: PROGRAMME_HINT.forPromoters,
        choices: [{ value: PROMOTERS, text: FOR_PROMOTERS_BOX }],
        initial: programme?.forPromoters === true ? [PROMOTERS] : [],
        optional: true,
      }),
    ],
    opened === undefined ? {} : { programmeId: opened.programme.id, digest: opened.digest },
  );
};

/** What the form becomes once the programme is registered; of a new one with the way to the next. */
export const programmeRegistered = (name: string, year: string, isNew: boolean): ModalView =>
  form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'programme.registered', null, [
    paragraph(programmeText[isNew ? 'registered' : 'changed'](name, year)),
    ...(isNew ? againButton('programme.open') : []),
  ]);

/** Programmes a page, each with its button: below Slack's 50 blocks. */
const PROGRAMMES_A_PAGE = 30;

/** The programmes of a year with a button to change each; `page` from 1. */
export const programmeListMessage = (
  programmes: readonly Programme[],
  year: string,
  page: number,
): SlackMessage => {
  const here = rowsOfPage(programmes, page, PROGRAMMES_A_PAGE);
  const rows = here.rows.map(
    ({ id, name, example, forPromoters }): KnownBlock => ({
      ...paragraph(
        [
          `${name}${example ? ` 【${programmeText.example}】` : ''}`,
          ...(forPromoters ? [programmeText.forPromoters] : []),
        ].join('\n'),
      ),
      accessory: button('programme.change', PROGRAMME_BUTTON.change, id),
    }),
  );
  return {
    text: programmeText.listTitle,
    shown: { by: 'programme-list', of: String(here.shown) },
    blocks: [
      header(programmeText.listTitle),
      note(programmeText.listLead(year)),
      ...(programmes.some(({ example }) => example) ? [note(programmeText.examples)] : []),
      ...(rows.length === 0 ? [paragraph(programmeText.none)] : rows),
      ...pageNote(here),
      ...buttons('programmes', [
        button('programme.open', PROGRAMME_FORM.register, 'new', 'primary'),
        ...(programmes.some(({ example }) => example) ? [keepExamplesButton('programme')] : []),
        ...turnButtons('programme-list', here),
      ]),
    ],
  };
};
