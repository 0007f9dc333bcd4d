import { joinParts, type Part } from './parts.ts';

/** A button pressed again so soon is the same press. */
const SAME_PRESS_MS = 10_000;

/** The name of a press at a moment, of what `parts` say: the same for one that follows at once, also in another process. */
export const pressKey = (at: Date, ...parts: readonly Part[]): string =>
  joinParts(...parts, Math.floor(at.getTime() / SAME_PRESS_MS));
