import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes of JavaScript's memory in use, when what nobody needs any more is gone. */
export const bytesInUse = async (): Promise<number> => {
  for (let turn = 0; turn < 5; turn += 1) {
    // What ends within a few turns has ended.
    await new Promise(setImmediate);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
};
