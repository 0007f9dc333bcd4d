import { z } from 'zod';
import { listOwnInquiries } from '../../services/inquiry/list-own.ts';
import { listOwedInquiries } from '../../services/morning/list-owed-inquiries.ts';
import { OWN_INQUIRIES_BUTTON } from '../../texts/inquiry-answer.ts';
import { owedInquiriesPart, ownInquiriesMessage } from '../../views/inquiry/own.ts';
import type { ButtonRequest, CommandRequest, Feature, HandlerDeps } from '../types.ts';

/** So many inquiries stand in what is owed. */
const MOST_OWED = 8;

/** My section's open inquiries: what `/kyodo-inquiry` alone answers to promoters. */
export const ownInquiries =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: Pick<CommandRequest, 'actor' | 'answer'>): Promise<void> =>
    answer(ownInquiriesMessage(await listOwnInquiries(deps, actor), 1));

/** Another page of the list, in the place of the one shown. */
const turnList =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace }: ButtonRequest): Promise<void> => {
    const page = z.coerce.number().int().min(1).parse(value);
    await replace(ownInquiriesMessage(await listOwnInquiries(deps, actor), page));
  };

/** What of inquiries is one's own. */
export const inquiryOwnFeature: Feature = {
  buttons: {
    'inquiry-own.open': ownInquiries,
    'inquiry-own.previous': turnList,
    'inquiry-own.next': turnList,
  },
  openers: [
    { actionId: 'inquiry-own.open', words: OWN_INQUIRIES_BUTTON, may: ({ posts }) => posts.length > 0 },
  ],
  home: [
    {
      place: 'owed',
      read: async (deps, actor) => owedInquiriesPart(await listOwedInquiries(deps, MOST_OWED, actor)),
    },
  ],
};
