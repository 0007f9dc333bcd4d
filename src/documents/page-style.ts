/** What every page looks like: light and dark, narrow and wide, and on paper, which is white whatever the screen was. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --quiet: #4a4a4a; --line: #767676; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #161616; --quiet: #c9c9c9; --line: #8f8f8f; --link: #9cc9ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1.0625rem/1.8 "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.5rem; line-height: 1.4; }
h2 { font-size: 1.25rem; line-height: 1.4; }
figure { margin: 1rem 0; }
img { display: block; max-width: 100%; height: auto; }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #000; --line: #595959; --link: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  h1, h2, h3, h4 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  figure { break-inside: avoid; }
  img { max-height: 20cm; }
}
`;
