type Field = { name: string; kind: string; type: string; dbName?: string };
export type Models = Record<string, { dbName?: string | null; fields: Field[] }>;

/**
 * `own` has a tenant, `sharedOrOwn` may have one, `shared` has none and no shop writes it, though system administrators may (the database
 * calls those tables published), `tenant` is the shop itself, `system` is the kernel's.
 */
export type Kind = "own" | "sharedOrOwn" | "shared" | "tenant" | "system";

const kinds: Record<string, Kind> = {
  Tenant: "tenant",
  ReasonCode: "sharedOrOwn",
  Part: "sharedOrOwn",
  PartFit: "sharedOrOwn",
  User: "system",
  Credential: "system",
  Session: "system",
  SecurityEvent: "system",
  RateLimit: "system",
  PlatformEvent: "system",
  SystemMail: "system",
};

/**
 * Where rows are at home. `control`: who people and shops are, and what is noted over all of them. `shared`: what every shop reads. All
 * other models are a shop's own, and the kernel's own work does not reach them.
 */
export const planes = {
  control: [
    "Tenant",
    "User",
    "Credential",
    "Session",
    "Membership",
    "TenantFlag",
    "SecurityEvent",
    "ShopSecurityEvent",
    "RateLimit",
    "PlatformEvent",
    "SystemMail",
  ],
  shared: ["Part", "PartFit", "ReasonCode", "Insurer", "Tpa", "VinWmi", "VinWmiSchema", "VinPattern"],
} as const;

/** The models that the kernel's own work may ask. */
export const systemModels = [...planes.control, ...planes.shared];

/** @returns how a model is kept apart, by its name in the Prisma schema. */
export function kindOf(models: Models, model: string): Kind {
  const hasTenant = models[model]?.fields.some((field) => field.name === "tenantId");
  return kinds[model] ?? (hasTenant ? "own" : "shared");
}

/** The column `owner` of shared rows in tables that have one; in a shop's own rows it is the tenant. */
export const sharedOwner = "00000000-0000-0000-0000-000000000000";

/** Relations between shared-or-own tables whose key begins with `owner`, so that a row and what hangs on it are of one owner. A test holds them to the database. */
export const sameOwner: ReadonlySet<string> = new Set(["Part.fits", "PartFit.part"]);
