import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { openPool } from "./connection";
import { isAborted, NotFound, translate, Unscopable, withAsked } from "./errors";
import { PrismaClient } from "./generated/client";
import { guardExtension } from "./guard";
import { handles } from "./handle";
import { kindOf, type Models, systemModels } from "./kinds";
import { refusePrivilegedRole } from "./role-check";
import { isUuid, running, type Scope, type TenantId, type Written } from "./scope";
import { writeTerms } from "./search-terms";

type Guarded = ReturnType<typeof guard>;
type Transaction<Client extends { $transaction: unknown }> = Client extends {
  $transaction<R>(run: (tx: infer Tx) => Promise<R>): Promise<R>;
}
  ? Tx
  : never;

/** What the kernel keeps to itself. */
type Hidden =
  | "$queryRawUnsafe"
  | "$executeRawUnsafe"
  | "user"
  | "credential"
  | "session"
  | "securityEvent"
  | "rateLimit"
  | "platformEvent"
  | "systemMail";

/** One shop's database: every call on it is that shop's, and it lives as long as its transaction. */
export type Db = Omit<Transaction<Guarded>, Hidden>;

/** What the kernel's own work sees: people, shops and what is noted over all of them, and the shared tables. No shop's rows. */
export type SystemDb = Pick<
  Transaction<PrismaClient>,
  Uncapitalize<(typeof systemModels)[number]> | "$queryRaw" | "$executeRaw" | "$queryRawUnsafe"
>;

export type KernelOptions = {
  /** Postgres address of the app's role. */
  url: string;
  /** The context signing key, 64 hexadecimal characters. */
  key: string;
  /** Connections at the most. */
  poolSize?: number;
  /** Milliseconds that a transaction may take. */
  timeout?: number;
  /** Milliseconds to wait for a connection. */
  wait?: number;
  /** False takes layer one away. For tests that show layer two holds alone. */
  guarded?: boolean;
};

function guard(prisma: PrismaClient) {
  return prisma.$extends(guardExtension(modelsOf(prisma)));
}

/** Prisma keeps the models it was generated from on the client; a test pins that it still does. */
export function modelsOf(prisma: PrismaClient): Models {
  return (prisma as unknown as { _runtimeDataModel: { models: Models } })._runtimeDataModel.models;
}

export type Kernel = ReturnType<typeof openKernel>;

/** Opens a database for many shops. The app has one, `tenancy.ts`; tests open their own. */
export function openKernel({
  url,
  key,
  poolSize = 10,
  timeout = 20_000,
  wait = 10_000,
  guarded = true,
}: KernelOptions) {
  const pool: pg.Pool = openPool(url, key, poolSize);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const scoped = guarded ? guard(prisma) : (prisma as unknown as Guarded);
  const models = modelsOf(prisma);
  const named = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  const shops = Object.keys(models).filter((name) => kindOf(models, name) !== "system");
  const handle = {
    shop: handles(shops.map(named), ["$queryRaw", "$executeRaw"]),
    system: handles(systemModels.map(named), ["$queryRaw", "$executeRaw", "$queryRawUnsafe"]),
  };
  let checked: Promise<void> | undefined;

  function ready(): Promise<void> {
    checked ??= refusePrivilegedRole(pool).catch((error) => {
      checked = undefined;
      throw error;
    });
    return checked;
  }

  async function transact<Tx, Result>(
    client: { $transaction: unknown },
    scope: Scope,
    run: (db: Tx) => Promise<Result>,
  ): Promise<Result> {
    const outer = running.getStore();
    if (outer) {
      if (outer.scope !== scope)
        throw new Unscopable("One transaction is one shop: this one has entered another");
      return run(outer.db as Tx);
    }
    await ready();
    const begin = client.$transaction as (
      run: (client: object) => Promise<Result>,
      options: object,
    ) => Promise<Result>;
    const asked = new Set<string>();
    const written: Written | undefined = scope === "system" ? undefined : new Map();
    const inside = (client: object) => {
      const db = handle[scope === "system" ? "system" : "shop"](client) as Tx;
      return running.run({ scope, db, asked, written }, async () => {
        const result = await run(db);
        // What aborted the transaction is told by its COMMIT.
        if (written)
          await writeTerms(db as Db, written).catch((error) => {
            if (!isAborted(error)) throw error;
          });
        return result;
      });
    };
    try {
      return await running.run({ scope, db: undefined, asked, written }, () =>
        begin.call(client, inside, { maxWait: wait, timeout }),
      );
    } catch (error) {
      throw withAsked(translate(error), asked);
    }
  }

  /**
   * Runs `run` in one transaction that is one shop's: BEGIN and the signed context, `run`, COMMIT. Inside the same shop's transaction
   * it joins; inside another's it refuses. No network, mail or redirect in `run`: a throw rolls back.
   * @throws NotFound, TenantMismatch, Taken, Unscopable, NothingSaved, or what `run` threw.
   */
  async function withTenant<Result>(tenantId: TenantId, run: (db: Db) => Promise<Result>): Promise<Result> {
    if (!isUuid(tenantId)) throw new Unscopable("withTenant needs a tenant");
    return transact<Db, Result>(scoped, tenantId, run);
  }

  /** Runs `run` as the kernel itself: identity and the security log. Sees no shop's rows. */
  function withSystem<Result>(run: (db: SystemDb) => Promise<Result>): Promise<Result> {
    return transact<SystemDb, Result>(prisma, "system", run);
  }

  /** Visits every shop, one transaction each, in order of creation. The way to do cross-tenant work. */
  async function everyTenant(visit: (tenantId: TenantId, db: Db) => Promise<void>): Promise<void> {
    const tenants = await withSystem((db) =>
      db.tenant.findMany({ select: { id: true }, orderBy: { createdAt: "asc" } }),
    );
    for (const { id } of tenants) await withTenant(id as TenantId, (db) => visit(id as TenantId, db));
  }

  async function close(): Promise<void> {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  }

  return { withTenant, withSystem, everyTenant, ready, close, pool };
}

/** @throws NotFound unless `id` has the form of an id: what can't be an id names nothing. */
export function requireUuid(id: string): string {
  if (!isUuid(id)) throw new NotFound();
  return id;
}
