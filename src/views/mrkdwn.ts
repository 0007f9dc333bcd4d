import type { PlainTextElement } from '@slack/types';
import { shorten } from '../domain/letters.ts';

/**
 * What people typed reaches Slack through here and nowhere else, so that none of it is read as a mention, a link or
 * formatting.
 */

/** Text that Slack shows letter by letter. Slack takes 1 to `most` characters. */
export const plain = (text: string, most = 3000): PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text === '' ? ' ' : text, most),
  emoji: false,
});

/** Text for a place that Slack parses (`text` of a message, mrkdwn): escaped once, after shortening. */
export const escaped = (text: string, most = 3000): string =>
  shorten(text, most).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Whom or what a message is to, as Slack shows it: a person or a channel. */
export const recipientMention = (id: string): string =>
  /^C[A-Z0-9]{2,}$/u.test(id) ? `<#${id}>` : personMention(id);

/** A person's name as Slack shows it; anything that is no Slack id is shown as it is. */
export const personMention = (id: string): string =>
  /^[UW][A-Z0-9]{2,}$/u.test(id) ? `<@${id}>` : escaped(id);
