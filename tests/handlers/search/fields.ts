import type { Seen } from './people.ts';

/** What is planted in a record of all kinds, a word of its own in every field that is typed, and who sees it. */

/** The word of a field; what everything planted has in common is 秘話. */
export const wordOf = (field: string): string => `秘話${field}端`;
export const COMMON = '秘話';

const ALL = { act: 'take-part' } as const;
const OF_ROSTER = { act: 'manage' } as const;
const WRITTEN = { act: 'manage-written-meeting' } as const;
const ISSUES = { act: 'manage-newsletter' } as const;
const INQUIRIES = { act: 'manage-inquiry' } as const;
const OPINIONS = { act: 'manage-opinions' } as const;
const WELFARE = { act: 'answer-inquiry', section: '福祉課', department: '福祉部' } as const;
const GREEN = {
  act: 'answer-inquiry',
  section: '公園みどり課',
  department: '環境部',
  owner: 'delegate',
} as const;

/** Who sees the word of each field, by the table of permissions. */
export const FIELDS: Readonly<Record<string, Seen>> = {
  // A meeting of 本部会議 that the secretariat recorded.
  'm-item': ALL,
  'm-place': ALL,
  'm-note': ALL,
  'm-decision': { act: 'see-contents', owner: 'secretariat', body: '本部会議' },
  'm-document': 'never',
  'm-attendee': 'never',
  'm-absent': 'never',
  'm-time': 'never',
  'm-action': 'never',
  // One of another body, 未確認, which the 推進員 of 福祉課 recorded.
  'p-item': ALL,
  'p-decision': {
    act: 'see-contents',
    owner: 'promoter',
    body: '成案化検討会議',
    section: '福祉課',
    department: '福祉部',
  },
  // 取消し, and 予定.
  'c-item': 'never',
  'c-decision': 'never',
  'c-reason': 'never',
  'd-item': ALL,
  // 書面開催: asked, amended, a draft, to be asked tomorrow, 中止, and one whose result is told tomorrow.
  'w-item': ALL,
  'w-old': 'never',
  'w-invitation': 'never',
  'w-opinion': 'never',
  'w-draft': WRITTEN,
  'w-later': WRITTEN,
  'w-cancelled': 'never',
  'e-item': ALL,
  'e-decision': WRITTEN,
  'e-notice': 'never',
  // 研修: held, 未確認, 取消し.
  't-name': ALL,
  't-place': ALL,
  't-lecturer': ALL,
  't-content': ALL,
  't-link': 'never',
  't-note': 'never',
  'u-name': ALL,
  'v-name': 'never',
  'g-programme': ALL,
  // 記事: out; of the 推進員 and not out; of a message whose author was not asked yet; withdrawn.
  'a-title': ALL,
  'a-body': ALL,
  'a-photo': ALL,
  'a-old': 'never',
  'a-proposal': 'never',
  'n-title': { act: 'change-article', owner: 'promoter' },
  'n-body': { act: 'change-article', owner: 'promoter' },
  // Its author has not agreed: the secretariat is not shown it either, only who entered it.
  'o-title': { act: 'confirm-guide', owner: 'staff' },
  'x-title': 'never',
  // 号: out, a draft, 発行取りやめ.
  'i-greeting': ALL,
  'i-part': ALL,
  'j-greeting': ISSUES,
  'k-greeting': 'never',
  // 照会: of 福祉課; of 公園みどり課 with one named for it; a draft, to be asked tomorrow, 取りやめ.
  'q-title': WELFARE,
  'q-content': WELFARE,
  'q-requester': WELFARE,
  'q-number': WELFARE,
  'q-answer': 'never',
  'q-returned': 'never',
  'r-title': GREEN,
  's-draft': INQUIRIES,
  's-later': INQUIRIES,
  's-cancelled': INQUIRIES,
  's-reason': 'never',
  // 評価・意見: 公表済, of which a later year is not; not 公表済; 取消し.
  'l-item': ALL,
  'l-words': ALL,
  'l-told': ALL,
  'l-later': OPINIONS,
  'h-words': OPINIONS,
  'h-considered': OPINIONS,
  'z-words': 'never',
  // 会議体 and 協働推進員.
  'b-name': ALL,
  'b-composition': OF_ROSTER,
  'b-role': OF_ROSTER,
  'y-promoter': ALL,
  'y-coming': 'never',
  'y-unconfirmed': 'never',
  'y-former': 'never',
  'y-member': 'never',
  // What is nowhere searched.
  'f-not-held': 'never',
  'f-chapter': 'never',
  'f-contact': 'never',
};
