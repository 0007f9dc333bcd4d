/** Shows how much of something is done, where a person looks on. */
export type ProgressBar = {
  readonly show: (done: number, whole: number) => void;
  /** Takes it away again. */
  readonly clear: () => void;
};

const WIDTH = 30;

/** A bar at the foot of a terminal; nothing where standard error is a file or a pipe. */
export const createProgressBar = (
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
): ProgressBar => {
  let shown = '';
  return {
    show: (done, whole) => {
      if (!stream.isTTY) return;
      const part = whole === 0 ? 1 : Math.min(1, done / whole);
      const filled = Math.round(part * WIDTH);
      const line = `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${Math.floor(part * 100)}%`;
      if (line === shown) return;
      shown = line;
      stream.write(`\r${line}`);
    },
    clear: () => {
      if (shown !== '') stream.write('\r\x1b[K');
      shown = '';
    },
  };
};
