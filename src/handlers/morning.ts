import { z } from 'zod';
import { postponeLine } from '../services/postpone-line.ts';
import { MORNING_HELP } from '../texts/morning.ts';
import { problemMessage } from '../views/failure.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

/** The name of something that is owed, as lines of the morning message have it. */
const Ref = z.string().regex(/^(?:inquiry|roster-report|training|appointment)(?::[0-9a-z-]+){1,3}$/u);

/** 翌開庁日に再通知, or 取り消す of it. The message itself changes through its delivery. */
const pressPostpone =
  (deps: HandlerDeps, postponed: boolean) =>
  async ({ actor, value, answer }: ButtonRequest): Promise<void> => {
    const done = await postponeLine(deps, Ref.parse(value), postponed, actor);
    if (!done.ok) await answer(problemMessage(done.error));
  };

/** The morning message. */
export const morningFeature: Feature = {
  buttons: {
    'line.postpone': (deps) => pressPostpone(deps, true),
    'line.take-back-postponed': (deps) => pressPostpone(deps, false),
  },
  sends: [MORNING_HELP.sends, MORNING_HELP.sendsAsked],
};
