import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { ProgrammeNumbers } from '../domain/training/numbers.ts';
import { trainingNumbersText, trainingPictureText } from '../texts/training-numbers.ts';
import { type BarPicture, barChart, drawBars } from './bar-picture.ts';

const pictureOf = (programmes: readonly ProgrammeNumbers[]): BarPicture => ({
  title: trainingPictureText.title,
  unit: trainingPictureText.unit,
  groups: programmes.map((programme) => ({
    name: trainingNumbersText.nameOf(programme),
    bars: programme.years.map((numbers) => ({
      label: printFiscalYear(numbers.year),
      value: numbers.participants ?? 0,
      words: trainingPictureText.bar(numbers),
    })),
  })),
});

/** The chart as SVG, with its height in pixels. */
export const trainingChart = (
  programmes: readonly ProgrammeNumbers[],
): { readonly svg: string; readonly height: number } => barChart(pictureOf(programmes));

/** Draws how many took part in each programme, year by year, as PNG: 720 pixels wide, as high as it needs. */
export const drawTrainingPicture = async (programmes: readonly ProgrammeNumbers[]): Promise<Uint8Array> =>
  (await drawBars(pictureOf(programmes))).png;
