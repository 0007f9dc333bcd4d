import { z } from 'zod';
import type { Actor, Post } from './actor.ts';
import { may } from './permission.ts';

/** For whose successor a file is: the secretariat's, or 協働推進員 of a section, of a 主任 of the whole department. */
export type HandoverScope =
  | { readonly kind: 'secretariat' }
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'section'; readonly sectionId: string; readonly departmentId: string };

/** That of a post: a 主任 sees, and hands over, what the department answers. */
export const scopeOfPost = ({ role, sectionId, departmentId }: Post): HandoverScope =>
  role === 'chief' ? { kind: 'department', departmentId } : { kind: 'section', sectionId, departmentId };

/** The file of a scope is had by whoever may see all that is in it. */
export const mayTakeHandover = (actor: Actor, scope: HandoverScope): boolean => {
  switch (scope.kind) {
    case 'secretariat':
      return may(actor, 'take-handover');
    case 'department':
      return may(actor, 'take-handover', { departmentId: scope.departmentId });
    case 'section':
      return may(actor, 'take-handover', {
        sectionId: scope.sectionId,
        departmentId: scope.departmentId,
      });
  }
};

/** What a button carries to name one. */
export const scopeParts = (scope: HandoverScope): readonly string[] => {
  switch (scope.kind) {
    case 'secretariat':
      return [scope.kind];
    case 'department':
      return [scope.kind, scope.departmentId];
    case 'section':
      return [scope.kind, scope.departmentId, scope.sectionId];
  }
};

/** Reads that. */
export const ScopeParts: z.ZodType<HandoverScope> = z.union([
  z.tuple([z.literal('secretariat')]).transform(([kind]) => ({ kind })),
  z.tuple([z.literal('department'), z.uuid()]).transform(([kind, departmentId]) => ({ kind, departmentId })),
  z
    .tuple([z.literal('section'), z.uuid(), z.uuid()])
    .transform(([kind, departmentId, sectionId]) => ({ kind, departmentId, sectionId })),
]);

const nameOf = (scope: HandoverScope): string => scopeParts(scope).join(' ');

/** All files that somebody has to hand over, each once: a section within a department that is handed over as a whole is in that. */
export const handoverScopesOf = (actor: Actor): readonly HandoverScope[] => {
  const posts = actor.posts.map(scopeOfPost);
  const whole = new Set(posts.flatMap((scope) => (scope.kind === 'department' ? [scope.departmentId] : [])));
  const own = posts.filter((scope) => scope.kind !== 'section' || !whole.has(scope.departmentId));
  const scopes: readonly HandoverScope[] = [{ kind: 'secretariat' }, ...own];
  return scopes
    .filter((scope) => mayTakeHandover(actor, scope))
    .filter((scope, at, all) => all.findIndex((one) => nameOf(one) === nameOf(scope)) === at);
};
