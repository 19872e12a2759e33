import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { schemaFiles } from "./schema-files.ts";

let loaded: Promise<typeof SchemaEngine> | undefined;

/** Prisma's migration engine as WebAssembly: no binary to download, so it works behind a firewall. */
function engineClass(): Promise<typeof SchemaEngine> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const wasm = require
      .resolve("@prisma/schema-engine-wasm")
      .replace("schema_engine.js", "schema_engine_bg.wasm");
    const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
      "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
    });
    engine.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return engine.SchemaEngine;
  })();
  return loaded;
}

/** A script that Postgres refused, in its own words, with the line it stumbled on and what was on it. */
export class ScriptError extends Error {
  constructor(script: string, cause: Error & { position?: string; where?: string }) {
    const before = script.slice(0, Number(cause.position ?? 0)).split("\n");
    const place = cause.position
      ? `line ${before.length}: ${script.split("\n")[before.length - 1]}`
      : cause.where;
    super(place ? `${cause.message}\n${place}` : cause.message, { cause });
  }
}

type Session = { pools: pg.Pool[]; failure?: ScriptError };

/** The engine asks the catalog for columns of the type "char" (18), which the adapter can't name: "bpchar" reads alike. */
function readable(result: pg.QueryResult): pg.QueryResult {
  for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1042;
  return result;
}

/** Sends a whole script at once: the adapter would cut it at every semicolon, also inside function bodies. */
async function adapterFor(url: string, session: Session): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  session.pools.push(pool);
  // A server that stops while a connection is being closed still tells it so; a failed query says so by itself.
  pool.on("error", () => {});
  const query = pool.query.bind(pool) as (request: pg.QueryConfig) => Promise<pg.QueryResult>;
  const adapter = await new PrismaPg(
    Object.assign(pool, { query: async (request: pg.QueryConfig) => readable(await query(request)) }),
  ).connect();
  // A constraint's type is one character, and the engine stops at one that comes as text.
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    const column = result.columnNames.indexOf("constraint_type");
    if (column >= 0) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script: string) => {
    try {
      await pool.query(script);
    } catch (error) {
      session.failure = new ScriptError(script, error as Error);
      throw session.failure;
    }
  };
  return adapter;
}

/**
 * Opens the engine on a database for the time of `work`.
 * @param urls the database to work on, and an empty one, needed to learn what the migrations amount to.
 * @throws ScriptError when a migration's SQL is refused.
 */
export async function withEngine<T>(
  urls: { url: string; shadowUrl?: string },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const session: Session = { pools: [] };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => adapterFor(urls.url, session),
    connectToShadowDb: () => adapterFor(urls.shadowUrl ?? urls.url, session),
  };
  const Engine = await engineClass();
  const opened = await Engine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(opened);
  } catch (error) {
    throw session.failure ?? error;
  } finally {
    opened.free();
    // The engine's advisory lock is its connection's: an open one would keep the next migration waiting.
    await Promise.all(session.pools.map((pool) => pool.end()));
  }
}

const refuse = async () => {
  throw new Error("There is no database to do this in");
};

/** Stands for an empty database: the engine asks every database for its version, and makes the schema where there is none. */
const emptyDatabase = {
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 18", 180000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => {},
} as unknown as SqlDriverAdapter;

/** The SQL by which the models' tables would be made. No server is asked. */
export async function schemaAsSql(): Promise<string> {
  const connect = async () => emptyDatabase;
  const Engine = await engineClass();
  const opened = await Engine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect,
      connectToShadowDb: connect,
    }),
  );
  try {
    const { stdout } = await opened.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", ...schemaFiles() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    opened.free();
  }
}
