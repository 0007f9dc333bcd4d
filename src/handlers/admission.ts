/** Who goes before whom where many wait: a form that was submitted, before what only opens or shows something. */
export type Precedence = 'form' | 'other';

/** Resolves when it is the turn of a request; who is done, or gives way, calls what it gives. */
export type Admission = (precedence: Precedence) => Promise<() => void>;

/**
 * Admission control: so many requests are worked on at once, the others in the order in which they came, forms first. With more at once
 * none is done sooner, and Slack waits only three seconds for any. One that has taken `placeForMs` goes on and no longer counts: what it
 * waits for, Slack perhaps, must hold up nobody else.
 */
export const createAdmission = (most: number, placeForMs: number): Admission => {
  const waiting: Readonly<Record<Precedence, (() => void)[]>> = { form: [], other: [] };
  let places = most;
  const passOn = (): void => {
    const next = waiting.form.shift() ?? waiting.other.shift();
    if (next === undefined) places += 1;
    else next();
  };
  return async (precedence) => {
    if (places > 0) places -= 1;
    else await new Promise<void>((resolve) => waiting[precedence].push(resolve));
    let isHeld = true;
    const leave = (): void => {
      clearTimeout(patience);
      if (isHeld) passOn();
      isHeld = false;
    };
    const patience = setTimeout(leave, placeForMs);
    return leave;
  };
};
