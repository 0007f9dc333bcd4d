/** An article as the archive has it. The photo's bytes are copied by the caller to `fileName`. */
export type ArchivedArticle = {
  readonly id: string;
  readonly title: string;
  /** 分類 in words. */
  readonly category: string;
  /** 課・氏名 of its writer; empty where it is not signed. */
  readonly byline: string;
  readonly body: string;
  /** An http(s) address, or empty. */
  readonly link: string;
  readonly photo: { readonly fileName: string; readonly text: string } | null;
  readonly correctedAt: Date | null;
};

/** A published issue. `slug` is its file name without the ending, e.g. 2026-03. */
export type ArchivedIssue = {
  readonly id: string;
  readonly title: string;
  readonly slug: string;
  readonly fiscalYear: number;
  readonly publishedAt: Date;
  readonly greeting: string;
  readonly articles: readonly ArchivedArticle[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

/** What is the same on all pages: whom to ask, and what the feed is known by, e.g. T0CITY. */
export type ArchiveOptions = {
  readonly contact: string;
  readonly feedId: string;
  readonly writtenAt: Date;
};

/** A file of the archive, by its path below its folder. */
export type ArchiveFile = { readonly path: string; readonly text: string };
