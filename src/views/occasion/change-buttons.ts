import type { Button } from '@slack/types';
import type { OccasionName } from '../../domain/occasion/record.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { button } from '../blocks.ts';

/** 内容を記録. */
export const contentsButton = ({ kind, id }: OccasionName): Button =>
  button(`${kind}.contents`, OCCASION_BUTTON.contents, id);

/** 編集. */
export const editButton = ({ kind, id }: OccasionName): Button =>
  button(`${kind}.edit`, OCCASION_BUTTON.edit, id);

/** 記録を取り消す. */
export const cancelButton = ({ kind, id }: OccasionName): Button =>
  button(`${kind}.cancel`, OCCASION_BUTTON.cancel, id);

/** The buttons of a record that may be changed; without 内容を記録 where its contents are not the reader's to see. */
export const changeButtons = (occasion: OccasionName, withContents = true): readonly Button[] => [
  ...(withContents ? [contentsButton(occasion)] : []),
  editButton(occasion),
  cancelButton(occasion),
];
