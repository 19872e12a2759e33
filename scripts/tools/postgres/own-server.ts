import { Advice } from "../process/progress.ts";
import { databaseOf, withClient } from "./sql.ts";

const bothOrNone =
  "For a Postgres of your own set both: DATABASE_URL, in which the app signs in as bastion_app, and DATABASE_OWNER_URL, " +
  "an admin of the same database that may create roles. Set neither to use the Postgres that comes with the packages.";

export type OwnServer = { appUrl: string; adminUrl: string; appPassword: string; analyticsUrl?: string };

/**
 * The Postgres that the environment names, or null when it names none.
 * @throws Advice when only one of the two URLs is set, they do not fit, or the server is older than PostgreSQL 15.
 */
export async function ownServer(env: NodeJS.ProcessEnv): Promise<OwnServer | null> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: adminUrl, ANALYTICS_DATABASE_URL: analyticsUrl } = env;
  if (!appUrl && !adminUrl) return null;
  if (!appUrl || !adminUrl)
    throw new Advice(`${appUrl ? "DATABASE_OWNER_URL" : "DATABASE_URL"} is missing. ${bothOrNone}`);
  const app = parsed("DATABASE_URL", appUrl);
  parsed("DATABASE_OWNER_URL", adminUrl);
  if (app.username !== "bastion_app" || !app.password) {
    throw new Advice(
      "DATABASE_URL must name the user bastion_app and a password of your choice; the start makes that role.",
    );
  }
  if (databaseOf(appUrl) !== databaseOf(adminUrl)) {
    throw new Advice(
      "DATABASE_URL and DATABASE_OWNER_URL name two different databases; they must name the same one.",
    );
  }
  await checkServer(adminUrl);
  return { appUrl, adminUrl, appPassword: decodeURIComponent(app.password), analyticsUrl };
}

function parsed(name: string, url: string): URL {
  if (!URL.canParse(url))
    throw new Advice(`${name} is not a URL such as postgresql://user:password@host:5432/database`);
  return new URL(url);
}

async function checkServer(adminUrl: string): Promise<void> {
  const version = await withClient(adminUrl, async (client) => {
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
