import type { CatalogChange } from "@/lib/domain/catalog/changed";
import { formatCents } from "@/lib/money";

type Imported = { file: string; added: number; changed: number; unchanged: number };

const VERBS: Record<string, string> = {
  add: "Added",
  edit: "Changed",
  delete: "Deleted",
  import: "Imported",
};

const LABELS: Record<string, string> = {
  nagsNumber: "Part number",
  description: "Description",
  side: "Side",
  listPriceCents: "List price",
  listEffectiveFrom: "Holds from",
  laborMinutes: "Labor minutes",
  kitHalves: "Adhesive kits",
  mouldingRequired: "Moulding",
  clipsQty: "Clips",
  calibration: "Calibration",
  features: "Features",
  interchange: "Interchange",
  supersededBy: "Superseded by",
  demo: "Demo",
  fits: "Vehicles",
  name: "Name",
  phone: "Phone",
  portalUrl: "Portal",
  tradingPartnerId: "EDI trading partner id",
  numberLabel: "Its number is called",
  numberDigits: "Digits",
  tpaName: "Claims go through",
};

/** "Changed DW02501GTYN", "Imported parts.csv". */
export function inWords(action: string, detail: unknown): string {
  const { label, file } = detail as Partial<CatalogChange & Imported>;
  return `${VERBS[action.split(".")[1] ?? ""] ?? action} ${label ?? file ?? ""}`.trim();
}

/** One line for each field that changed, or the counts of an import. What has no label is not for people, nor is what was left at nothing. */
export function linesOf(detail: unknown): string[] {
  const {
    changes,
    file,
    added = 0,
    changed = 0,
    unchanged = 0,
  } = detail as Partial<CatalogChange & Imported>;
  if (file) return [`${added} new, ${changed} changed, ${unchanged} as they were`];
  return Object.entries(changes ?? {}).flatMap(([field, [before, after]]) => {
    const label = LABELS[field];
    if (before === null && (after === false || after === 0)) return [];
    const [from, to] = [valueOf(field, before), valueOf(field, after)];
    return label && from !== to ? [`${label}: ${from} → ${to}`] : [];
  });
}

function valueOf(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (field === "listPriceCents") return formatCents(Number(value));
  if (field === "kitHalves") return String(Number(value) / 2);
  if (field === "listEffectiveFrom") return String(value).slice(0, 10);
  if (field === "fits") return `${(value as unknown[]).length}`;
  if (Array.isArray(value)) return value.join(", ") || "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
