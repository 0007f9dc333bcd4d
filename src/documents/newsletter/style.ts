import { PAGE_STYLE } from '../page-style.ts';

/** One style for all pages; links say their addresses in words, so nothing is added to them on paper. */
export const STYLE: string = `${PAGE_STYLE}nav ul { margin: 0; padding: 0; list-style: none; }
.issues { padding-left: 1.25rem; }
.category, footer { color: var(--quiet); }
.corrected { padding: 0.25rem 0.75rem; border-left: 4px solid var(--line); font-weight: bold; }
h2 { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 2px solid var(--line); }
.skip a { position: absolute; left: -100vw; }
.skip a:focus { position: static; }
.skip { margin: 0; }
@media print {
  nav, .skip { display: none; }
  .category, .corrected { break-after: avoid; }
  li { break-inside: avoid; }
}
`;
