import { type Args, type Draw, Pieces } from "./pieces";
import type { Shape } from "./shape";

export type Call = { model: string; operation: string; args: Args } | { sql: string };

export const operations = (
  "findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy create createMany createManyAndReturn " +
  "update updateMany updateManyAndReturn upsert delete deleteMany"
).split(" ");

/** Draws calls over the whole surface of the Prisma client. */
export class Calls {
  private readonly pieces: Pieces;

  constructor(
    private readonly shapes: Shape[],
    /** Ids by table: of both shops. */
    private readonly ids: Record<string, string[]>,
    private readonly tenants: string[],
    private readonly draw: Draw,
  ) {
    this.pieces = new Pieces(shapes, ids, tenants, draw);
  }

  next(raw: boolean): Call {
    if (raw && this.pieces.odds(6)) return { sql: this.sql() };
    const shape = this.draw(this.shapes);
    const operation = this.draw(operations);
    return { model: shape.model, operation, args: this.argsOf(shape, operation) };
  }

  private argsOf(shape: Shape, operation: string): Args {
    const where = () => ({ where: this.pieces.where(shape, 2) });
    const selection = () => this.pieces.selection(shape, 2);
    const cursor = () =>
      this.pieces.odds(4) ? { cursor: this.pieces.unique(shape, 0), take: this.draw([1, -1, 3]) } : {};
    const numbers = shape.columns.filter(({ type }) => type === "int4").map(({ field }) => [field, true]);
    const any = Object.fromEntries(
      shape.columns
        .filter(({ type }) => !/bool|json|_text|uuid/.test(type))
        .map(({ field }) => [field, true]),
    );
    const figures = () => ({
      _count: true,
      ...(numbers.length && { _sum: Object.fromEntries(numbers) }),
      _max: any,
      _min: any,
    });
    const rows = () => [
      this.pieces.data(shape, 0, true),
      ...(this.pieces.odds(2) ? [this.pieces.data(shape, 0, true)] : []),
    ];
    const skip = this.pieces.odds(2) ? { skipDuplicates: true } : {};
    switch (operation) {
      case "findUnique":
      case "findUniqueOrThrow":
      case "delete":
        return { where: this.pieces.unique(shape, 2), ...selection() };
      case "findFirst":
      case "findFirstOrThrow":
      case "findMany":
        return { ...where(), ...selection(), ...cursor() };
      case "count":
        return { ...where(), ...cursor() };
      case "aggregate":
        return { ...where(), ...figures() };
      case "groupBy":
        return { ...where(), by: [this.draw(shape.columns).field], ...figures() };
      case "create":
        return { data: this.pieces.data(shape, 2, true), ...selection() };
      case "createMany":
      case "createManyAndReturn":
        return { data: rows(), ...skip };
      case "update":
        return {
          where: this.pieces.unique(shape, 1),
          data: this.pieces.data(shape, 2, false),
          ...selection(),
        };
      case "updateMany":
      case "updateManyAndReturn":
        return { ...where(), data: this.pieces.data(shape, 0, false) };
      case "upsert":
        return {
          where: this.pieces.unique(shape, 1),
          create: this.pieces.data(shape, 1, true),
          update: this.pieces.data(shape, 1, false),
        };
      default:
        return this.pieces.odds(4) ? {} : where();
    }
  }

  /** What an injection might send. */
  private sql(): string {
    const [{ table, columns }, other] = [this.draw(this.shapes), this.draw(this.shapes)];
    const column = this.draw(columns).column;
    const id = this.draw(Object.values(this.ids).flat());
    const tenant = this.draw(this.tenants);
    return this.draw([
      `select to_jsonb(t) from ${table} t`,
      `select to_jsonb(t) from ${table} t where to_jsonb(t)->>'id' = '${id}' or to_jsonb(t)->>'tenant_id' = '${tenant}'`,
      `select to_jsonb(t), to_jsonb(o) from ${table} t full join ${other.table} o on true limit 5`,
      `select count(*)::int from ${table}`,
      `select max(t.${column}::text) from ${table} t`,
      `update ${table} set ${column} = ${column}`,
      `update ${table} set ${column} = null`,
      `delete from ${table} where to_jsonb(${table})->>'id' = '${id}'`,
      `delete from ${table}`,
      `insert into ${table} select * from ${table} on conflict do nothing returning to_jsonb(${table})`,
      `update ${table} set tenant_id = '${tenant}'`,
      `select set_config('app.context', '${tenant}.0', true)`,
      `merge into ${table} t using ${other.table} o on true when matched then delete`,
      `select query_to_xml('select * from ${table}', true, false, '')::text`,
    ]);
  }
}
