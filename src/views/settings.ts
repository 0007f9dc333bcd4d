import type { ModalView } from '@slack/types';
import { printMonthDay } from '../domain/calendar/month-day.ts';
import { MOST_RETENTION_YEARS } from '../domain/person/retention.ts';
import {
  ARTICLE_BYLINES,
  closingDaysText,
  MOST_CLOSING_DAY_CHARACTERS,
  MOST_MONTH_DAY_CHARACTERS,
  MOST_SECRETARIAT,
  NEWSLETTER_NUMBERINGS,
  PUBLISHED_CHANGES,
  type Settings,
} from '../domain/settings.ts';
import { DONE_TITLE } from '../texts/form-word.ts';
import { PROGRAMME_BUTTON } from '../texts/programme.ts';
import { RETENTION_BUTTON } from '../texts/retention.ts';
import {
  BYLINE_WORD,
  NUMBERING_WORD,
  PUBLISHED_CHANGE_WORD,
  SETTINGS_BUTTON,
  SETTINGS_FORM,
  SETTINGS_HINT,
  SETTINGS_LABEL,
  settingsText,
} from '../texts/settings.ts';
import {
  button,
  buttons,
  channelField,
  divider,
  form,
  note,
  numberField,
  paragraph,
  peopleField,
  radioField,
  textField,
  timeField,
} from './blocks.ts';

/** What is registered in lists of its own, each with the button that opens it. */
const LISTS = [
  { actionId: 'body-list.open', words: SETTINGS_BUTTON.bodies },
  { actionId: 'body-member-list.open', words: SETTINGS_BUTTON.members },
  { actionId: 'programme-list.open', words: PROGRAMME_BUTTON.list },
  { actionId: 'department-list.open', words: SETTINGS_BUTTON.departments },
  { actionId: 'past.open', words: RETENTION_BUTTON },
] as const;

/** 設定 as it stands, and buttons to what is registered elsewhere. */
export const settingsForm = (settings: Settings): ModalView =>
  form(
    SETTINGS_FORM,
    'settings.save',
    '保存する',
    [
      textField({
        name: 'contact',
        label: SETTINGS_LABEL.contact,
        hint: SETTINGS_HINT.contact,
        // What stands in for it until then is no 問合せ先 anybody could ask.
        initial: settings.revision === 0 ? undefined : settings.contact,
        maxLength: 100,
      }),
      peopleField({
        name: 'secretariat',
        label: SETTINGS_LABEL.secretariat,
        hint: SETTINGS_HINT.secretariat,
        initial: settings.secretariat,
        most: MOST_SECRETARIAT,
      }),
      channelField({
        name: 'logChannel',
        label: SETTINGS_LABEL.logChannel,
        hint: SETTINGS_HINT.logChannel,
        initial: settings.logChannel,
        optional: true,
      }),
      textField({
        name: 'closingDays',
        label: SETTINGS_LABEL.closingDays,
        hint: SETTINGS_HINT.closingDays,
        initial: closingDaysText(settings.closingDays),
        maxLength: MOST_CLOSING_DAY_CHARACTERS,
        multiline: true,
        optional: true,
      }),
      radioField({
        name: 'newsletterNumbering',
        label: SETTINGS_LABEL.newsletterNumbering,
        choices: NEWSLETTER_NUMBERINGS.map((value) => ({ value, text: NUMBERING_WORD[value] })),
        initial: settings.newsletterNumbering,
      }),
      timeField({
        name: 'morningAt',
        label: SETTINGS_LABEL.morningAt,
        hint: SETTINGS_HINT.morningAt,
        initial: settings.morningAt,
        optional: true,
      }),
      textField({
        name: 'rosterReportUntil',
        label: SETTINGS_LABEL.rosterReportUntil,
        hint: SETTINGS_HINT.rosterReportUntil,
        initial: printMonthDay(settings.rosterReportUntil),
        maxLength: MOST_MONTH_DAY_CHARACTERS,
        optional: true,
      }),
      radioField({
        name: 'publishedChange',
        label: SETTINGS_LABEL.publishedChange,
        hint: SETTINGS_HINT.publishedChange,
        choices: PUBLISHED_CHANGES.map((value) => ({ value, text: PUBLISHED_CHANGE_WORD[value] })),
        initial: settings.publishedChange,
      }),
      radioField({
        name: 'articleByline',
        label: SETTINGS_LABEL.articleByline,
        hint: SETTINGS_HINT.articleByline,
        choices: ARTICLE_BYLINES.map((value) => ({ value, text: BYLINE_WORD[value] })),
        initial: settings.articleByline,
      }),
      numberField({
        name: 'retentionYears',
        label: SETTINGS_LABEL.retentionYears,
        hint: SETTINGS_HINT.retentionYears,
        initial: settings.retentionYears,
        min: 0,
        max: MOST_RETENTION_YEARS,
        optional: true,
      }),
      divider(),
      note(settingsText.more),
      ...buttons(
        'lists',
        LISTS.map(({ actionId, words }) => button(actionId, words, 'open')),
      ),
    ],
    { revision: settings.revision },
  );

/** What the form becomes once it is saved. */
export const settingsSaved = (): ModalView =>
  form(DONE_TITLE.saved, 'settings.saved', null, [paragraph(settingsText.saved)]);
