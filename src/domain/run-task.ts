/**
 * What the queue calls the jobs that run what is due for a workspace whose token is in a process's environment: that process takes those
 * of its workspace, and no others.
 */
export const runTask = (workspaceId: string): string => `run-due:${workspaceId}`;

/** What the queue calls those of all workspaces that have installed the app: any process that serves many takes them. */
export const RUN_INSTALLED = 'run-due-installed';
