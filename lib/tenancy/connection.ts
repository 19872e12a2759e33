import pg from "pg";
import { NothingSaved } from "./errors";
import { noteIds, running, ticket } from "./scope";
import { type Witnessed, witnessed } from "./witnessed";

// A borrowed connection goes back with nothing of its borrower's: settings, cursors, channels, session locks.
const COMMIT_AND_RESET =
  "COMMIT; RESET ALL; CLOSE ALL; UNLISTEN *; DEALLOCATE ALL; SELECT pg_advisory_unlock_all()";
const ROLLBACK_AND_RESET = COMMIT_AND_RESET.replace("COMMIT", "ROLLBACK");

type Query = { text: string; values?: unknown };

/**
 * Opens a pool whose every transaction enters the scope that is running, in the same message as its BEGIN, and is cleaned in the
 * same message as its COMMIT or ROLLBACK: no extra round trip, and safe behind a transaction pooler.
 * @param key the signing key, hexadecimal.
 */
export function openPool(connectionString: string, key: string, size: number): pg.Pool {
  class TenantClient extends pg.Client {
    /** The real backend behind this connection; undefined until known, null behind a pooler, where it changes. */
    private backend: number | null | undefined;

    // Whoever has borrowed it listens for its death; in the moment between two of them nobody does, and that would end the process.
    constructor(config: pg.ClientConfig) {
      super(config);
      this.on("error", () => {});
    }

    override query(...args: any[]): any {
      const text = (args[0] as Query | undefined)?.text ?? args[0];
      if (text === "BEGIN") return this.begin();
      if (text === "COMMIT") return this.commit();
      if (text === "ROLLBACK") return super.query(ROLLBACK_AND_RESET as never);
      const values = (args[0] as Query | undefined)?.values ?? args[1];
      noteIds(values);
      const written = typeof text === "string" ? witnessed(text) : null;
      if (written) return this.write(args, written);
      // @ts-expect-error the arguments are passed on as they came
      return super.query(...args);
    }

    private async write([given, ...rest]: any[], { text, note }: Witnessed): Promise<pg.QueryResult> {
      const result = (await super.query(
        typeof given === "string" ? text : { ...given, text },
        ...rest,
      )) as unknown as pg.QueryResult;
      note(result);
      return result;
    }

    private async begin(): Promise<pg.QueryResult> {
      const scope = running.getStore()?.scope;
      if (!scope) throw new Error("A transaction was begun outside withTenant");
      if (this.backend) {
        const begun = super.query("BEGIN");
        const entered = super.query("SELECT app.enter($1)", [ticket(scope, this.backend, key)]);
        await Promise.all([begun, entered]);
        return entered;
      }
      const results = await super.query("BEGIN; SELECT pg_backend_pid() AS backend");
      const backend = (results as unknown as pg.QueryResult[])[1]?.rows[0].backend as number;
      if (this.backend === undefined) this.backend = backend === this.processIdFromServer() ? backend : null;
      return super.query("SELECT app.enter($1)", [ticket(scope, backend, key)]);
    }

    /**
     * A COMMIT that fails ends its message: what was to follow it is sent again. One of a transaction in which a statement failed
     * is answered ROLLBACK, and no error.
     */
    private async commit(): Promise<pg.QueryResult[]> {
      const results = (await super.query(COMMIT_AND_RESET).catch(async (error: unknown) => {
        await super.query(ROLLBACK_AND_RESET).catch(() => {});
        throw error;
      })) as unknown as pg.QueryResult[];
      if (results[0]?.command !== "COMMIT") throw new NothingSaved();
      return results;
    }

    private processIdFromServer(): number | undefined {
      return (this as unknown as { processID?: number }).processID;
    }
  }
  const pool = new pg.Pool({
    connectionString,
    max: size,
    Client: TenantClient as unknown as pg.PoolConfig["Client"],
    pipeline: true,
  } as pg.PoolConfig);
  pool.on("error", () => {}); // an idle connection that dies is replaced when the next one is borrowed
  return pool;
}
