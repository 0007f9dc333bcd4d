import { type Answer, type Pressed, post } from './api.ts';

/** A message or a command typed in a channel, e.g. `/kyodo-meeting 一覧`. */
export const sendCommand = (person: string, channel: string, text: string): Promise<Answer> =>
  post('/sandbox/command', { person, channel, text });

/** Which message is meant. */
export type MessagePlace = { readonly channel: string; readonly ts: string };

/** A reply in the thread of a message. */
export const sendReply = (person: string, { channel, ts }: MessagePlace, text: string): Promise<Answer> =>
  post('/sandbox/command', { person, channel, text, threadTs: ts });

/** Adds a reaction to a message, or takes it back, by the name of the emoji. */
export const react = (person: string, place: MessagePlace, name: string, on: boolean): Promise<Answer> =>
  post('/sandbox/react', { person, ...place, name, on });

/** The person has looked at a channel up to the message `ts`. */
export const markRead = (person: string, place: MessagePlace): Promise<Answer> =>
  post('/sandbox/read', { person, ...place });

/** A button or another element of a message. */
export const pressInMessage = (person: string, place: MessagePlace, pressed: Pressed): Promise<Answer> =>
  post('/sandbox/press', { person, ...place, ...pressed });

/** A shortcut on a message, e.g. 協DOの記事にする. */
export const runMessageShortcut = (
  person: string,
  callbackId: string,
  place: MessagePlace,
): Promise<Answer> => post('/sandbox/message-shortcut', { person, callbackId, ...place });
