import { existsSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "../migrations/migrations.ts";
import { installKey } from "../postgres/key.ts";
import { ownServer } from "../postgres/own-server.ts";
import { runningPostgres, startPostgres } from "../postgres/postgres.ts";
import { installQueue } from "../postgres/queue.ts";
import { createRoles } from "../postgres/roles.ts";
import { keptSecrets, type Secrets } from "../postgres/secrets.ts";
import { urlWith } from "../postgres/sql.ts";
import { appFlags, runQuietly } from "../process/child.ts";
import { dataFolder, root } from "../process/paths.ts";
import { ownDataFolder } from "../process/private-folder.ts";
import { Advice, say, step } from "../process/progress.ts";
import { noteSeed, type Seed, seedsOf } from "./seeds.ts";

/** A database and what it takes to enter it. The two URLs are derived from the admin's unless given. */
export type Database = { adminUrl: string; secrets: Secrets; appUrl?: string; analyticsUrl?: string };

/** The database of this installation. */
export type OpenDatabase = Database & {
  /** True for the Postgres from the packages; false for a server that the environment names. */
  packaged: boolean;
  /** Settles when the server ended; never for a server that is not ours. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/** What the app is given to reach its database; also what seeds run with. */
export type AppEnvironment = {
  DATABASE_URL: string;
  ANALYTICS_DATABASE_URL: string;
  /** Always empty: the app never holds the admin's address, not even from an .env file. */
  DATABASE_OWNER_URL: "";
  TENANCY_KEY: string;
  NEXTAUTH_SECRET: string;
};

/** Reads .env.local and .env, as Next.js does; what the shell has set wins. */
export function loadEnvFiles(): void {
  for (const name of [".env.local", ".env"]) {
    const file = join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}

/** Opens the database: the one that DATABASE_URL and DATABASE_OWNER_URL name, or else the Postgres from the packages. */
export async function openDatabase(): Promise<OpenDatabase> {
  const own = await ownServer(process.env);
  const secrets = withEnvironment(await keptSecrets(ownDataFolder()));
  if (own) {
    const never = new Promise<void>(() => {});
    const { appPassword, ...urls } = own;
    return {
      ...urls,
      secrets: { ...secrets, appPassword },
      packaged: false,
      ended: never,
      stop: async () => {},
    };
  }
  const postgres = await step("Database started", () =>
    startPostgres({ dir: join(dataFolder, "postgres"), port: 55432 }),
  );
  return { ...postgres, secrets, packaged: true };
}

function withEnvironment(kept: Secrets): Secrets {
  const tenancyKey = process.env.TENANCY_KEY ?? kept.tenancyKey;
  if (!/^[0-9a-f]{64}$/i.test(tenancyKey))
    throw new Advice("TENANCY_KEY must be 64 hexadecimal digits: openssl rand -hex 32");
  const { NEXTAUTH_SECRET: nextAuthSecret = kept.nextAuthSecret, TASKS_DATABASE_URL: tasksUrl } = process.env;
  if (tasksUrl && !URL.canParse(tasksUrl))
    throw new Advice("TASKS_DATABASE_URL is not a URL such as postgresql://user:password@host:5432/database");
  const tasksPassword = tasksUrl ? decodeURIComponent(new URL(tasksUrl).password) : kept.tasksPassword;
  return { ...kept, tenancyKey, nextAuthSecret, tasksPassword };
}

/** Brings roles, tables, the signing key and the queue of a database up to date. Doing it again changes nothing. */
export async function prepareDatabase({ adminUrl, secrets }: Database): Promise<void> {
  await createRoles(adminUrl, secrets);
  const applied = await applyMigrations(adminUrl);
  if (applied.length) say(`Migrations applied: ${applied.join(", ")}`);
  await installKey(adminUrl, secrets.tenancyKey);
  await installQueue(adminUrl);
}

/** The environment that the app runs with on a prepared database. */
export function appEnvironment({ adminUrl, secrets, appUrl, analyticsUrl }: Database): AppEnvironment {
  const app = appUrl ?? urlWith(adminUrl, { user: "bastion_app", password: secrets.appPassword });
  const analytics = urlWith(app, { user: "bastion_analytics", password: secrets.analyticsPassword });
  return {
    DATABASE_URL: app,
    ANALYTICS_DATABASE_URL: analyticsUrl ?? analytics,
    DATABASE_OWNER_URL: "",
    TENANCY_KEY: secrets.tenancyKey,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
  };
}

/** What a worker process is given: what the app is, and its way into the queue. */
export function workerEnvironment(database: Database): AppEnvironment & { TASKS_DATABASE_URL: string } {
  const app = appEnvironment(database);
  const tasks = { user: "bastion_tasks", password: database.secrets.tasksPassword };
  return {
    ...app,
    TASKS_DATABASE_URL: process.env.TASKS_DATABASE_URL ?? urlWith(app.DATABASE_URL, tasks),
  };
}

/**
 * What a worker beside a running installation is given: by the environment, or by the Postgres from the packages that somebody has
 * started from this folder. Starts and changes nothing. @throws Advice when there is none.
 */
export async function joinInstallation(): Promise<Record<string, string>> {
  const { DATABASE_URL: appUrl } = process.env;
  const secrets = withEnvironment(await keptSecrets(dataFolder));
  if (appUrl) return workerEnvironment({ adminUrl: appUrl, appUrl, secrets });
  const adminUrl = runningPostgres(join(dataFolder, "postgres"));
  if (adminUrl) return workerEnvironment({ adminUrl, secrets });
  throw new Advice("Nothing runs here that a worker could help: npm start first, or set DATABASE_URL.");
}

/** Fills a prepared database with a seed, unless it has had it. @throws Advice with what the seed said when it fails. */
export async function seedDatabase(database: Database, seed: Seed): Promise<void> {
  const { adminUrl } = database;
  if ((await seedsOf(adminUrl)).has(seed)) return;
  const env = { ...appEnvironment(database), SEED_ADMIN_URL: adminUrl };
  await step(seed === "demo" ? "Demo shops made" : "Vehicles, parts and insurers loaded", async () => {
    const { code, output } = await runQuietly("scripts/seed.ts", [seed], { env, flags: appFlags });
    if (code !== 0) throw new Advice(`The ${seed} data could not be loaded.\n${output}`);
    await noteSeed(adminUrl, seed);
  });
}
