import type { KnownBlock, ModalView } from '@slack/types';
import { BODY_KINDS, BODY_SECTIONS, type Body, RECORDABLE_BY } from '../../domain/body/body.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { OpenedBody } from '../../services/body/open.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  BODY_FORM,
  BODY_HINT,
  BODY_KIND_WORD,
  BODY_LABEL,
  BODY_SECTION_WORD,
  bodyText,
  RECORDABLE_BY_WORD,
} from '../../texts/body.ts';
import { DONE_TITLE, SAVE_CHANGES } from '../../texts/form-word.ts';
import { againButton } from '../again.ts';
import {
  button,
  buttons,
  channelField,
  form,
  header,
  note,
  paragraph,
  radioField,
  textField,
} from '../blocks.ts';
import { keepExamplesButton } from '../keep-examples.ts';
import { rowActs } from '../more-menu.ts';
import { fiscalYearField, positionField } from '../named-fields.ts';
import { pageNote, rowsOfPage, turnButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';

/** 会議体を登録, empty; or 会議体を編集, filled with the body. `year` is offered as printed. */
export const bodyForm = (year: string, opened?: OpenedBody): ModalView => {
  const body = opened?.body;
  const text = { maxLength: 3000, multiline: true, optional: true } as const;
  return form(
    body === undefined ? BODY_FORM.register : BODY_FORM.edit,
    'body.register',
    body === undefined ? '登録する' : SAVE_CHANGES,
    [
      textField({ name: 'name', label: BODY_LABEL.name, initial: body?.name, maxLength: 75 }),
      textField({
        name: 'shortName',
        label: BODY_LABEL.shortName,
        initial: body?.shortName,
        maxLength: 30,
        optional: true,
      }),
      fiscalYearField({
        label: BODY_LABEL.fiscalYear,
        hint: BODY_HINT.fiscalYear,
        initial: year,
      }),
      radioField({
        name: 'kind',
        label: BODY_LABEL.kind,
        choices: BODY_KINDS.map((kind) => ({ value: kind, text: BODY_KIND_WORD[kind] })),
        initial: body?.kind ?? 'meeting',
      }),
      radioField({
        name: 'section',
        label: BODY_LABEL.section,
        choices: BODY_SECTIONS.map((section) => ({ value: section, text: BODY_SECTION_WORD[section] })),
        initial: body?.section ?? 'meetings',
      }),
      textField({
        ...text,
        name: 'composition',
        label: BODY_LABEL.composition,
        hint: BODY_HINT.composition,
        initial: body?.composition,
      }),
      textField({ ...text, name: 'role', label: BODY_LABEL.role, initial: body?.role }),
      positionField({
        label: BODY_LABEL.position,
        hint: BODY_HINT.position,
        initial: body?.position,
      }),
      radioField({
        name: 'recordableBy',
        label: BODY_LABEL.recordableBy,
        choices: RECORDABLE_BY.map((who) => ({ value: who, text: RECORDABLE_BY_WORD[who] })),
        initial: body?.recordableBy ?? 'secretariat',
      }),
      textField({
        name: 'writtenNote',
        label: BODY_LABEL.writtenNote,
        hint: BODY_HINT.writtenNote,
        initial: body?.writtenNote,
        maxLength: 100,
        optional: true,
      }),
      channelField({
        name: 'notifyChannel',
        label: BODY_LABEL.notifyChannel,
        hint: BODY_HINT.notifyChannel,
        initial: body?.notifyChannel ?? null,
        optional: true,
      }),
    ],
    opened === undefined ? {} : { bodyId: opened.body.id, digest: opened.digest },
  );
};

/** What the form becomes once the body is registered; of a new one with the way to the next. */
export const bodyRegistered = (name: string, year: string, isNew: boolean): ModalView =>
  form(isNew ? DONE_TITLE.registered : DONE_TITLE.changed, 'body.registered', null, [
    paragraph(bodyText[isNew ? 'registered' : 'changed'](name, year)),
    ...(isNew ? againButton('body.open') : []),
  ]);

/** Bodies a page: with the menu of each they stay below what Slack takes as one message. */
export const BODIES_A_PAGE = 12;

/** The bodies of a year, each with what may be done to it; `page` from 1. */
export const bodyListMessage = (bodies: readonly Body[], year: string, page: number): SlackMessage => {
  const here = rowsOfPage(bodies, page, BODIES_A_PAGE);
  const rows = here.rows.flatMap((body): readonly KnownBlock[] => [
    paragraph(
      [
        `${body.name}${body.example ? ` 【${bodyText.example}】` : ''}`,
        `${BODY_KIND_WORD[body.kind]}・${BODY_SECTION_WORD[body.section]}`,
      ].join('\n'),
    ),
    ...buttons(
      joinParts('body', body.id),
      rowActs(
        [button('body.change', bodyText.change, body.id)],
        [
          ...(body.kind === 'meeting' ? [button('body-rules.open', bodyText.rules, body.id)] : []),
          recordChangesButton(subjectOf('body', body.id)),
        ],
      ),
    ),
  ]);
  return {
    text: bodyText.listTitle,
    shown: { by: 'body-list', of: String(here.shown) },
    blocks: [
      header(bodyText.listTitle),
      note(bodyText.listLead(year)),
      ...(bodies.some(({ example }) => example) ? [note(bodyText.examples)] : []),
      ...rows,
      ...pageNote(here),
      ...buttons('bodies', [
        button('body.open', BODY_FORM.register, 'new', 'primary'),
        ...(bodies.some(({ example }) => example) ? [keepExamplesButton('body')] : []),
        ...turnButtons('body-list', here),
      ]),
    ],
  };
};
