import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** What this installation keeps for itself: the database, its secrets, builds, caches. Git does not see it. */
export const dataFolder = join(root, ".data");

export const migrationsFolder = join(root, "prisma", "migrations");
