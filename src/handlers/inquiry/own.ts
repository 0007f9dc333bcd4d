import { listOwnInquiries } from '../../services/inquiry/list-own.ts';
import { OWN_INQUIRIES_BUTTON } from '../../texts/inquiry-answer.ts';
import { ownInquiriesMessage } from '../../views/inquiry/own.ts';
import { paged } from '../paging.ts';
import type { Feature } from '../types.ts';

/** My section's open inquiries: what `/kyodo-inquiry` alone answers to promoters. */
export const ownInquiries = paged(async (deps, { actor, answer }, page) =>
  answer(ownInquiriesMessage(await listOwnInquiries(deps, actor), page)),
);

/** What of inquiries is one's own. */
export const inquiryOwnFeature: Feature = {
  noun: 'inquiry',
  buttons: {
    'inquiry-own.open': ownInquiries.open,
    'inquiry-own.previous': ownInquiries.turn,
    'inquiry-own.next': ownInquiries.turn,
  },
  redraws: { 'inquiry-own': ownInquiries.turn },
  openers: [
    { actionId: 'inquiry-own.open', words: OWN_INQUIRIES_BUTTON, may: ({ posts }) => posts.length > 0 },
  ],
};
