import { z } from 'zod';
import { isSecretariat } from '../domain/permission.ts';
import { partsOf, type Subject } from '../domain/subject.ts';
import { forecast } from '../services/morning/forecast.ts';
import { postponeLine } from '../services/morning/postpone-line.ts';
import { MORNING_HELP } from '../texts/morning.ts';
import { forecastPart } from '../views/morning/forecast.ts';
import type { ButtonRequest, Feature, HandlerDeps } from './types.ts';

const OWED = ['inquiry', 'action-item', 'roster-report', 'training', 'appointment'] as const;
/** The name of something that is owed, as lines of the morning message have it. */
const Ref = z.custom<Subject>((value) =>
  OWED.some((kind) => typeof value === 'string' && partsOf(kind, value) !== undefined),
);

/** 翌開庁日に再通知, or 取り消す of it. The message itself changes through its delivery. */
const pressPostpone =
  (deps: HandlerDeps, postponed: boolean) =>
  async ({ actor, value, refuse }: ButtonRequest): Promise<void> => {
    const done = await postponeLine(deps, Ref.parse(value), postponed, actor);
    if (!done.ok) await refuse(done.error);
  };

/** How many days ahead the Home tab says what will be sent. */
const FORETOLD_DAYS = 30;

/** The morning message, and what mornings will bring. */
export const morningFeature: Feature = {
  noun: 'general',
  buttons: {
    'line.postpone': (deps) => pressPostpone(deps, true),
    'line.take-back-postponed': (deps) => pressPostpone(deps, false),
  },
  home: [
    {
      place: 'secretariat',
      read: async (deps, actor) =>
        isSecretariat(actor) ? forecastPart(await forecast(deps, actor.workspaceId, FORETOLD_DAYS)) : [],
    },
  ],
  sends: [
    { what: MORNING_HELP.sends, audience: 'all' },
    { what: MORNING_HELP.sendsFreeText, audience: 'all' },
  ],
};
