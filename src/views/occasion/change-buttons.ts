import type { Button } from '@slack/types';
import type { OccasionName } from '../../domain/occasion/record.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { button } from '../blocks.ts';

/** The buttons of a record that may be changed; without 内容を記録 where its contents are not the reader's to see. */
export const changeButtons = ({ kind, id }: OccasionName, withContents = true): readonly Button[] => [
  ...(withContents ? [button(`${kind}.contents`, OCCASION_BUTTON.contents, id)] : []),
  button(`${kind}.edit`, OCCASION_BUTTON.edit, id),
  button(`${kind}.cancel`, OCCASION_BUTTON.cancel, id),
];
