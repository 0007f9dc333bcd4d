/** Why a trigger cannot be used, in Slack's words. */
type TriggerProblem = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

/** Trigger ids live 3 seconds and serve once. */
const triggerLife = 3_000;
/** A response_url takes 5 messages within 30 minutes. */
const answerLife = 30 * 60_000;
const answerUses = 5;

export type Triggers = {
  issue(person: string): string;
  /** Who pressed, or why the trigger is no good. Looking does not use it up. */
  look(
    id: string,
  ): { readonly ok: true; readonly person: string } | { readonly ok: false; readonly error: TriggerProblem };
  use(id: string): void;
};

/** Trigger ids counted on the given clock. */
export const createTriggers = (now: () => Date, token: () => string): Triggers => {
  const issued = new Map<
    string,
    { readonly person: string; readonly until: number; readonly used: boolean }
  >();
  return {
    issue: (person) => {
      const id = `${token()}.trigger`;
      issued.set(id, { person, until: now().getTime() + triggerLife, used: false });
      return id;
    },
    look: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (now().getTime() > trigger.until) return { ok: false, error: 'expired_trigger_id' };
      return { ok: true, person: trigger.person };
    },
    use: (id) => {
      const trigger = issued.get(id);
      if (trigger !== undefined) issued.set(id, { ...trigger, used: true });
    },
  };
};

/** What a response_url stands for: who acted, where, and on which message. */
export type AnswerTarget = {
  readonly person: string;
  readonly channel: string;
  readonly messageTs?: string;
};

export type AnswerUrls = {
  /** The last part of a new response_url. */
  issue(target: AnswerTarget): string;
  /** The target, counting one use; or Slack's word for why not. */
  use(id: string): AnswerTarget | 'expired_url' | 'used_url';
};

/** Response urls counted on the given clock. */
export const createAnswerUrls = (now: () => Date, token: () => string): AnswerUrls => {
  const issued = new Map<string, { readonly target: AnswerTarget; readonly until: number; uses: number }>();
  return {
    issue: (target) => {
      const id = token();
      issued.set(id, { target, until: now().getTime() + answerLife, uses: 0 });
      return id;
    },
    use: (id) => {
      const url = issued.get(id);
      if (url === undefined || now().getTime() > url.until) return 'expired_url';
      if (url.uses >= answerUses) return 'used_url';
      url.uses += 1;
      return url.target;
    },
  };
};
