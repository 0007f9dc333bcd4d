import { runKyodo } from './program.ts';

// Everything that was opened is closed by then; what Slack's client keeps for its retries must not hold the process.
process.exit(await runKyodo(process.argv));
