import { PAGE_STYLE } from '../../page-style.ts';
import type { DocumentPart } from '../text-document.ts';

/**
 * A table that is wider than a telephone is moved within its own frame, so that the page never is; on paper it has no frame,
 * its headings are on every page, and the page its number.
 */
const STYLE = `${PAGE_STYLE}body { max-width: 60rem; }
h1, h2, h3, h4, p, li, dt, dd, th, td, caption, figcaption { white-space: pre-wrap; }
h3 { font-size: 1.125rem; line-height: 1.4; }
h4 { font-size: 1rem; line-height: 1.4; }
h2 { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 2px solid var(--line); }
nav ol { padding-left: 0; list-style: none; }
nav .l2 { padding-left: 1.25rem; }
nav .l3 { padding-left: 2.5rem; }
.frame { margin: 1rem 0; overflow-x: auto; }
.frame:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; line-height: 1.6; }
.some { min-width: 30rem; }
.many { min-width: 45rem; }
caption { padding: 0.25rem 0; text-align: left; font-weight: bold; }
.unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 0.375rem 0.5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { border-bottom-width: 3px; }
dl div { padding: 0.375rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: bold; }
dd { margin: 0; }
@media (min-width: 40rem) { dl div { display: grid; grid-template-columns: 10rem 1fr; column-gap: 1rem; } }
@media print {
  @page { size: A4; margin: 20mm; @bottom-center { content: counter(page) " / " counter(pages); } }
  .frame { overflow: visible; }
  table { min-width: 0; }
  thead { display: table-header-group; }
  tr, dl div { break-inside: avoid; }
}
`;

/** The class of a column with this share of the width. */
export const shareClass = (share: number): string => `w${String(share).replace('.', '_')}`;

/** The style of a document: a rule for each width that its columns have. */
export const styleOf = (parts: readonly DocumentPart[]): string => {
  const shares = parts.flatMap((part) =>
    part.kind === 'table' ? part.columns.map(({ share }) => share) : [],
  );
  return `${STYLE}${[...new Set(shares)].map((share) => `.${shareClass(share)} { width: ${share}%; }\n`).join('')}`;
};
