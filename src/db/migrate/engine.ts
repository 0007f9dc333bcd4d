import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type {
  ApplyMigrationsInput,
  DiffParams,
  DiffTarget,
} from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { Connection } from '../client.ts';
import { LOCK_FILE, type Migration } from './files.ts';

/** What we use of WebAssembly; Node has it, its type package does not describe it. */
interface WebAssemblyLoader {
  instantiate(
    code: Uint8Array,
    imports: Readonly<Record<string, object>>,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
}
declare const WebAssembly: WebAssemblyLoader;

const BINDINGS = '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * What the engine may call. It gives up its lock on the database after 10 seconds and never calls that timer off, which
 * would keep a command that has long finished waiting; so its timers do not keep the process.
 */
const imports = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(bindings).map(([name, binding]) => [
      name,
      name.startsWith('__wbg_setTimeout_')
        ? (callback: () => void, delayMs: number): NodeJS.Timeout => setTimeout(callback, delayMs).unref()
        : binding,
    ]),
  );

let loaded: Promise<void> | undefined;

/** The package expects a bundler to join its two halves (5 MB of code, and the functions it calls); here it is done by hand. */
const load = async (): Promise<void> => {
  // The engine reports a fault of its own through this global before it stops with a bare "unreachable".
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string): void => {
        throw new Error(`The schema engine failed: ${message}`);
      },
    },
  });
  const code = createRequire(import.meta.url)
    .resolve(BINDINGS)
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(code), {
    './schema_engine_bg.js': imports(),
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
};

/**
 * The adapter sends a script in one piece. Its own way is to cut it at every semicolon, which breaks functions and literals,
 * and would leave the first half of a failing script behind; in one piece PostgreSQL applies it whole or not at all.
 */
class WholeScripts extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script): Promise<void> => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }
}

/** The engine wants to know no more of the schema here than which database it is for. */
const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';
const FILTERS = { externalTables: [], externalEnums: [] };

const migrationList = (migrations: readonly Migration[]): ApplyMigrationsInput['migrationsList'] => ({
  baseDir: 'prisma/migrations',
  lockfile: { path: LOCK_FILE.name, content: LOCK_FILE.content },
  shadowDbInitScript: '',
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
});

const schemaTarget = (schema: string | undefined): DiffTarget =>
  schema === undefined
    ? { tag: 'empty' }
    : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] };

/** Prisma's migration engine, bound to one database. Its errors are the engine's own, in English. */
export interface SchemaEngine {
  /** Applies those of `migrations` that are not applied yet, in their order, and gives their names. */
  apply(migrations: readonly Migration[]): Promise<readonly string[]>;
  /** Notes that the failed migration `name` left nothing behind, so that it may be applied again. */
  markRolledBack(name: string): Promise<void>;
  /** The SQL that leads from one Prisma schema to the other; undefined when there is nothing to do. Reads no database. */
  diff(from: string | undefined, to: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * The engine for the database at `connection`, to which it connects at once. Prisma's own, in WebAssembly: the usual one is
 * a program downloaded from a site that many city networks block. Loading takes about 0.1 s, once per process.
 */
export const openSchemaEngine = async (connection: Connection): Promise<SchemaEngine> => {
  loaded ??= load();
  await loaded;
  const ignore = (): void => {};
  const pool = new pg.Pool({ ...connection, max: 2 });
  pool.on('error', ignore);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool, { onConnectionError: ignore }));
  /** What went wrong in the adapter comes back from the engine as a number only. */
  const withCause = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const number = /External error id#(\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
      const record = number === undefined ? undefined : adapter.errorRegistry.consumeError(Number(number));
      throw record?.error ?? error;
    }
  };
  const start = bindings.SchemaEngine.new({ datamodels: [['schema.prisma', DATASOURCE]] }, ignore, adapter);
  const engine = await withCause(start).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return {
    apply: async (migrations) => {
      const input = { migrationsList: migrationList(migrations), filters: FILTERS };
      return (await withCause(engine.applyMigrations(input))).appliedMigrationNames;
    },
    markRolledBack: async (migrationName) => {
      await withCause(engine.markMigrationRolledBack({ migrationName }));
    },
    diff: async (from, to) => {
      const input: DiffParams = {
        from: schemaTarget(from),
        to: schemaTarget(to),
        script: true,
        exitCode: true,
        filters: FILTERS,
      };
      const { exitCode, stdout } = await withCause(engine.diff(input));
      return exitCode === 0 ? undefined : (stdout ?? undefined);
    },
    close: async () => {
      engine.free();
      await pool.end();
    },
  };
};
