import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The sources as Node runs them: one bundle that esbuild makes of them (docs/decisions/0050). Plain JavaScript, because it runs before
 * anything is made; what it takes and gives is checked with the rest.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MADE = path.join(ROOT, 'dist');
const PROGRAM = 'src/cli/kyodo.ts';
const DAY_MS = 86_400_000;

/** Made of the schema, and the page is Vite's. */
const NOT_READ = new Set(['src/db/generated', 'src/sandbox/page']);
/** What a bundle is made of besides, and by which versions of what. */
const BESIDE = ['package.json', 'prisma/schema.prisma', 'src/cli/bundle.mjs'];

/** @type {(folder: string) => string[]} */
const sourcesIn = (folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_READ.has(file) ? [] : sourcesIn(file);
    return file.endsWith('.ts') ? [file] : [];
  });

/** @type {(entry: string) => string[]} */
const foldersOf = (entry) => [...new Set(['src', entry.startsWith('src/') ? 'src' : path.dirname(entry)])];

/**
 * A word for these very sources. Their contents are read, not their times: a copy or a checkout has times of its own.
 * @type {(entry: string) => string}
 */
const wordFor = (entry) => {
  const hash = createHash('sha256');
  for (const file of [...BESIDE, ...foldersOf(entry).flatMap(sourcesIn).sort()])
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(ROOT, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
};

/**
 * Files are looked for beside the source that names them, not beside the bundle, wherever both are moved to.
 * @type {(folder: string) => import('esbuild').Plugin}
 */
const whereItWas = (folder) => ({
  name: 'where-it-was',
  setup: ({ onLoad }) =>
    // Read as a regular expression of Go, which has no flag `u`.
    onLoad({ filter: /\/(?:src|bench|tests)\/.*\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(path.relative(folder, file))}, import.meta.url).href`,
      ),
    })),
});

/** @type {(entry: string, folder: string) => Promise<void>} */
const make = async (entry, folder) => {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // A command loads what it needs, as it does from the sources.
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    // The packages stay outside: it lies where they are found.
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    plugins: [whereItWas(folder)],
    metafile: true,
    logLevel: 'silent',
  });
  const known = foldersOf(entry);
  const other = Object.keys(metafile.inputs).find(
    (file) => !known.some((each) => file.startsWith(`${each}/`)),
  );
  if (other !== undefined)
    throw new Error(`${entry} may not import ${other}: a change there would go unnoticed`);
};

/** @type {(folder: string) => number} */
const madeAt = (folder) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Removes what was made of this program a day before the one that is being made.
 * @type {(name: string, making: string) => void}
 */
const removeOld = (name, making) => {
  for (const other of readdirSync(MADE).filter((each) => each.startsWith(`${name}-`))) {
    const folder = path.join(MADE, other);
    if (madeAt(making) - madeAt(folder) > DAY_MS) rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The bundle of a program, by its path from the root; of this project it may import what is in src/ and beside it. It is made when there is none of
 * these very sources, and is never changed. Rejects where it cannot be made or written.
 * @type {(entry?: string) => Promise<string>}
 */
export const bundled = async (entry = PROGRAM) => {
  const { name } = path.parse(entry);
  const folder = path.join(MADE, `${name}-${wordFor(entry)}`);
  const program = path.join(folder, `${name}.mjs`);
  if (existsSync(program)) return program;
  // Made beside, and put there whole: whoever starts at the same moment finds all of it or nothing.
  const making = `${folder}.${randomUUID()}`;
  try {
    mkdirSync(making, { recursive: true });
    await make(entry, making);
    removeOld(name, making);
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    // Another was sooner with the same.
    if (!existsSync(program)) throw error;
  }
  return program;
};
