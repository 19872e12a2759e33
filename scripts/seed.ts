import { seedDemo, seedReference } from "../prisma/seed/index.ts";
import type { AppEnvironment } from "./tools/database/database.ts";
import { main } from "./tools/process/progress.ts";

// A process of its own: `node scripts/seed.ts reference|demo`, with the app's environment and SEED_ADMIN_URL. Whatever
// connections the app's code opens end with it, so that a database can be copied or stopped right after.
await main(async () => {
  const { SEED_ADMIN_URL: adminUrl } = process.env;
  if (process.argv[2] === "reference" && adminUrl) await seedReference(adminUrl);
  else if (process.argv[2] === "demo") await seedDemo(process.env as unknown as AppEnvironment);
  else throw new Error("seed.ts reference|demo, with SEED_ADMIN_URL");
  return 0;
});
