/** Letters as people see them: 👨‍👩‍👧 and が of two code points are one each. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The letters of a text, in order. */
export const lettersOf = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** The beginning of a text in at most `most` UTF-16 units, which is how Slack counts. No letter is split; all text of people's is cut here. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, segmenter.segment(text).containing(most)?.index ?? 0);

/** The same, with … where it was cut: at most `most` units with that. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${cut(text, most - 1)}…`;
