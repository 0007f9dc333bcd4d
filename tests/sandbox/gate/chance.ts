/** A whole number from `least` to `most`, by chance. */
export type Draw = (least: number, most: number) => number;

/** Chance made of numbers from 0 up, always the same for the same numbers. */
export const drawFrom =
  (numbers: Iterator<number>): Draw =>
  (least, most) =>
    least + (Number(numbers.next().value) % (most - least + 1));

export const oneIn = (draw: Draw, times: number): boolean => draw(1, times) === 1;

/** One of several; there must be one. */
export const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(0, from.length - 1)] as T;

/** A text of so many characters. */
export const words = (length: number): string => 'あ'.repeat(length);
