import { readConfig } from '../src/config.ts';
import { startBot } from '../src/main.ts';

/** The real bot in a process of its own, by a clock that stands so many milliseconds ahead: `shifted-bot.ts MILLISECONDS`. */
const ahead = Number(process.argv[2]);
const config = readConfig(JSON.parse(process.argv[3] ?? '{}'));
if (config.slack === undefined) throw new Error('no tokens');
const bot = await startBot(
  { ...config, slack: config.slack },
  { clock: { now: () => new Date(Date.now() + ahead) } },
);
process.stdout.write(`${bot.url}\n`);
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
