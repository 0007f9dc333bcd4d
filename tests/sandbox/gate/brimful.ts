import type { Node } from './blame.ts';
import { oneIn, words } from './chance.ts';
import { MOST_BYTES, MOST_JSON, MOST_TEXT } from './limits.ts';
import type { Making } from './making.ts';

const LONGEST = 3000;

const section = (text: string): Node => ({ type: 'section', text: { type: 'plain_text', text } });

/** As much text as a message holds in all, or one character more or less. */
const fullMessage = ({ draw }: Making): Node => {
  const size = MOST_TEXT + draw(-1, 1);
  const whole = Array.from({ length: Math.floor(size / LONGEST) }, () => section(words(LONGEST)));
  return { blocks: [...whole, section(words(size % LONGEST))] };
};

/** Blocks of little text whose JSON is just as long as it may be, or one character more or less. */
const longMessage = ({ draw }: Making): Node => {
  const named = Array.from({ length: 33 }, (_, index) => ({
    ...section(words(60)),
    block_id: `${'x'.repeat(200)}${index}`,
  }));
  const left = MOST_JSON - 1 + draw(-1, 1) - JSON.stringify([...named, section('')]).length;
  return { blocks: [...named, section('a'.repeat(left))] };
};

/** As many bytes as a view holds, or one more or less. */
const fullView = ({ draw, surface }: Making): Node => {
  const size = MOST_BYTES + draw(-1, 1);
  const title = surface === 'modal' ? { title: { type: 'plain_text', text: words(3) } } : {};
  const view = (last: string): Node => ({
    type: surface,
    ...title,
    // 27 times 3000 letters of three bytes leave less than one such text.
    blocks: [...Array.from({ length: 27 }, () => section(words(LONGEST))), section(last)],
  });
  const left = size - Buffer.byteLength(JSON.stringify(view('')));
  return view(`${words(Math.floor(left / 3))}${'a'.repeat(left % 3)}`);
};

/** A payload whose parts are all right and which is as large as it may be in all, or just too large. */
export const brimful = (making: Making): Node =>
  making.surface !== 'message'
    ? fullView(making)
    : oneIn(making.draw, 2)
      ? longMessage(making)
      : fullMessage(making);
