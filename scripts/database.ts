import { existsSync } from "node:fs";
import { join } from "node:path";
import { appFlags, runQuietly } from "./child.ts";
import { installKey } from "./key.ts";
import { applyMigrations } from "./migrations.ts";
import { dataFolder, root } from "./paths.ts";
import { startPostgres } from "./postgres.ts";
import { Advice, step } from "./progress.ts";
import { createRoles } from "./roles.ts";
import { keptSecrets, type Secrets } from "./secrets.ts";
import { noteSeed, type Seed, seedsOf } from "./seeds.ts";
import { databaseOf, urlWith, withClient } from "./sql.ts";

/** What the app is given to reach its database; also what seeds run with. */
export type AppEnvironment = {
  DATABASE_URL: string;
  ANALYTICS_DATABASE_URL: string;
  TENANCY_KEY: string;
  NEXTAUTH_SECRET: string;
};

export type Database = {
  adminUrl: string;
  secrets: Secrets;
  /** Whether it is the one from the packages, in .data. */
  own: boolean;
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/** Reads .env.local and .env, as Next.js does; what the shell has set wins. */
export function loadEnvFiles(): void {
  for (const name of [".env.local", ".env"]) {
    const file = join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}

/**
 * Opens the database: the one that DATABASE_URL and DATABASE_OWNER_URL name, or else the Postgres from the packages.
 * @throws Advice when only one of the two is set, they do not fit, or the server is older than PostgreSQL 15.
 */
export async function openDatabase(): Promise<Database> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  const secrets = withEnvironment(await keptSecrets(dataFolder));
  if (!appUrl && !ownerUrl) {
    const postgres = await step("Database started", () =>
      startPostgres({ dir: join(dataFolder, "postgres"), port: 55432 }),
    );
    return { ...postgres, secrets, own: true };
  }
  if (!appUrl || !ownerUrl)
    throw new Advice(`${appUrl ? "DATABASE_OWNER_URL" : "DATABASE_URL"} is missing. ${bothOrNone}`);
  const appPassword = checkedPassword(appUrl, ownerUrl);
  await checkServer(ownerUrl);
  const never = new Promise<void>(() => {});
  return {
    adminUrl: ownerUrl,
    secrets: { ...secrets, appPassword },
    own: false,
    ended: never,
    stop: async () => {},
  };
}

const bothOrNone =
  "For a Postgres of your own set both: DATABASE_URL, in which the app signs in as bastion_app, and DATABASE_OWNER_URL, " +
  "an admin of the same database that may create roles. Set neither to use the Postgres that comes with the packages.";

function withEnvironment(kept: Secrets): Secrets {
  const tenancyKey = process.env.TENANCY_KEY ?? kept.tenancyKey;
  if (!/^[0-9a-f]{64}$/i.test(tenancyKey))
    throw new Advice("TENANCY_KEY must be 64 hexadecimal digits: openssl rand -hex 32");
  return { ...kept, tenancyKey, nextAuthSecret: process.env.NEXTAUTH_SECRET ?? kept.nextAuthSecret };
}

function checkedPassword(appUrl: string, ownerUrl: string): string {
  const app = parsed("DATABASE_URL", appUrl);
  parsed("DATABASE_OWNER_URL", ownerUrl);
  if (app.username !== "bastion_app" || !app.password) {
    throw new Advice(
      "DATABASE_URL must name the user bastion_app and a password of your choice; the start makes that role.",
    );
  }
  if (databaseOf(appUrl) !== databaseOf(ownerUrl)) {
    throw new Advice(
      "DATABASE_URL and DATABASE_OWNER_URL name two different databases; they must name the same one.",
    );
  }
  return decodeURIComponent(app.password);
}

function parsed(name: string, url: string): URL {
  if (!URL.canParse(url))
    throw new Advice(`${name} is not a URL such as postgresql://user:password@host:5432/database`);
  return new URL(url);
}

async function checkServer(ownerUrl: string): Promise<void> {
  const version = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as number, version() as name",
    );
    return rows[0] as { number: number; name: string };
  }).catch((error: Error) => {
    throw new Advice(`DATABASE_OWNER_URL does not let us in: ${error.message}`);
  });
  if (version.number < 150000)
    throw new Advice(`PostgreSQL 15 or later is needed. The server says: ${version.name}`);
}

/** Brings roles, tables and the signing key of a database up to date. Doing it again changes nothing. */
export async function prepareDatabase({
  adminUrl,
  secrets,
}: Pick<Database, "adminUrl" | "secrets">): Promise<void> {
  await createRoles(adminUrl, secrets);
  const applied = await applyMigrations(adminUrl);
  if (applied.length) await step(`${applied.length} migrations applied`, async () => {});
  await installKey(adminUrl, secrets.tenancyKey);
}

/** The environment that the app runs with on a prepared database. */
export function appEnvironment({
  adminUrl,
  secrets,
}: Pick<Database, "adminUrl" | "secrets">): AppEnvironment {
  const app = process.env.DATABASE_OWNER_URL === adminUrl ? process.env.DATABASE_URL : undefined;
  const analytics = app ? process.env.ANALYTICS_DATABASE_URL : undefined;
  return {
    DATABASE_URL: app ?? urlWith(adminUrl, { user: "bastion_app", password: secrets.appPassword }),
    ANALYTICS_DATABASE_URL:
      analytics ??
      urlWith(app ?? adminUrl, { user: "bastion_analytics", password: secrets.analyticsPassword }),
    TENANCY_KEY: secrets.tenancyKey,
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
  };
}

/** Fills a prepared database with a seed, unless it has had it. @throws Advice with what the seed said when it fails. */
export async function seedDatabase(
  database: Pick<Database, "adminUrl" | "secrets">,
  seed: Seed,
): Promise<void> {
  const { adminUrl } = database;
  if ((await seedsOf(adminUrl)).has(seed)) return;
  const env = { ...appEnvironment(database), SEED_ADMIN_URL: adminUrl };
  await step(seed === "demo" ? "Demo shops made" : "Vehicles, parts and insurers loaded", async () => {
    const { code, output } = await runQuietly("scripts/seed.ts", [seed], { env, flags: appFlags });
    if (code !== 0) throw new Advice(`The ${seed} data could not be loaded.\n${output}`);
    await noteSeed(adminUrl, seed);
  });
}
