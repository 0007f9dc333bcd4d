import { createInterface } from 'node:readline';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';

/**
 * A process that uses the embedded database in the directory it is given: says what it found as one line of JSON, waits for
 * a line on its input, gives its share back, says whether it was the last, and ends. With `leave` it just ends.
 */
const [directory = '', manner] = process.argv.slice(2);
const say = (value: object): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);

const server = await openEmbedded(directory);
say({ how: server.how, pid: server.pid });
if (manner !== 'leave') {
  const input = createInterface({ input: process.stdin });
  input.once('line', async () => {
    say({ last: await server.release() });
    input.close();
  });
}
