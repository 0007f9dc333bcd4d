/** What stands between the bot and its database, as far as the database or the system says it. */
export type DatabaseProblem =
  | { readonly kind: 'unknown-host' }
  | { readonly kind: 'not-listening' }
  | { readonly kind: 'no-socket' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'not-let-in' }
  | { readonly kind: 'unknown-database' }
  /** What it may not do or use, in PostgreSQL's words. */
  | { readonly kind: 'no-rights'; readonly what: readonly string[] }
  | { readonly kind: 'full' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-tls' }
  | { readonly kind: 'certificate' }
  | { readonly kind: 'certificate-file' }
  | { readonly kind: 'too-old'; readonly version: string }
  /** Its letters are not kept as UTF-8. */
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'newer'; readonly migrations: readonly string[] }
  | { readonly kind: 'changed'; readonly migrations: readonly string[] }
  | { readonly kind: 'lacking'; readonly tables: readonly string[] }
  | { readonly kind: 'other-application'; readonly tables: readonly string[] }
  | { readonly kind: 'unclear'; readonly reason: string };
