import { z } from 'zod';
import { minutesDocument } from '../../documents/minutes/document.ts';
import { minutesOf } from '../../documents/minutes/model.ts';
import { writeDocx } from '../../documents/writing/docx/write.ts';
import { mayConfirmMinutes } from '../../domain/permission.ts';
import { confirmMinutes } from '../../services/meeting/confirm-minutes.ts';
import { readMinutes } from '../../services/meeting/read-minutes.ts';
import { nameMentioned } from '../../services/name-mentioned.ts';
import { minutesSaid } from '../../texts/minutes.ts';
import { minutesConfirmedMessage, minutesSentMessage } from '../../views/meeting/minutes.ts';
import type { ButtonRequest, Feature, Handler } from '../types.ts';

const MeetingId = z.uuid();

/**
 * 会議録: the file comes into one's own messages with the bot. That it is there is an answer of its own, or stands in place of the one
 * whose button was pressed, so that no earlier answer offers what was done since.
 */
const sendMinutes =
  (said: 'answer' | 'replace'): Handler<ButtonRequest> =>
  (deps) =>
  async (request) => {
    const { actor, value, refuse } = request;
    const read = await readMinutes(deps, MeetingId.parse(value), actor);
    if (!read.ok) return refuse(read.error);
    const { meeting } = read.value;
    const { people } = await nameMentioned(deps, { people: meeting.contents.attendees, channels: [] }, actor);
    const minutes = minutesOf(read.value, people);
    const { title, bodyName, fileName, when } = minutes;
    const file = { name: fileName, bytes: await writeDocx(minutesDocument(minutes)) };
    const sent = await deps.uploads.send(actor.id, file, minutesSaid.beside(title, bodyName, when));
    await (sent.ok
      ? request[said](minutesSentMessage(meeting, title, mayConfirmMinutes(actor)))
      : refuse(sent.error));
  };

/** 委員長確認済にする (`confirmed`), or 取り消す of it: said in place of the answer that offered it. */
const pressConfirm =
  (confirmed: boolean): Handler<ButtonRequest> =>
  (deps) =>
  async ({ actor, value, replace, refuse }) => {
    const done = await confirmMinutes(deps, MeetingId.parse(value), confirmed, actor);
    await (done.ok ? replace(minutesConfirmedMessage(done.value)) : refuse(done.error));
  };

/** 会議録 of meetings that were held. */
export const minutesFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'meeting.minutes': sendMinutes('answer'),
    'meeting.minutes.again': sendMinutes('replace'),
    'meeting.minutes.confirm': pressConfirm(true),
    'meeting.minutes.take-back': pressConfirm(false),
  },
};
