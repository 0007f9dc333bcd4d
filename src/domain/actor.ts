/** 協働推進員(主任) is `chief`, 協働推進員 is `promoter`. Both are 協働推進員. */
export const PROMOTER_ROLES = ['chief', 'promoter'] as const;
export type PromoterRole = (typeof PROMOTER_ROLES)[number];

/** A confirmed appointment that a person holds today. */
export type Post = { readonly role: PromoterRole; readonly sectionId: string; readonly departmentId: string };

/** Through what something was done: kept in the audit line. */
export type Via = 'slack' | 'cli' | 'job';

/**
 * Who does something, in which workspace, with all that they are today: one may be of the secretariat, a promoter and a
 * member of bodies at once. `id` is a Slack user id, `cli:NAME` for the command line, `job:NAME` for a job.
 */
export type Actor = {
  readonly workspaceId: string;
  readonly id: string;
  readonly via: Via;
  readonly isSecretariat: boolean;
  readonly posts: readonly Post[];
  /** 会議体 of which they are a member, by id. */
  readonly memberOf: readonly string[];
  /** Their row in the record, where they have one. */
  readonly personId: string | null;
};

/** One of the staff who is nothing else. */
export const plainStaff = (workspaceId: string, id: string): Actor => ({
  workspaceId,
  id,
  via: 'slack',
  isSecretariat: false,
  posts: [],
  memberOf: [],
  personId: null,
});

/** The bot itself, or a person at the command line: they do what the secretariat does. */
export const trusted = (workspaceId: string, id: string, via: 'cli' | 'job'): Actor => ({
  ...plainStaff(workspaceId, id),
  via,
  isSecretariat: true,
});

/** Departments of which they are 協働推進員(主任). */
export const chiefOf = ({ posts }: Pick<Actor, 'posts'>): readonly string[] => [
  ...new Set(posts.filter(({ role }) => role === 'chief').map(({ departmentId }) => departmentId)),
];
