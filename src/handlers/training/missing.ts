import { z } from 'zod';
import { missingCsv } from '../../documents/csv/attendance.ts';
import { AskAgainDraft } from '../../domain/delivery/ask-again.ts';
import { firstDayOfRecord } from '../../domain/occasion/date.ts';
import { askToWatchAgain } from '../../services/attendance/ask-again.ts';
import { listMissing } from '../../services/attendance/list-missing.ts';
import { openAskToWatchAgain } from '../../services/attendance/open-ask-again.ts';
import { attendanceText } from '../../texts/attendance.ts';
import { sentenceForm } from '../../views/failure.ts';
import {
  askedToWatchAgainView,
  askToWatchAgainForm,
  missingListMessage,
} from '../../views/training/missing.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { sendOwnFile } from '../own-file.ts';
import { readPageOf } from '../paging.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const SessionId = z.uuid();

/** 未受講者 of a session. */
const openMissing =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const list = await listMissing(deps, SessionId.parse(value), actor);
    await (list.ok ? openForm(sentenceForm(missingListMessage(list.value, 1))) : refuse(list.error));
  };

/** Another page of the list, in place of the one shown. */
const turnMissing =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { of: id, page } = readPageOf(SessionId, value);
    const list = await listMissing(deps, id, actor);
    await (list.ok ? replace(missingListMessage(list.value, page)) : refuse(list.error));
  };

/** 未受講者をCSVで受け取る: the file comes into one's own messages with the bot. */
const sendMissingCsv =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const list = await listMissing(deps, SessionId.parse(request.value), request.actor);
    if (!list.ok) return request.refuse(list.error);
    const { name, session } = list.value;
    const file = {
      name: attendanceText.missingCsvName(firstDayOfRecord(session.date)),
      bytes: missingCsv(list.value),
    };
    const words = { beside: attendanceText.missingCsvWords(name), sent: attendanceText.missingCsvSent };
    await sendOwnFile(deps, request, file, words);
  };

/** もう一度お願いする, while it is asked whether a video was watched. */
const openAgain =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const asking = await openAskToWatchAgain(deps, SessionId.parse(value), actor);
    await (asking.ok ? openForm(askToWatchAgainForm(asking.value)) : refuse(asking.error));
  };

const Carried = z.object({ sessionId: z.uuid() });

/** もう一度お願いする was submitted. */
const submitAgain = filled(AskAgainDraft, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { sessionId } = readJson(Carried, metadata);
  const asked = await askToWatchAgain(deps, sessionId, { key, draft }, actor);
  await (asked.ok ? show(askedToWatchAgainView(asked.value)) : refuse(asked.error));
});

/** 未受講者: who of the 対象者 has not attended, as a list and a file, and asked once more while that can be done. */
export const missingFeature: Feature = {
  noun: 'training',
  buttons: {
    'attendance-missing.open': openMissing,
    'attendance-missing.previous': turnMissing,
    'attendance-missing.next': turnMissing,
    'attendance-missing.csv': sendMissingCsv,
    'attendance.again': openAgain,
  },
  forms: { 'attendance.again': submitAgain },
  redraws: { 'attendance-missing': turnMissing },
};
