import { z } from 'zod';
import { inquiryCsv } from '../../documents/csv/inquiry.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { mayReportSomeRoster } from '../../domain/roster/report.ts';
import { listInquiries, listPresentInquiries } from '../../services/inquiry/list.ts';
import { readInquiryStatus } from '../../services/inquiry/read-status.ts';
import { sendInquiryFile } from '../../services/inquiry/send-file.ts';
import { nameMentioned } from '../../services/name-mentioned.ts';
import { INQUIRY_BUTTON, INQUIRY_HELP, inquiryText, statusText } from '../../texts/inquiry.ts';
import { OWN_INQUIRIES_HELP } from '../../texts/inquiry-answer.ts';
import { doneMessage, sentenceForm, sentenceMessage } from '../../views/failure.ts';
import { inquiryHomePart, inquiryListMessage, inquiryStatusMessage } from '../../views/inquiry/status.ts';
import { sendOwnFile } from '../own-file.ts';
import type { Asked, ButtonRequest, CommandRequest, Feature, HandlerDeps } from '../types.ts';
import { ownInquiries } from './own.ts';
import { openInquiry } from './send.ts';

const InquiryId = z.uuid();

/** 状況 [番号]: the list, or one inquiry. */
const answerStatus =
  (deps: HandlerDeps) =>
  async ({ actor, words, answer, refuse }: Asked & Pick<CommandRequest, 'words'>): Promise<void> => {
    const list = await listInquiries(deps, actor);
    if (!list.ok) return refuse(list.error);
    const typed = words.join('');
    if (typed === '') return answer(inquiryListMessage(list.value));
    const id = list.value.listed.find(
      ({ inquiry }) => inquiry.fiscalYear === list.value.year && String(inquiry.number) === typed,
    )?.inquiry.id;
    if (id === undefined) return answer(sentenceMessage(inquiryText.unknownNumber(typed)));
    const status = await readInquiryStatus(deps, id, actor);
    await (status.ok ? answer(inquiryStatusMessage(status.value)) : refuse(status.error));
  };

/** 照会の状況, as a list. */
const openList =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> =>
    answerStatus(deps)({ ...request, words: [] });

/** 状況 of one inquiry: in a view of its own. */
const openStatus =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const status = await readInquiryStatus(deps, InquiryId.parse(value), actor);
    await (status.ok ? openForm(sentenceForm(inquiryStatusMessage(status.value))) : refuse(status.error));
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
        argument: '番号',
        audience: 'chiefs',
        does: INQUIRY_HELP.status,
        handle: answerStatus,
      },
    ],
  },
  buttons: {
    'inquiry-list.open': openList,
    'inquiry-status.open': openStatus,
    'inquiry.csv': sendCsv,
    'inquiry-file.send': sendFile,
  },
  redraws: { 'inquiry-list': openList, 'inquiry-status': openStatus },
  openers: [{ actionId: 'inquiry-list.open', words: INQUIRY_BUTTON.list, may: mayReportSomeRoster }],
  home: [
    {
      place: 'due',
      read: async (deps, actor) =>
        isSecretariat(actor) ? inquiryHomePart(await listPresentInquiries(deps, actor)) : [],
    },
  ],
};
