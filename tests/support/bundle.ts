import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { PROGRAM } from './program.ts';

declare module 'vitest' {
  interface ProvidedContext {
    bundle: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// Read as a regular expression of Go, which has no flag `u`.
const SOURCES = /\/src\/.*\.ts$/;

/** Files are looked for beside the source that names them, not beside the bundle. */
const whereItWas: Plugin = {
  name: 'where-it-was',
  setup: ({ onLoad }) =>
    onLoad({ filter: SOURCES }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(file).href),
      ),
    })),
};

/**
 * Bundles the command line once for all processes of a run: compiling the sources anew is most of what it takes to start one.
 * The packages stay outside, so it must lie where they are found.
 */
export const setup = async (project: TestProject): Promise<() => void> => {
  const directory = mkdtempSync(path.join(ROOT, 'node_modules/.kyodo-'));
  await build({
    entryPoints: [PROGRAM],
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // A command loads what it needs, as it does from the sources.
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    plugins: [whereItWas],
  });
  project.provide('bundle', path.join(directory, 'kyodo.mjs'));
  return () => rmSync(directory, { recursive: true, force: true });
};
