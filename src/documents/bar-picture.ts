import { fileURLToPath } from 'node:url';
import { lettersOf } from '../domain/letters.ts';

/** A bar of a picture: what it is of, how long it is, and what its number is in words. */
export type Bar = { readonly label: string; readonly value: number; readonly words: string };

/** Bars under one name, the oldest year first: at most three. */
export type BarGroup = { readonly name: string; readonly bars: readonly Bar[] };

/** A picture of bars, all of one scale: as long as the longest of them, or of `longest` where other pictures have the same scale. */
export type BarPicture = {
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly BarGroup[];
  readonly longest?: number;
};

/** A picture as it is drawn: PNG, and its size in pixels. */
type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number };

/** As wide as a telephone shows it without shrinking the letters below what can be read. */
const WIDTH = 720;
const MARGIN = 24;
const FONT = 'BIZ UDPGothic';
/** Letters in pixels: none smaller than 22. */
const SIZE = { title: 32, name: 26, label: 24, unit: 22 } as const;
const LINE = 36;
const BAR = 34;
const ROW = 46;
const GAP = 22;
const HEAD = 84;
const LABEL_WIDTH = 136;
/** What stands behind the longest bar: 12,345人以上. */
const COUNT_WIDTH = 166;
/** Whoever came is seen, be it one beside thousands. */
const SHORTEST_BAR = 4;
const BAR_LEFT = MARGIN + LABEL_WIDTH;
const LONGEST_BAR = WIDTH - MARGIN - BAR_LEFT - COUNT_WIDTH;
const MOST_LINES = 3;
/** Full-width letters of a name in one line. */
const A_LINE = Math.floor((WIDTH - 2 * MARGIN) / SIZE.name);

/** Each year is told by its label and its pattern; colour alone says nothing. Oldest year first. */
const PATTERNS = `
  <pattern id="year0" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="12" height="12" fill="#ffffff"/><rect width="5" height="12" fill="#4d6f8f"/>
  </pattern>
  <pattern id="year1" width="12" height="12" patternUnits="userSpaceOnUse">
    <rect width="12" height="12" fill="#cfe0ef"/><circle cx="6" cy="6" r="3" fill="#1f4e79"/>
  </pattern>
  <pattern id="year2" width="12" height="12" patternUnits="userSpaceOnUse">
    <rect width="12" height="12" fill="#1f4e79"/>
  </pattern>`;

/** What people typed, as text of an SVG; signs that no XML may hold are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{C}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Names in lines of at most `most` full-width letters; a half-width one is as wide as half of that, or a little more. */
const linesOf = (name: string, most: number): readonly string[] => {
  const lines = [''];
  let width = 0;
  for (const letter of lettersOf(name)) {
    const step = /^[\u0020-\u007e\uff61-\uff9f]$/u.test(letter) ? 0.65 : 1;
    if (width + step > most) {
      lines.push('');
      width = 0;
    }
    lines.push((lines.pop() ?? '') + letter);
    width += step;
  }
  if (lines.length <= MOST_LINES) return lines;
  const [last = ''] = lines.slice(MOST_LINES - 1);
  return [...lines.slice(0, MOST_LINES - 1), `${lettersOf(last).slice(0, -1).join('')}…`];
};

const text = (x: number, y: number, size: number, words: string, anchor = 'start'): string =>
  `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}">${escaped(words)}</text>`;

type Scale = { readonly most: number; readonly top: number };

const barRow = ({ label, value, words }: Bar, index: number, { most, top }: Scale): string => {
  const y = top + index * ROW;
  const baseline = y + BAR - 9;
  const length = value === 0 ? 0 : Math.max(SHORTEST_BAR, Math.round((value / most) * LONGEST_BAR));
  const bar =
    length === 0
      ? ''
      : `<rect x="${BAR_LEFT}" y="${y}" width="${length}" height="${BAR}" fill="url(#year${index})" stroke="#1f4e79" stroke-width="2"/>`;
  return [
    text(MARGIN, baseline, SIZE.label, label),
    bar,
    text(BAR_LEFT + length + (length === 0 ? 0 : 10), baseline, SIZE.label, words),
  ].join('');
};

/** The picture as SVG, with its height in pixels. */
export const barChart = ({
  title,
  unit,
  groups,
  longest = 0,
}: BarPicture): { readonly svg: string; readonly height: number } => {
  const most = Math.max(longest, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)));
  let top = HEAD;
  const parts = groups.flatMap(({ name, bars }) => {
    const lines = linesOf(name, A_LINE);
    const names = lines.map((line, index) => text(MARGIN, top + 26 + index * LINE, SIZE.name, line));
    top += lines.length * LINE + 4;
    const rows = bars.map((bar, index) => barRow(bar, index, { most, top }));
    top += bars.length * ROW + GAP;
    return [...names, ...rows];
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" font-family="${FONT}" fill="#1a1a1a">
<defs>${PATTERNS}</defs><rect width="${WIDTH}" height="${top}" fill="#ffffff"/>
${text(MARGIN, 50, SIZE.title, title)}${text(WIDTH - MARGIN, 50, SIZE.unit, unit, 'end')}
${parts.join('\n')}
</svg>`;
  return { svg, height: top };
};

/** A font that is in the package, so that Japanese is drawn on a machine that has none. */
const FONT_FILE = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf'),
);

/** Draws a picture: 720 pixels wide, as high as it needs. */
export const drawBars = async (picture: BarPicture): Promise<Drawn> => {
  // Loaded with the first picture: most processes never draw one.
  const { renderAsync } = await import('@resvg/resvg-js');
  const { svg, height } = barChart(picture);
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [FONT_FILE], defaultFontFamily: FONT },
  });
  return { png: image.asPng(), width: WIDTH, height };
};
