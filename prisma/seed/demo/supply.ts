import type { Db } from "../../../lib/tenancy/kernel";
import { demoParts } from "../reference/parts";

/** The part of the worked quote in README. */
const WORKED = "DW02501GTYN";

const windshields = demoParts.filter(
  ({ glassPosition, nagsNumber }, index) =>
    glassPosition === "windshield" && nagsNumber !== WORKED && index % 7 === 0,
);

const suppliers = [
  {
    name: "Demo Glass Depot",
    phone: "+18005550140",
    accountNumber: "DEMO-4410",
    preferred: true,
    terms: [
      { pattern: "DW*", kind: "discount", bps: 7600 },
      { pattern: "FW*", kind: "discount", bps: 7500 },
    ],
  },
  {
    name: "Demo Auto Glass Supply",
    phone: "+18005550141",
    accountNumber: "DEMO-77",
    preferred: false,
    terms: [
      { pattern: "*", kind: "discount", bps: 7200 },
      { pattern: windshields[0]?.nagsNumber ?? "", kind: "each", cents: 189_00 },
    ],
  },
];

const brands = [
  { glassPosition: "windshield", grade: "aftermarket", brands: ["Demo Clearview", "Demo Fairglass"] },
  { glassPosition: "windshield", grade: "", brands: ["Demo Original"] },
  { glassPosition: "door", grade: "", brands: ["Demo Temper", "Demo Fairglass"] },
];

/** Some windshields on the shelves; of every third there are too few. */
const stock = [
  { nagsNumber: WORKED, onHand: 2, minQty: 2, maxQty: 6, bin: "B4" },
  ...windshields.slice(0, 8).map(({ nagsNumber }, index) => ({
    nagsNumber,
    onHand: index % 3,
    minQty: 1,
    maxQty: index % 2 ? 4 : null,
    bin: `A${index + 1}`,
  })),
];

/** Invented suppliers, brands and shelves. */
export async function makeSupply(db: Db): Promise<void> {
  await db.supplier.createMany({ data: suppliers });
  await db.brandPreference.createMany({ data: brands });
  await db.stockItem.createMany({ data: stock });
}
