import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel counts in. */
const TICK_MS = 10;

const fieldsOf = (pid: number | string): readonly string[] => {
  try {
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    return fields.split(' ');
  } catch {
    // It has ended since it was listed.
    return [];
  }
};

const ticks = (fields: readonly string[], first: number): number =>
  Number(fields[first] ?? 0) + Number(fields[first + 1] ?? 0);

/** Milliseconds for which a process, all its threads, has had a processor so far. */
export const processorOf = (pid: number): number => ticks(fieldsOf(pid), 11) * TICK_MS;

/** The same with its children, those that have ended counted: a PostgreSQL with its connections. */
export const processorOfServer = (pid: number): number => {
  const own = fieldsOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map(fieldsOf)
    .filter(([, parent]) => parent === String(pid));
  return (
    (ticks(own, 11) + ticks(own, 13) + children.reduce((sum, child) => sum + ticks(child, 11), 0)) * TICK_MS
  );
};

/** The most memory a process has had so far, in megabytes. */
export const mostMemoryOf = (pid: number): number => {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};
