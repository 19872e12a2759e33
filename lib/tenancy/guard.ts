import { TenantMismatch, Unscopable } from "./errors";
import { Prisma } from "./generated/client";
import { kindOf, type Models, sameOwner, sharedOwner } from "./kinds";
import { running } from "./scope";

/** Stands for the shop that is running, wherever a composite key wants its tenant. See `by`. */
export const here = "00000000-0000-0000-0000-000000000000";

type Args = Record<string, unknown>;
type Relation = { name: string; type: string };

/** Rows that the kernel alone adds, and a column of theirs that it alone changes: who works where, and a shop's address. */
const kernelAdds: Record<string, string> = {
  Membership: "userId",
  Tenant: "slug",
  ShopSecurityEvent: "userId",
};

const filtered = new Set(
  "findFirst findFirstOrThrow findMany count aggregate groupBy updateMany updateManyAndReturn deleteMany".split(
    " ",
  ),
);
const unique = new Set("findUnique findUniqueOrThrow update delete upsert".split(" "));
const creates = new Set("create createMany createManyAndReturn".split(" "));
const reads = new Set(
  "findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy".split(" "),
);
const adding = new Set("create createMany createManyAndReturn connectOrCreate upsert".split(" "));
const nestedWrites = new Set(
  "create createMany connect connectOrCreate update updateMany upsert delete deleteMany set disconnect".split(
    " ",
  ),
);

const linking = new Set(["connect", "disconnect"]);
const writesData = new Set(["data", "create", "update"]);
const picksRows = new Set("where connect disconnect set delete deleteMany".split(" "));

/** Whether a value has arguments in it. Prisma would also look into an object of a class, and its getters could answer differently the second time. */
function isTree(node: unknown): node is Args {
  if (Object(node) !== node) return false;
  const prototype = Object.getPrototypeOf(node);
  if (prototype === Object.prototype || prototype === null) return true;
  throw new Unscopable("An argument is an object of a class that the guard does not know");
}

/** Adds the tenant to one model call, nested parts included. Throws before anything is sent where it can't. */
export class Guard {
  constructor(
    private readonly models: Models,
    private readonly tenantId: string,
  ) {}

  /**
   * @param args the call's arguments as the feature wrote them; they are not changed.
   * @returns the arguments to send.
   * @throws TenantMismatch where an argument names another tenant; Unscopable where the call can't be kept inside one.
   */
  scope(model: string, operation: string, args: Args): Args {
    const kind = kindOf(this.models, model);
    const writes = !reads.has(operation);
    if (kind === "system") throw new Unscopable(`${model} is the kernel's own`);
    if (kind === "shared" && writes) throw new Unscopable(`${model} is shared: no shop writes it`);
    if (kind === "tenant" && writes && !operation.startsWith("update"))
      throw new Unscopable(`No shop may ${operation} a shop`);
    this.refuseAdding(model, [operation]);
    if (!filtered.has(operation) && !unique.has(operation) && !creates.has(operation))
      throw new Unscopable(`The guard does not know ${operation}`);

    const scoped = this.walk(model, args, false) as Args;
    if (kind === "shared") return scoped;
    if (filtered.has(operation)) scoped.where = this.and(this.filter(model, writes), scoped.where);
    if (unique.has(operation)) scoped.where = this.alsoBy(this.filter(model, writes), scoped.where as Args);
    if (creates.has(operation)) scoped.data = this.own(model, scoped.data);
    if (operation === "upsert") scoped.create = this.own(model, scoped.create);
    return scoped;
  }

  private filter(model: string, writes: boolean): Args {
    const kind = kindOf(this.models, model);
    if (kind === "tenant") return { id: this.tenantId };
    if (kind !== "sharedOrOwn" || writes) return { tenantId: this.tenantId };
    return this.models[model]?.fields.some((field) => field.name === "owner")
      ? { owner: { in: [sharedOwner, this.tenantId] } }
      : { OR: [{ tenantId: null }, { tenantId: this.tenantId }] };
  }

  private and(filter: Args, where: unknown): Args {
    return where ? { AND: [filter, where] } : filter;
  }

  /** A unique key keeps its place at the top; the filter joins whatever else the call asks. */
  private alsoBy(filter: Args, where: Args): Args {
    return { ...where, AND: [filter, ...[where.AND ?? []].flat()] };
  }

  /** Sets the tenant on new rows. Where a parent is connected by relation, Prisma takes it from the parent's key. */
  private own(model: string, data: unknown): unknown {
    if (Array.isArray(data)) return data.map((row) => this.own(model, row));
    const row = data as Args;
    const names = this.models[model]?.fields ?? [];
    const takesItFromParent = names.some(
      (field) =>
        field.kind === "object" &&
        field.name in row &&
        names.some((other) => other.name === `${field.name}Id`),
    );
    return takesItFromParent ? row : { ...row, tenantId: this.tenantId };
  }

  /**
   * Visits every argument: a tenant that is named must be this one, and no relation may lead from a shared table into a tenant's.
   * From one tenant table to another the composite foreign key keeps the relation inside the tenant, as it does along `sameOwner`.
   */
  private walk(model: string, node: unknown, inData: boolean): unknown {
    if (Array.isArray(node)) return node.map((item) => this.walk(model, item, inData));
    if (!isTree(node)) return node;
    const result: Args = {};
    for (const [key, value] of Object.entries(node)) {
      const field = this.models[model]?.fields.find((one) => one.name === key);
      if (key === "tenantId" && typeof value !== "boolean") result[key] = this.sameTenant(value);
      else if (field?.kind === "object") result[key] = this.step(model, field, value, inData);
      else if (inData && kernelAdds[model] === key) throw new Unscopable(`${key} is the kernel's to set`);
      else if (field) result[key] = value;
      else {
        if ((value as Args | null)?._count === true) this.countsAll(model);
        result[key] = this.walk(model, value, writesData.has(key) || (inData && !picksRows.has(key)));
      }
    }
    return result;
  }

  private step(from: string, { name, type: to }: Relation, value: unknown, inData: boolean): unknown {
    const [source, target] = [kindOf(this.models, from), kindOf(this.models, to)];
    if (target === "system" && (inData || !(from === "Membership" && to === "User")))
      throw new Unscopable(`${to} is the kernel's own`);
    const readsSameOwner = !inData && sameOwner.has(`${from}.${name}`);
    if (source !== "own" && target !== "shared" && !readsSameOwner)
      throw new Unscopable(`A shared table leads to every shop: ${from} to ${to}`);
    const verbs = inData ? Object.keys((value ?? {}) as Args) : [];
    if (target !== "own" && verbs.some((verb) => nestedWrites.has(verb) && !linking.has(verb)))
      throw new Unscopable(`${to} is shared: no shop writes it`);
    this.refuseAdding(to, verbs);
    return this.walk(to, value, inData);
  }

  private refuseAdding(model: string, verbs: string[]): void {
    if (kernelAdds[model] && verbs.some((verb) => adding.has(verb)))
      throw new Unscopable(`Only the kernel adds a ${model}`);
  }

  /** `_count: true` counts over every relation of a model without naming one. */
  private countsAll(model: string): void {
    for (const field of this.models[model]?.fields ?? [])
      if (field.kind === "object") this.step(model, field, true, false);
  }

  private sameTenant(value: unknown): string {
    if (value === here || value === this.tenantId) return this.tenantId;
    throw new TenantMismatch();
  }
}

const guards = new Map<string, Guard>();

/** Layer one: a Prisma extension that scopes every call on the transaction it runs in. Raw SQL passes, tagged templates only. */
export function guardExtension(models: Models) {
  return Prisma.defineExtension({
    name: "tenant guard",
    query: {
      async $allOperations({ model, operation, args, query }) {
        const scope = running.getStore()?.scope;
        if (!scope || scope === "system") throw new Unscopable("No shop is running: use withTenant");
        if (!model) {
          if (operation !== "$queryRaw" && operation !== "$executeRaw")
            throw new Unscopable(`${operation} is not for features`);
          return query(args);
        }
        let guard = guards.get(scope);
        if (!guard) {
          if (guards.size > 1000) guards.clear();
          guard = new Guard(models, scope);
          guards.set(scope, guard);
        }
        return query(guard.scope(model, operation, (args ?? {}) as Args) as typeof args);
      },
    },
  });
}
