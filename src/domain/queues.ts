/**
 * The queues, each a schema of the database. A worker that looks for a job reads past all that wait before it: of messages a hundred
 * thousand may wait, and who runs what is due looks every second.
 */
export const QUEUES = { ofMessages: 'graphile_worker', ofRuns: 'graphile_worker_runs' } as const;

export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];
