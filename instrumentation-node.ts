import { ready } from "@/lib/tenancy/tenancy";

/** The server refuses to start as a database role that row level security would not hold. */
await ready().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
