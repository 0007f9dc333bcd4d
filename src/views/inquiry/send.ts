import type { KnownBlock, ModalView } from '@slack/types';
import type { DueText } from '../../domain/calendar/deadline.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import { placeOf } from '../../domain/department.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import type { AskedPlace } from '../../domain/inquiry/sending.ts';
import { shorten } from '../../domain/letters.ts';
import { type AskedQuestion, questionName } from '../../domain/opinion/question.ts';
import type { InquiryPreview } from '../../services/inquiry/preview.ts';
import type { SentInquiry } from '../../services/inquiry/send.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { INQUIRY_BUTTON, inquiryText } from '../../texts/inquiry.ts';
import { morningText } from '../../texts/morning.ts';
import { opinionAskText } from '../../texts/opinion-ask.ts';
import { button, buttons, divider, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { doneMessage, endForm } from '../failure.ts';
import { documentLines, dueLine } from '../morning/inquiry.ts';
import { escaped } from '../mrkdwn.ts';
import { audienceLines } from './audience.ts';
import { sendingConfirmation } from './sending.ts';

/** The characters of what is asked that the message shows, and the sections that the confirmation names. */
const MOST_CONTENT = 200;
const MOST_ELSEWHERE = 20;
const MOST_ASKED = 60;

/** The message as those read it who are asked, without its buttons. */
const previewBlocks = (
  inquiry: Inquiry,
  due: DueText,
  day: LocalDate,
  contact: string,
): readonly KnownBlock[] => [
  paragraph(
    [
      morningText.inquiry(inquiry.title, inquiry.requester),
      dueLine(due, day),
      inquiryText.previewSection,
      shorten(inquiry.content, MOST_CONTENT),
      ...documentLines(inquiry),
      inquiryText.previewButtons(inquiry.file !== null),
      morningText.contact(contact),
    ].join('\n'),
  ),
];

/** To whom it goes instead, where the section's own people can't be told. */
const elsewhereLine = ({ departments }: InquiryPreview, place: AskedPlace): string => {
  const found = placeOf(departments, place.sectionId);
  const [department, section] = [found?.department.name ?? '', found?.section.name ?? ''];
  const { relation, people, receivedBy } = place.responsible;
  const to = receivedBy === 'chiefs' ? inquiryText.toChief : inquiryText.toSecretariat;
  if (relation === 'vacant') return inquiryText.vacant(department, section, to);
  return inquiryText.unreachable(department, section, people.map(({ name }) => name).join('・'), to);
};

const elsewhereBlocks = (preview: InquiryPreview): readonly KnownBlock[] => {
  const elsewhere = preview.reach.asked.filter(({ responsible }) => responsible.relation !== 'own');
  if (elsewhere.length === 0) return [];
  const shown = elsewhere.slice(0, MOST_ELSEWHERE);
  return [
    paragraph(
      [
        inquiryText.elsewhereTitle,
        ...shown.map((place) => elsewhereLine(preview, place)),
        ...(elsewhere.length > shown.length ? [inquiryText.others(elsewhere.length - shown.length)] : []),
      ].join('\n'),
    ),
  ];
};

/** Of 調査・検討を依頼: about which 評価・意見 each section is asked. */
const questionBlocks = ({
  reach,
  departments,
  questions,
  opinions,
}: InquiryPreview): readonly KnownBlock[] => {
  if (questions.length === 0) return [];
  const nameOf = ({ opinionId, fiscalYear }: AskedQuestion): string => {
    const opinion = opinions.find(({ id }) => id === opinionId);
    return opinion === undefined ? '' : questionName({ opinion, fiscalYear });
  };
  const lines = reach.asked.map(({ sectionId }) => {
    const found = placeOf(departments, sectionId);
    return opinionAskText.ofSection(
      `${found?.department.name ?? ''} ${found?.section.name ?? ''}`,
      questions.filter((one) => one.sectionId === sectionId).map(nameOf),
    );
  });
  const more = lines.length - MOST_ASKED;
  return paragraphsOf([
    opinionAskText.questionsTitle,
    ...lines.slice(0, MOST_ASKED),
    ...(more > 0 ? [opinionAskText.others(more)] : []),
  ]);
};

const whenText = ({ sending, askedOn, morningAt }: InquiryPreview): string =>
  sending === 'now'
    ? inquiryText.whenNow
    : inquiryText.whenMorning(printDayWithWeekday(askedOn), morningAt.replace(/^0/u, ''));

/** 送信の確認 of an inquiry: how many, when, the message as it will look, and who can't be told by Slack. */
export const inquiryConfirmation = (preview: InquiryPreview): ModalView => {
  const { inquiry, departments, reach, due, askedOn, warnings, contact, sending } = preview;
  const receivers = reach.receivers.length + reach.away.length;
  return sendingConfirmation(
    'inquiry.send',
    [
      ...paragraphsOf([
        ...audienceLines(inquiry, departments),
        inquiryText.confirmCount(reach.count, receivers),
        inquiryText.confirmWhen(whenText(preview)),
        ...(inquiry.collectBy === null
          ? []
          : [inquiryText.collectBy(printDayWithWeekday(inquiry.collectBy))]),
        ...(reach.away.length === 0 ? [] : [inquiryText.away(reach.away.length)]),
        ...warnings.map(({ which, day, next }) =>
          inquiryText.warnDue(which, printDayWithWeekday(day), printDayWithWeekday(next)),
        ),
      ]),
      ...questionBlocks(preview),
      ...elsewhereBlocks(preview),
      divider(),
      header(inquiryText.previewTitle),
      ...previewBlocks(inquiry, due, askedOn, contact),
      ...buttons('trial', [button('inquiry.try', INQUIRY_BUTTON.trial, inquiry.id)]),
    ],
    { inquiryId: inquiry.id, revision: inquiry.revision, sending },
  );
};

/** 自分に試し送信. */
export const inquiryTrialMessage = ({
  inquiry,
  due,
  day,
  contact,
}: Extract<DeliveryContent, { readonly kind: 'inquiry-trial' }>): SlackMessage => ({
  text: escaped(inquiryText.trialTitle),
  blocks: [
    header(inquiryText.trialTitle),
    note(inquiryText.trialNote),
    ...previewBlocks(inquiry, due, day, contact),
  ],
});

/** After 送信する. */
export const inquirySent = ({ asked, askedOn }: SentInquiry, isNow: boolean): ModalView =>
  endForm(
    doneMessage(
      'sent',
      isNow ? inquiryText.sentNow(asked) : inquiryText.sent(asked, `${printDayWithWeekday(askedOn)}の朝に`),
    ),
  );
