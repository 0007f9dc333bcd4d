import type { Button } from '@slack/types';
import { WRITTEN_RESULT_BUTTON } from '../../texts/written-result.ts';
import { button } from '../blocks.ts';

/** 結果をまとめる, once answers have ended. */
export const summariseButton = (meetingId: string): Button =>
  button('written-result.open', WRITTEN_RESULT_BUTTON.summarise, meetingId, 'primary');

/** 結果を見る, once it was told. */
export const showResultButton = (meetingId: string): Button =>
  button('written-result.show', WRITTEN_RESULT_BUTTON.show, meetingId);
