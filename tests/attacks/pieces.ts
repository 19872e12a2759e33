import { here } from "@/lib/tenancy/guard";
import type { Column, Shape } from "./shape";

/** Picks one; how, is the test runner's to say. */
export type Draw = <T>(options: readonly T[]) => T;
export type Args = Record<string, unknown>;

/** Draws the pieces of a Prisma call's arguments, with ids of two shops mixed in. */
export class Pieces {
  constructor(
    private readonly shapes: Shape[],
    /** Ids by table: of both shops. */
    private readonly ids: Record<string, string[]>,
    private readonly tenants: string[],
    private readonly draw: Draw,
  ) {}

  odds(one: number): boolean {
    return this.draw(Array.from({ length: one }, (_, index) => index)) === 0;
  }

  some<T>(options: readonly T[], most: number): T[] {
    if (options.length === 0) return [];
    const count = this.draw(Array.from({ length: most + 1 }, (_, index) => index));
    return [...new Set(Array.from({ length: count }, () => this.draw(options)))];
  }

  shapeOf(model: string): Shape {
    return this.shapes.find((shape) => shape.model === model) as Shape;
  }

  tenant(): string {
    return this.draw([here, ...this.tenants]);
  }

  value(table: string, { field, type, labels, target }: Column): unknown {
    if (field === "tenantId" || field === "owner") return this.tenant();
    if (type === "uuid")
      return this.draw(this.ids[field === "id" ? table : (target ?? "")] ?? Object.values(this.ids).flat());
    if (labels.length) return this.draw(labels);
    if (type === "int4") return this.draw([0, 1, 2, 3]);
    if (type === "int8") return 1n;
    if (type === "bool") return this.draw([true, false]);
    if (type === "date" || type === "timestamptz") return new Date("2020-02-02");
    if (type === "jsonb") return { said: "own" };
    if (type === "_text") return ["own"];
    return this.draw(["own", "", "x"]);
  }

  where(shape: Shape, depth: number): Args {
    const conditions = this.some(["scalar", "scalar", "relation", "logic"] as const, 2).map((kind): Args => {
      if (kind === "logic")
        return { [this.draw(["AND", "OR", "NOT"])]: [depth ? this.where(shape, depth - 1) : {}] };
      if (kind === "relation" && depth && shape.relations.length) {
        const { name, to, many } = this.draw(shape.relations);
        const how = this.draw(many ? ["some", "every", "none"] : ["is", "isNot"]);
        return { [name]: { [how]: this.where(this.shapeOf(to), depth - 1) } };
      }
      const column = this.draw(shape.columns);
      const value = this.value(shape.table, column);
      const filters = [value, { in: [value] }, { not: value }];
      if (column.type === "text") filters.push({ startsWith: "the" }, { contains: "irs" });
      return { [column.field]: this.draw(filters) };
    });
    return Object.assign({}, ...conditions);
  }

  unique(shape: Shape, depth: number): Args {
    const fields = this.draw(shape.uniques);
    const values: Args = {};
    for (const column of shape.columns)
      if (fields.includes(column.field)) values[column.field] = this.value(shape.table, column);
    const key = fields.length === 1 ? values : { [fields.join("_")]: values };
    return this.odds(4) && depth ? { ...this.where(shape, depth - 1), ...key } : key;
  }

  selection(shape: Shape, depth: number): Args {
    if (!depth || this.odds(3)) return {};
    const picked: Args = {};
    for (const { name, to, many } of this.some(shape.relations, 2)) {
      const target = this.shapeOf(to);
      const inside = {
        ...this.selection(target, depth - 1),
        ...(many && { where: this.where(target, depth - 1) }),
      };
      picked[name] = this.draw([true, inside]);
    }
    if (this.odds(3)) {
      const lists = shape.relations.filter((relation) => relation.many);
      const named = Object.fromEntries(this.some(lists, 2).map(({ name }) => [name, true]));
      picked._count = this.draw([true, { select: named }]);
    }
    if (Object.keys(picked).length === 0) return {};
    if (this.odds(2)) return { include: picked };
    const columns = this.some(shape.columns, 3).map(({ field }) => [field, true]);
    return { select: { ...picked, ...Object.fromEntries(columns) } };
  }

  /** @param without the relation that leads back to the parent, which gives its own key. */
  data(shape: Shape, depth: number, fresh: boolean, without?: string): Args {
    const linked = this.odds(2);
    const links = shape.relations.filter(({ name, many }) => !many && name !== without);
    const data: Args = {};
    for (const column of shape.columns.filter(({ generated }) => !generated)) {
      const isLink = shape.relations.some(({ name }) => column.field === `${name}Id`);
      if (
        column.field === `${without}Id` ||
        (column.field === "tenantId" && (without || linked || !this.odds(3)))
      )
        continue;
      if (isLink && linked) continue;
      if (column.field === "id" ? this.odds(4) : (fresh && column.required) || this.odds(6))
        data[column.field] = this.value(shape.table, column);
    }
    if (linked)
      for (const { name, to } of links)
        if (fresh || this.odds(3)) data[name] = this.nested(this.shapeOf(to), depth, fresh, false, undefined);
    if (depth)
      for (const { name, to } of this.some(
        shape.relations.filter(({ many }) => many),
        1,
      ))
        data[name] = this.nested(this.shapeOf(to), depth - 1, fresh, true, this.backTo(shape.model, to));
    return data;
  }

  backTo(model: string, from: string): string | undefined {
    return this.shapeOf(from).relations.find(({ to, many }) => to === model && !many)?.name;
  }

  nested(to: Shape, depth: number, fresh: boolean, many: boolean, back: string | undefined): Args {
    const fine = depth > 0;
    const make = () => this.data(to, fine ? depth - 1 : 0, true, back);
    const change = () => this.data(to, 0, false, back);
    const one = () => this.unique(to, depth);
    const verbs: Record<string, () => unknown> = {
      connect: () => (many ? [one()] : one()),
      connectOrCreate: () => ({ where: one(), create: make() }),
      create: make,
      ...(many && { createMany: () => ({ data: [this.data(to, 0, true, back)] }) }),
      ...(!fresh && {
        update: () => (many ? { where: one(), data: change() } : change()),
        upsert: () => ({ ...(many && { where: one() }), create: make(), update: change() }),
        ...(many && {
          set: () => [one()],
          disconnect: () => [one()],
          delete: () => [one()],
          deleteMany: () => [this.where(to, depth)],
          updateMany: () => ({ where: this.where(to, 0), data: change() }),
        }),
      }),
    };
    const verb = this.draw(["connect", ...Object.keys(verbs)]);
    return { [verb]: verbs[verb]?.() };
  }
}
