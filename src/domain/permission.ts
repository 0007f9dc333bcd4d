import { type Actor, chiefOf } from './actor.ts';

/** What a person is to the record; one may be several. */
export const KINDS = ['secretariat', 'chief', 'promoter', 'member', 'staff'] as const;
export type Kind = (typeof KINDS)[number];

/** How far a permission reaches: everything, one's department, one's section, one's body, one's own, or nothing. */
export type Reach = 'all' | 'department' | 'section' | 'body' | 'own' | 'none';

type Row = Readonly<Record<Kind, Reach>>;

/**
 * Who may do and see what: the one table that every use case asks. Guests, people of other organisations and bots do not
 * get so far (`identify`). A row names what is done, a column what one is; of several columns the widest counts.
 */
export const PERMISSIONS = {
  /** Own attendance, articles, lists everybody may read. */
  'take-part': { secretariat: 'all', chief: 'all', promoter: 'all', member: 'all', staff: 'all' },
  /** A meeting of a body with 記録できる人 協働推進員も. */
  'record-open-meeting': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'none',
    staff: 'none',
  },
  'record-other-meeting': {
    secretariat: 'all',
    chief: 'none',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** 研修 of one's section or department. */
  'record-training': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'none',
    staff: 'none',
  },
  /** Others' attendance: of people of one's section or department. */
  'record-attendance': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'none',
    staff: 'none',
  },
  /** Who attended: oneself; a 主任 the promoters of the department. */
  'see-attendance': { secretariat: 'all', chief: 'department', promoter: 'own', member: 'own', staff: 'own' },
  /** 記録の確認: meetings, 研修, 選任報告. */
  'confirm-record': { secretariat: 'all', chief: 'none', promoter: 'none', member: 'none', staff: 'none' },
  /** Edit, cancel, add contents. */
  'change-record': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'own',
    member: 'none',
    staff: 'none',
  },
  /** 出席者, 欠席・代理出席, 決定事項・要点, 資料. */
  'see-contents': { secretariat: 'all', chief: 'own', promoter: 'own', member: 'body', staff: 'none' },
  /** 対応事項: registering, changing and 取りやめ, by who may see and change the contents of the meeting. */
  'manage-action-item': { secretariat: 'all', chief: 'own', promoter: 'own', member: 'none', staff: 'none' },
  /** 済みにする of a section's or of one's own. */
  'settle-action-item': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'own',
    staff: 'own',
  },
  /** 会議録: that the chair has confirmed it, 委員長確認済. */
  'confirm-minutes': { secretariat: 'all', chief: 'none', promoter: 'none', member: 'none', staff: 'none' },
  /** Roster, bodies, members, departments, settings, report, export, issues. */
  manage: { secretariat: 'all', chief: 'none', promoter: 'none', member: 'none', staff: 'none' },
  /** 選任報告. */
  'report-roster': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** Appointments before their first day. */
  'see-coming-appointments': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  'enter-away': { secretariat: 'all', chief: 'department', promoter: 'own', member: 'own', staff: 'own' },
  /** 不在 dates; a 主任 sees of others only that they are away today. */
  'see-away-days': { secretariat: 'all', chief: 'own', promoter: 'own', member: 'own', staff: 'own' },
  'see-away-today': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'own',
    member: 'own',
    staff: 'own',
  },
  /** 役割のご案内: confirmed by the one who got it. */
  'confirm-guide': { secretariat: 'own', chief: 'own', promoter: 'own', member: 'own', staff: 'own' },
  /** 照会: creating, sending, amending, closing. */
  'manage-inquiry': {
    secretariat: 'all',
    chief: 'none',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** Answering and seeing answers; `own` is what one was named for (担当の変更). */
  'answer-inquiry': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'own',
    staff: 'own',
  },
  /** 差し戻す, とりまとめ完了, naming somebody for it. */
  'oversee-inquiry': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** 書面開催: opening, amending, closing, reopening. */
  'manage-written-meeting': {
    secretariat: 'all',
    chief: 'none',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** Answering; `own` is what one is asked, also after one has left the body, or may answer or enter for another. */
  'answer-written-meeting': {
    secretariat: 'all',
    chief: 'own',
    promoter: 'own',
    member: 'own',
    staff: 'own',
  },
  /** 号: making, publishing, 毎月の発行日. */
  'manage-newsletter': {
    secretariat: 'all',
    chief: 'none',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** 記事: changing and withdrawing. */
  'change-article': { secretariat: 'all', chief: 'own', promoter: 'own', member: 'own', staff: 'own' },
  /** 評価・意見: registering, asking, considering, 公表. What is 公表済 everybody may read. */
  'manage-opinions': {
    secretariat: 'all',
    chief: 'none',
    promoter: 'none',
    member: 'none',
    staff: 'none',
  },
  /** 引継資料: of one's section, of a 主任 of the department's. */
  'take-handover': {
    secretariat: 'all',
    chief: 'department',
    promoter: 'section',
    member: 'none',
    staff: 'none',
  },
  'see-audit': { secretariat: 'all', chief: 'none', promoter: 'none', member: 'none', staff: 'none' },
} as const satisfies Readonly<Record<string, Row>>;

export type Act = keyof typeof PERMISSIONS;

/** What an act is done to, as far as the table asks. */
export type Target = {
  /** Whose it is: a Slack user id, as `Actor.id`. */
  readonly owner?: string;
  readonly departmentId?: string | undefined;
  readonly sectionId?: string | undefined;
  readonly bodyId?: string;
};

/** What this person is, of all kinds. Everybody is staff. */
export const kindsOf = (actor: Actor): readonly Kind[] => [
  ...(actor.isSecretariat ? (['secretariat'] as const) : []),
  ...(chiefOf(actor).length > 0 ? (['chief'] as const) : []),
  ...(actor.posts.length > 0 ? (['promoter'] as const) : []),
  ...(actor.memberOf.length > 0 ? (['member'] as const) : []),
  'staff',
];

const reaches = (reach: Reach, actor: Actor, { owner, departmentId, sectionId, bodyId }: Target): boolean => {
  const isOwn = owner === actor.id;
  switch (reach) {
    case 'all':
      return true;
    case 'department':
      return isOwn || chiefOf(actor).some((id) => id === departmentId);
    case 'section':
      return actor.posts.some((post) => post.sectionId === sectionId);
    case 'body':
      return actor.memberOf.some((id) => id === bodyId);
    case 'own':
      return isOwn;
    case 'none':
      return false;
  }
};

/** Whether this person may do this to that. */
export const may = (actor: Actor, act: Act, target: Target = {}): boolean =>
  kindsOf(actor).some((kind) => reaches(PERMISSIONS[act][kind], actor, target));

/** How far an act reaches for one person: to everything, or to what is theirs, or of these departments, sections and bodies. */
export type Scope = {
  readonly all: boolean;
  /** Their Slack user id; null where what is their own is not within reach as such. */
  readonly owner: string | null;
  readonly departmentIds: readonly string[];
  readonly sectionIds: readonly string[];
  readonly bodyIds: readonly string[];
};

/** The targets of which `may` says yes, for who looks for many at once: by the same table. */
export const scopeOf = (actor: Actor, act: Act): Scope => {
  const within: readonly Reach[] = kindsOf(actor).map((kind) => PERMISSIONS[act][kind]);
  return {
    all: within.includes('all'),
    owner: within.includes('own') || within.includes('department') ? actor.id : null,
    departmentIds: within.includes('department') ? chiefOf(actor) : [],
    sectionIds: within.includes('section') ? actor.posts.map(({ sectionId }) => sectionId) : [],
    bodyIds: within.includes('body') ? actor.memberOf : [],
  };
};

/** The post for which a promoter records: as 推進員 before as 主任, else the first. */
export const postToRecordFor = ({ posts }: Actor): Actor['posts'][number] | undefined =>
  posts.find(({ role }) => role === 'promoter') ?? posts[0];

/** Confirming what others recorded, and seeing what waits for it; what one records who may confirm is confirmed at once. */
export const mayConfirm = (actor: Actor): boolean => may(actor, 'confirm-record');

/** 委員長確認済にする, of any meeting's minutes. */
export const mayConfirmMinutes = (actor: Actor): boolean => may(actor, 'confirm-minutes');

/** What only the secretariat does: roster, bodies, settings, 開催なし. */
export const isSecretariat = (actor: Actor): boolean => may(actor, 'manage');
