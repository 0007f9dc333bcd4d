import { defineConfig } from 'prisma/config';

// `prisma generate` and `prisma format` need no schema engine, but look for one and would download it. City networks
// block that download, so any existing program is named in its place; migrations run through WebAssembly instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.PRISMA_HIDE_UPDATE_MESSAGE ??= '1';
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
