import { tellLogOfFailures } from './log.ts';

// Before each test file that starts a bot.
tellLogOfFailures();
