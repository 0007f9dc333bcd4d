import type { KeyboardEvent } from 'react';

/** Whether a key belongs to the input method. Safari tells the Enter that ends a conversion after it, with key code 229. */
export const isConverting = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;

/** Enter sends, Shift+Enter starts a new line; the Enter that ends a conversion does neither. */
export const isSending = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !isConverting(event);
