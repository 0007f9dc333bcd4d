import type { SubjectKind } from './subject.ts';

/** What a final act was done to, where that can be undone (元に戻す). */
export type Undoable = {
  readonly kind: Extract<
    SubjectKind,
    'meeting' | 'action-item' | 'training' | 'inquiry' | 'body-member' | 'article' | 'opinion'
  >;
  readonly id: string;
};
