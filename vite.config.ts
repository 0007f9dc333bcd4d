import { defineConfig } from 'vite';

/** Builds the practice page. esbuild's automatic JSX is enough for it, so no plugin is needed. */
export default defineConfig({
  root: 'src/sandbox/page',
  base: './',
  publicDir: false,
  esbuild: { jsx: 'automatic' },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
});
