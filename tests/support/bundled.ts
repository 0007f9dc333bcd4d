import { inject } from 'vitest';
import { startFrom } from './program.ts';

// Before each test file that starts processes.
startFrom(inject('bundle'));
