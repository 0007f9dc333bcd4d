import { z } from 'zod';
import type { OccasionName } from '../domain/occasion/record.ts';
import { confirmHeld } from '../services/occasion/confirm-held.ts';
import type { ButtonRequest, Feature, Handler } from './types.ts';

/** 実施を確認 (`held`), or 取り消す of it. The message itself changes through its delivery. */
const pressHeld =
  (kind: OccasionName['kind'], held: boolean): Handler<ButtonRequest> =>
  (deps) =>
  async ({ actor, value, refuse }) => {
    const confirmed = await confirmHeld(deps, { kind, id: z.uuid().parse(value) }, held, actor);
    if (!confirmed.ok) await refuse(confirmed.error);
  };

/** Whether what was entered before its day took place. */
export const heldFeature: Feature = {
  noun: 'meeting',
  buttons: {
    'meeting.held': pressHeld('meeting', true),
    'meeting.take-back-held': pressHeld('meeting', false),
    'training.held': pressHeld('training', true),
    'training.take-back-held': pressHeld('training', false),
  },
};
