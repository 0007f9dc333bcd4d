import { flushed, letReadersLeave } from './output.ts';
import { runKyodo } from './program.ts';

letReadersLeave();
const exit = await runKyodo(process.argv);
await flushed();
// Everything that was opened is closed by then; what Slack's client keeps for its retries must not hold the process.
process.exit(exit);
