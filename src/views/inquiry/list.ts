import type { Button, KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { InquiryList, ListedInquiry } from '../../services/inquiry/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { INQUIRY_BUTTON, INQUIRY_STATE_WORD, inquiryText, statusText } from '../../texts/inquiry.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { rowActs } from '../more-menu.ts';
import { pageNote, rowsOfPage, wantedPage, yearListButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { soughtPart } from '../sought.ts';
import { nameOf, numbersOf } from './numbers.ts';

/** Rows a page: with the menu of each they stay below what Slack takes as one message. */
export const INQUIRIES_A_PAGE = 10;

/** What the secretariat does with one that was sent, and less often than to look how it stands. */
const rarerActs = ({ id, state }: Inquiry): readonly Button[] => [
  button('inquiry.csv', INQUIRY_BUTTON.csv, id),
  ...(state === 'cancelled' ? [] : [button('inquiry.amend', INQUIRY_BUTTON.amend, id)]),
  button('inquiry-earlier.use', INQUIRY_BUTTON.earlier, id),
  recordChangesButton(subjectOf('inquiry', id)),
];

const draftActs = ({ id }: Inquiry): readonly Button[] => [
  button('inquiry.remove', INQUIRY_BUTTON.remove, id),
  recordChangesButton(subjectOf('inquiry', id)),
];

const listedBlocks = ({ inquiry, tally }: ListedInquiry, mayManage: boolean): readonly KnownBlock[] => {
  const { id, state, dueOn } = inquiry;
  const isDraft = state === 'draft';
  const most = [
    button('inquiry-status.open', INQUIRY_BUTTON.status, id),
    ...(isDraft ? [button('inquiry.continue', INQUIRY_BUTTON.continue, id)] : []),
  ];
  const rarer = isDraft ? draftActs(inquiry) : rarerActs(inquiry);
  return [
    paragraph(
      [
        nameOf(inquiry),
        statusText.facts(INQUIRY_STATE_WORD[state], printDayWithWeekday(dueOn)),
        ...(tally.asked === 0 ? [] : [numbersOf(inquiry, tally)]),
      ].join('\n'),
    ),
    ...buttons(joinParts('inquiry', id), rowActs(most, mayManage ? rarer : [])),
  ];
};

/** The year's inquiries, the newest first; `page` counted from 1, a page past the end shows the last one. */
export const inquiryListMessage = (list: InquiryList, page: number): SlackMessage => {
  const { year, sought, listed, mayManage } = list;
  const title = inquiryText.listTitle(printFiscalYear(year));
  const here = rowsOfPage(listed, page, INQUIRIES_A_PAGE);
  return {
    text: title,
    shown: { by: 'inquiry-list', of: wantedPage(year, sought, here.shown) },
    blocks: [
      header(title),
      ...soughtPart(sought),
      ...(mayManage
        ? buttons('create', [
            button('inquiry.open', INQUIRY_BUTTON.create, 'new', 'primary'),
            button('inquiry-earlier.open', INQUIRY_BUTTON.earlier, 'new'),
          ])
        : []),
      ...(listed.length === 0 && sought.words === '' ? [paragraph(inquiryText.noInquiries)] : []),
      ...here.rows.flatMap((row) => listedBlocks(row, mayManage)),
      ...pageNote(here),
      ...yearListButtons('inquiry-list', here, list),
    ],
  };
};

/** The Home tab shows at most this many of each. */
const MOST_ON_HOME = 5;

/** The secretariat's part of the Home tab: how open inquiries stand, the next deadline first, and the drafts. */
export const inquiryHomePart = ({
  listed,
  mayManage,
}: Pick<InquiryList, 'listed' | 'mayManage'>): readonly KnownBlock[] => {
  if (!mayManage) return [];
  const open = listed
    .filter(({ inquiry }) => inquiry.state === 'open')
    .toSorted((one, other) => (one.inquiry.dueOn < other.inquiry.dueOn ? -1 : 1));
  const drafts = listed.filter(({ inquiry }) => inquiry.state === 'draft').slice(0, MOST_ON_HOME);
  return [
    ...(open.length === 0 ? [] : [header(inquiryText.homeTitle)]),
    ...open.slice(0, MOST_ON_HOME).map(
      ({ inquiry, tally }): KnownBlock => ({
        ...paragraph(
          inquiryText.homeLine(
            nameOf(inquiry),
            printDayWithWeekday(inquiry.dueOn),
            tally.answered,
            tally.asked,
          ),
        ),
        accessory: button('inquiry-status.open', INQUIRY_BUTTON.status, inquiry.id),
      }),
    ),
    ...(open.length > MOST_ON_HOME ? [note(inquiryText.others(open.length - MOST_ON_HOME))] : []),
    ...(drafts.length === 0 ? [] : [header(inquiryText.draftsTitle)]),
    ...drafts.flatMap(({ inquiry }, index) => [
      paragraph(inquiryText.draftLine(inquiry.title, printMoment(inquiry.createdAt))),
      ...buttons(`draft-${index + 1}`, [
        button('inquiry.continue', INQUIRY_BUTTON.continue, inquiry.id),
        button('inquiry.remove', INQUIRY_BUTTON.remove, inquiry.id),
      ]),
    ]),
  ];
};
