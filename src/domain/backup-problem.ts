/** Why no backup of the embedded database was made, or none was put back. Nothing is left of either then. */
export type BackupProblem =
  | { readonly kind: 'another-is-made' }
  /** The server was started by a version that did not keep what a backup needs. */
  | { readonly kind: 'server-too-old' }
  /** Part of the record lies outside of the directory, where a tablespace was made by hand. */
  | { readonly kind: 'tablespaces' }
  | { readonly kind: 'file-there' }
  | { readonly kind: 'not-written'; readonly reason: string }
  | { readonly kind: 'database-gone'; readonly reason: string }
  | { readonly kind: 'not-readable'; readonly reason: string }
  | { readonly kind: 'no-backup' }
  | { readonly kind: 'newer-form' }
  /** `what` of it: a name in the archive, or the archive's own end. */
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'other-postgres'; readonly found: string; readonly expected: string }
  | { readonly kind: 'other-machine'; readonly found: string; readonly expected: string }
  | { readonly kind: 'record-there'; readonly directory: string }
  | { readonly kind: 'not-put-back'; readonly directory: string; readonly reason: string }
  | { readonly kind: 'does-not-start'; readonly output: readonly string[] };
