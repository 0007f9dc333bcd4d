import { type Kind, PERMISSIONS, type Reach } from '../../../src/domain/permission.ts';
import { GUEST, SECRETARY, STAFF, STRANGER } from '../../support/practice.ts';

/** Everybody who may look for something, and what the table gives them; told here, and not asked of the code. */

type Known = {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly departments?: readonly string[];
  readonly sections?: readonly string[];
  readonly bodies?: readonly string[];
  /** None of the staff: nothing at all. */
  readonly isOutside?: true;
};

const promoter = (id: string, ...sections: readonly string[]): Known => ({
  id,
  kinds: ['promoter', 'staff'],
  sections,
});
const chief = (id: string, department: string, section: string): Known => ({
  id,
  kinds: ['chief', 'promoter', 'staff'],
  departments: [department],
  sections: [section],
});
const nobody = (id: string): Known => ({ id, kinds: ['staff'] });

export const WHO = {
  secretariat: { id: SECRETARY, kinds: ['secretariat', 'staff'] },
  chief: chief('U0CHIEF', '福祉部', '福祉総務課'),
  promoter: promoter('U0PROMOTER', '福祉課'),
  otherChief: chief('U0OTHERCHIEF', '環境部', '環境総務課'),
  otherPromoter: promoter('U0OTHERPROMOTER', '公園みどり課'),
  /** Of 福祉課 until September, of 公園みどり課 since. */
  moved: promoter('U0MOVED', '公園みどり課'),
  member: { id: 'U0MEMBER', kinds: ['member', 'staff'], bodies: ['本部会議'] },
  staff: nobody(STAFF),
  /** Was 推進員 of 福祉課 until September. */
  former: nobody('U0FORMER'),
  /** Is 推進員 of 福祉課 from December on. */
  coming: nobody('U0COMING'),
  /** 未確認 as 推進員 of 福祉課. */
  unconfirmed: nobody('U0UNCONFIRMED'),
  /** Was a member of 本部会議 until September. */
  formerMember: nobody('U0FORMERMEMBER'),
  /** Was named for what is asked of 公園みどり課. */
  delegate: nobody('U0DELEGATE'),
  /** May enter what the member answers in writing (代理入力できる人). */
  proxy: nobody('U0PROXY'),
  /** Installed the app, and is nothing else. */
  installer: nobody('U0INSTALLER'),
  guest: { id: GUEST, kinds: [], isOutside: true },
  stranger: { id: STRANGER, kinds: [], isOutside: true },
} as const satisfies Readonly<Record<string, Known>>;
export type Who = keyof typeof WHO;
export const EVERYBODY = Object.keys(WHO) as Who[];

/** By which act of the table something may be seen, and whose it is; `never` is what is not searched or stands no more. */
export type Seen =
  | 'never'
  | {
      readonly act: keyof typeof PERMISSIONS;
      readonly owner?: Who;
      readonly department?: string;
      readonly section?: string;
      readonly body?: string;
    };

/** Whether the table lets somebody see it. */
export const maySee = (who: Who, seen: Seen): boolean => {
  const { kinds, departments = [], sections = [], bodies = [], isOutside }: Known = WHO[who];
  if (seen === 'never' || isOutside === true) return false;
  const isOwn = seen.owner === who;
  const reaches: Readonly<Record<Reach, boolean>> = {
    all: true,
    department: isOwn || departments.some((each) => each === seen.department),
    section: sections.some((each) => each === seen.section),
    body: bodies.some((each) => each === seen.body),
    own: isOwn,
    none: false,
  };
  return kinds.some((kind) => reaches[PERMISSIONS[seen.act][kind]]);
};
