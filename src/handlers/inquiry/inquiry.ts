import { z } from 'zod';
import { inquiryCsv } from '../../documents/csv/inquiry.ts';
import { currentFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { mayReportSomeRoster } from '../../domain/roster/report.ts';
import { listInquiries, listPresentInquiries } from '../../services/inquiry/list.ts';
import { readInquiryStatus } from '../../services/inquiry/read-status.ts';
import { sendInquiryFile } from '../../services/inquiry/send-file.ts';
import { nameMentioned } from '../../services/name-mentioned.ts';
import { INQUIRY_BUTTON, INQUIRY_HELP, inquiryText, statusText } from '../../texts/inquiry.ts';
import { OWN_INQUIRIES_HELP } from '../../texts/inquiry-answer.ts';
import { doneMessage, problemMessage, sentenceForm, sentenceMessage } from '../../views/failure.ts';
import { inquiryHomePart, inquiryListMessage } from '../../views/inquiry/list.ts';
import { inquiryStatusMessage } from '../../views/inquiry/status.ts';
import { yearList } from '../fiscal-year.ts';
import { sendOwnFile } from '../own-file.ts';
import { readPageOf } from '../paging.ts';
import type { ButtonRequest, CommandRequest, Feature, HandlerDeps } from '../types.ts';
import { ownInquiries } from './own.ts';
import { openInquiry } from './send.ts';

const InquiryId = z.uuid();
/** Four digits are a year. */
const InquiryNumber = /^\d{1,3}$/u;

/** The inquiries of a year. */
const list = yearList(async (deps, wanted, page, actor) => {
  const listed = await listInquiries(deps, wanted, actor);
  if (!listed.ok) return { isFound: true, meant: undefined, message: problemMessage(listed.error) };
  return { ...listed.value.sought, message: inquiryListMessage(listed.value, page) };
});

/** 状況 [番号]: one inquiry of the present year; without a number the list, of a year and with what is looked for in it. */
const answerStatus =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> => {
    const { actor, words, answer, refuse } = request;
    const typed = words.join('');
    if (!InquiryNumber.test(typed)) return list.typed(deps)(request);
    const year = currentFiscalYear(todayInTokyo(deps.clock.now()));
    const listed = await listInquiries(deps, { of: year, words: '' }, actor);
    if (!listed.ok) return refuse(listed.error);
    const id = listed.value.listed.find(
      ({ inquiry }) => inquiry.fiscalYear === year && String(inquiry.number) === typed,
    )?.inquiry.id;
    if (id === undefined) return answer(sentenceMessage(inquiryText.unknownNumber(typed)));
    const status = await readInquiryStatus(deps, id, actor);
    await (status.ok ? answer(inquiryStatusMessage(status.value)) : refuse(status.error));
  };

/** 状況 of one inquiry: in a view of its own. */
const openStatus =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const status = await readInquiryStatus(deps, InquiryId.parse(value), actor);
    await (status.ok ? openForm(sentenceForm(inquiryStatusMessage(status.value))) : refuse(status.error));
  };

/** Another page of it, or the same anew, in place of the one shown. */
const turnStatus =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const { of: inquiryId, page } = readPageOf(InquiryId, value);
    const status = await readInquiryStatus(deps, inquiryId, actor);
    await (status.ok ? replace(inquiryStatusMessage(status.value, page)) : refuse(status.error));
  };

/** CSVを受け取る: the file comes into one's own messages with the bot. */
const sendCsv =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const { actor, value, refuse } = request;
    const status = await readInquiryStatus(deps, InquiryId.parse(value), actor);
    if (!status.ok) return refuse(status.error);
    const { title, fiscalYear, number } = status.value.inquiry;
    const by = status.value.answers.map((one) => one.by);
    const { people } = await nameMentioned(deps, { people: [...new Set(by)], channels: [] }, actor);
    const file = { name: `inquiry-${fiscalYear}-${number}.csv`, bytes: inquiryCsv(status.value, people) };
    await sendOwnFile(deps, request, file, { beside: statusText.csvWords(title), sent: statusText.csvSent });
  };

/** 様式・資料を受け取る. */
const sendFile =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const sent = await sendInquiryFile(deps, InquiryId.parse(value), statusText.fileWords, actor);
    await (sent.ok ? answer(doneMessage('sent', statusText.fileSent(sent.value))) : refuse(sent.error));
  };

/** Alone: for the secretariat as 状況, for promoters what is asked of their section. */
const answerAlone =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> =>
    isSecretariat(request.actor) ? answerStatus(deps)(request) : ownInquiries.open(deps)(request);

/** Inquiries, as the secretariat and 主任 follow them. */
export const inquiryFeature: Feature = {
  noun: 'inquiry',
  commands: {
    '/kyodo-inquiry': [
      { words: [], audience: 'promoters', does: OWN_INQUIRIES_HELP.own, handle: answerAlone },
      { words: ['作成', 'new'], audience: 'secretariat', does: INQUIRY_HELP.create, handle: openInquiry },
      {
        words: ['状況', 'status'],
        argument: INQUIRY_HELP.statusArgument,
        audience: 'chiefs',
        does: INQUIRY_HELP.status,
        handle: answerStatus,
      },
    ],
  },
  buttons: {
    'inquiry-list.open': list.open,
    'inquiry-list.previous': list.turn,
    'inquiry-list.next': list.turn,
    'inquiry-list.previous-year': list.turn,
    'inquiry-list.next-year': list.turn,
    'inquiry-status.open': openStatus,
    'inquiry-status.previous': turnStatus,
    'inquiry-status.next': turnStatus,
    'inquiry.csv': sendCsv,
    'inquiry-file.send': sendFile,
  },
  redraws: { 'inquiry-list': list.turn, 'inquiry-status': turnStatus },
  openers: [{ actionId: 'inquiry-list.open', words: INQUIRY_BUTTON.list, may: mayReportSomeRoster }],
  home: [
    {
      place: 'due',
      read: async (deps, actor) =>
        isSecretariat(actor) ? inquiryHomePart(await listPresentInquiries(deps, actor)) : [],
    },
  ],
};
