import { isIP } from 'node:net';
import type { Connection } from './client.ts';

/** Whether what is sent to `host` leaves this machine. A path is a socket's, an empty host its usual one. */
const leavesMachine = (host: string): boolean => {
  if (host === '' || host === 'localhost' || host.startsWith('/') || /^%2f/iu.test(host)) return false;
  const address = host.replace(/^\[(.*)\]$/u, '$1');
  return !(isIP(address) === 4 ? address.startsWith('127.') : address === '::1');
};

/** Words of `sslmode` under which the driver checks the certificate whatever they meant elsewhere. */
const CHECKED: readonly (string | null)[] = ['prefer', 'require', 'verify-ca'];

/**
 * How to reach the PostgreSQL at `url`. What leaves this machine is encrypted and the server's certificate checked, unless
 * the address says otherwise (`sslmode=disable`, `sslmode=no-verify`).
 */
export const connectionTo = (url: string): Connection => {
  const address = new URL(url);
  const mode = address.searchParams.get('sslmode');
  const says = mode !== null || address.searchParams.has('ssl');
  const host = address.searchParams.get('host') ?? address.hostname;
  if (CHECKED.includes(mode) || (!says && leavesMachine(host)))
    address.searchParams.set('sslmode', 'verify-full');
  return { connectionString: address.href };
};
