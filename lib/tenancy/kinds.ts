type Field = { name: string; kind: string; type: string; dbName?: string };
export type Models = Record<string, { dbName?: string | null; fields: Field[] }>;

/** `own` has a tenant, `sharedOrOwn` may have one, `shared` has none, `tenant` is the shop itself, `system` is the kernel's. */
export type Kind = "own" | "sharedOrOwn" | "shared" | "tenant" | "system";

const kinds: Record<string, Kind> = {
  Tenant: "tenant",
  ReasonCode: "sharedOrOwn",
  User: "system",
  Credential: "system",
  SecurityEvent: "system",
  RateLimit: "system",
};

/** @returns how a model is kept apart, by its name in the Prisma schema. */
export function kindOf(models: Models, model: string): Kind {
  const hasTenant = models[model]?.fields.some((field) => field.name === "tenantId");
  return kinds[model] ?? (hasTenant ? "own" : "shared");
}
