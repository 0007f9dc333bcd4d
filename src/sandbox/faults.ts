/** What goes wrong with the next call of a method. */
export type Fault =
  | { readonly status: number }
  /** HTTP 429 with this many seconds in retry-after. */
  | { readonly rateLimited: number }
  /** No answer until the workspace stops. */
  | { readonly hang: true }
  /** The call is carried out, then the connection is cut: the bot cannot know. */
  | { readonly cutAfter: true }
  /** The call is carried out, then nothing is answered until the workspace stops. */
  | { readonly hangAfter: true }
  /** Slack answers `ok: false` with this code. */
  | { readonly error: string };

export type Faults = {
  /** The next `times` calls of `method` (once, unless told) go wrong like this; several queue up. */
  next(method: string, fault: Fault, times?: number): void;
  /** Takes the fault waiting for this call. */
  take(method: string): Fault | undefined;
};

/** No faults until a test asks for one. */
export const createFaults = (): Faults => {
  const waiting = new Map<string, Fault[]>();
  return {
    next: (method, fault, times = 1) => {
      const queue = waiting.get(method) ?? [];
      waiting.set(method, [...queue, ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => waiting.get(method)?.shift(),
  };
};
