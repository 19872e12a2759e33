/** The server refuses to start as a database role that row level security would not hold. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { ready } = await import("@/lib/tenancy/tenancy");
  try {
    await ready();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
