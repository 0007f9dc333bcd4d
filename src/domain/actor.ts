/** What a person is to the record. 協働推進員(主任) is `chief`, 協働推進員 is `promoter`. */
export type Role = 'secretariat' | 'chief' | 'promoter' | 'staff';

/** Through what something was done: kept in the audit line. */
export type Via = 'slack' | 'cli' | 'job';

/** Who does something, in which workspace. `id` is a Slack user id, or `cli:NAME` for the command line. */
export type Actor = {
  readonly workspaceId: string;
  readonly id: string;
  readonly role: Role;
  readonly via: Via;
};
