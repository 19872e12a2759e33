/** A line, and what it is broken into. */
type Site = { file: string; find: string; replace: string };

/** What holds without an `if`. */
export const sites: Site[] = [
  { file: "lib/tenancy/guard.ts", find: "{ AND: [filter, where] }", replace: "where" },
  {
    file: "lib/tenancy/guard.ts",
    find: "AND: [filter, ...[where.AND ?? []].flat()]",
    replace: "AND: [where.AND ?? []].flat()",
  },
  { file: "lib/tenancy/guard.ts", find: "{ ...row, tenantId: this.tenantId }", replace: "row" },
  {
    file: "lib/tenancy/guard.ts",
    find: "if (value === here || value === this.tenantId) return this.tenantId;",
    replace: "return value as string;",
  },
  {
    file: "lib/tenancy/guard.ts",
    find: "const scoped = this.walk(model, args, false) as Args;",
    replace: "const scoped = { ...args } as Args;",
  },
  { file: "lib/tenancy/guard.ts", find: "return this.walk(to, value, inData);", replace: "return value;" },
  {
    file: "lib/tenancy/guard.ts",
    find: "result[key] = this.step(model, field.type, value, inData)",
    replace: "result[key] = value",
  },
  { file: "lib/tenancy/guard.ts", find: "this.refuseAdding(model, [operation]);", replace: "" },
  { file: "lib/tenancy/guard.ts", find: "this.refuseAdding(to, verbs);", replace: "" },
  {
    file: "lib/tenancy/guard.ts",
    find: "{ OR: [{ tenantId: null }, { tenantId: this.tenantId }] }",
    replace: "{}",
  },
  { file: "lib/tenancy/guard.ts", find: "return { id: this.tenantId };", replace: "return {};" },
  { file: "lib/tenancy/guard.ts", find: '  Membership: "userId",\n', replace: "" },
  { file: "lib/tenancy/guard.ts", find: '  Tenant: "slug",\n', replace: "" },
  {
    file: "lib/tenancy/guard.ts",
    find: "prototype === Object.prototype || prototype === null",
    replace: "prototype === Object.prototype",
  },
  { file: "lib/tenancy/kinds.ts", find: 'hasTenant ? "own" : "shared"', replace: '"shared"' },
  { file: "lib/tenancy/kinds.ts", find: '  Credential: "system",\n', replace: "" },
  { file: "lib/tenancy/kinds.ts", find: '  User: "system",\n', replace: "" },
  {
    file: "lib/tenancy/scope.ts",
    find: "const TICKET_SECONDS = 60;",
    replace: "const TICKET_SECONDS = 999_999;",
  },
  { file: "lib/tenancy/scope.ts", find: "`${scope}.${backend}.${", replace: "`${scope}.0.${" },
  {
    file: "lib/tenancy/kernel.ts",
    find: "guarded ? guard(prisma) : (prisma as unknown as Guarded)",
    replace: "prisma as unknown as Guarded",
  },
  { file: "lib/tenancy/kernel.ts", find: "    await ready();\n", replace: "" },
  { file: "lib/tenancy/kernel.ts", find: "throw translate(error)", replace: "throw error" },
  { file: "lib/tenancy/connection.ts", find: "RESET ALL; ", replace: "" },
  { file: "lib/tenancy/connection.ts", find: "CLOSE ALL; ", replace: "" },
  { file: "lib/tenancy/connection.ts", find: "UNLISTEN *; ", replace: "" },
  { file: "lib/tenancy/connection.ts", find: "DEALLOCATE ALL; ", replace: "" },
  { file: "lib/tenancy/connection.ts", find: "; SELECT pg_advisory_unlock_all()", replace: "" },
  {
    file: "lib/tenancy/connection.ts",
    find: "await super.query(ROLLBACK_AND_RESET).catch(() => {});",
    replace: "",
  },
  { file: "lib/tenancy/connection.ts", find: 'this.on("error", () => {});', replace: "" },
  {
    file: "lib/tenancy/errors.ts",
    find: 'return new NotFound(model);\n    case "P2003"',
    replace: 'return error;\n    case "P2003"',
  },
  { file: "lib/tenancy/errors.ts", find: "return new TenantMismatch(model);", replace: "return error;" },
  { file: "lib/tenancy/errors.ts", find: "return new Taken(", replace: "return error ?? new Taken(" },
  { file: "lib/tenancy/errors.ts", find: "? new NotFound(model) : error", replace: "? error : error" },
  {
    file: "lib/tenancy/errors.ts",
    find: "? new TenantMismatch(model)\n        : error",
    replace: "? error\n        : error",
  },
  {
    file: "lib/door.ts",
    find: 'path.startsWith("/") && !path.startsWith("//") ? path : "/"',
    replace: "path",
  },
  { file: "lib/door.ts", find: "return actor ?? notFound();", replace: "return actor as Actor;" },
  {
    file: "lib/view.ts",
    find: 'const actor = await admitOrLeave(tenant, gate, "page");',
    replace:
      'const actor = (await admitOrLeave(tenant, { feature: {}, allow: ["owner", "admin", "counter", "technician"] as never }, "page")) as Actor;',
  },
  { file: "lib/view.ts", find: "await noteStranger(actor, error, null);", replace: "" },
  { file: "lib/lookup.ts", find: "await noteStranger(actor, error, named);", replace: "" },
  { file: "lib/lookup.ts", find: "private, no-store", replace: "public" },
  { file: "lib/lookup.ts", find: "private, max-age", replace: "public, max-age" },
  { file: "lib/action.ts", find: "await noteStranger(actor, error, values);", replace: "" },
  { file: "lib/action.ts", find: "await audit(db, actor,", replace: "void audit(db, actor," },
  {
    file: "lib/action.ts",
    find: "redirect(`/${actor.slug}${done.to}`)",
    replace: "redirect(`/${tenant}x${done.to}`)",
  },
  { file: "lib/auth/actor.ts", find: "one.slug === slug", replace: "true" },
];
