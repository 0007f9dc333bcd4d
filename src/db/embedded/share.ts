import { setTimeout as delay } from 'node:timers/promises';
import { type Attachment, giveBack } from './attachment.ts';
import { errorText } from './problem.ts';
import { stopServer } from './process.ts';
import { findOrStart, type Place } from './start.ts';

/** The whole bot has 10 seconds to stop. */
const STOP_LIMIT_MS = 8000;
/** Milliseconds before the next try to have the server back: a second first, ten at most, as while its disk is full. */
const pauseAfter = (failures: number): number => Math.min(10_000, 500 * 2 ** failures);

/**
 * The share of this process in the server. When the connection that holds it is lost, the server has stopped or restarted;
 * the share is then taken again, so that the next command line to end does not take itself for the last user.
 */
export const keepShare = (place: Place, first: Attachment): { readonly release: () => Promise<boolean> } => {
  let held = first;
  let released: Promise<boolean> | undefined;
  let retaking: Promise<void> | undefined;

  const retake = async (): Promise<void> => {
    for (let failures = 1; released === undefined; failures += 1) {
      try {
        held = (await findOrStart(place)).attachment;
        watch();
        return;
      } catch (error) {
        place.log(errorText(error));
        await delay(pauseAfter(failures), undefined, { ref: false });
      }
    }
  };
  const watch = (): void => {
    held.client.once('end', () => {
      if (released === undefined) retaking = retake();
    });
  };
  const giveUp = async (): Promise<boolean> => {
    await retaking;
    const last = await giveBack(held, () => stopServer(place.directory, STOP_LIMIT_MS));
    place.socket?.close();
    return last;
  };

  watch();
  return {
    release: () => {
      released ??= giveUp();
      return released;
    },
  };
};
