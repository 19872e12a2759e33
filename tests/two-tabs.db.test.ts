import { afterAll, beforeAll, describe } from "vitest";
import { shownShopPart } from "@/lib/domain/catalog/shop-parts/queries";
import { shopPartNames } from "@/lib/domain/catalog/shop-parts/shop-part";
import { customerNames, vehicleNames } from "@/lib/domain/customers/forms";
import { stockNames } from "@/lib/domain/inventory/stock";
import { shopNames } from "@/lib/domain/shops/forms";
import { paperNames } from "@/lib/domain/shops/paper/forms";
import type { TestDatabase } from "@/tests/support/database";
import { playDoors, press } from "@/tests/support/doors";
import { type Furnished, mintJob, openFurnished } from "@/tests/support/furnished";
import { type TwoTabs, tryInTwoTabs } from "@/tests/support/two-tabs";

// Every form that edits a record, open in two tabs at once: the second save undoes nothing of the first unseen.

playDoors();
const customers = await import("@/app/[tenant]/customers/actions");
const jobs = await import("@/app/[tenant]/jobs/actions");
const shopParts = await import("@/app/[tenant]/pricing/shop-parts/actions");
const stock = await import("@/app/[tenant]/pricing/stock/actions");
const settings = await import("@/app/[tenant]/settings/actions");

let database: TestDatabase;
let odd: Furnished;
beforeAll(async () => {
  ({ database, odd } = await openFurnished());
});
afterAll(() => database.close());

const forms: Record<string, TwoTabs> = {
  "a customer's": {
    field: "name",
    other: "notes",
    open: async () => {
      const { customer } = await mintJob(odd.inShop);
      return {
        action: customers.editCustomer,
        values: { id: customer.id, name: customer.name, phone: "(512) 555-0188" },
        read: () => odd.inShop((db) => db.customer.findFirstOrThrow({ where: { id: customer.id } })),
        names: customerNames,
      };
    },
  },
  "a vehicle's": {
    field: "trim",
    other: "plate",
    open: async () => {
      const { customer, vehicle } = await mintJob(odd.inShop);
      return {
        action: customers.editVehicle,
        values: { id: vehicle.id, customerId: customer.id, year: "2019", make: "Honda", model: "Fit" },
        read: () => odd.inShop((db) => db.vehicle.findFirstOrThrow({ where: { id: vehicle.id } })),
        names: vehicleNames,
      };
    },
  },
  "a job's notes": {
    field: "notes",
    open: async () => {
      const { job } = await mintJob(odd.inShop);
      return {
        action: jobs.editNotes,
        values: { id: job.id },
        read: () => odd.inShop((db) => db.job.findFirstOrThrow({ where: { id: job.id } })),
        names: ["notes"],
      };
    },
  },
  "a shelf's": {
    field: "bin",
    other: "onHand",
    open: async () => {
      await odd.inShop((db) => db.stockItem.deleteMany());
      const data = { nagsNumber: "DW02501GTYN", onHand: 3, minQty: 1, maxQty: 7, bin: "A1" };
      const { id } = await odd.inShop((db) => db.stockItem.create({ data }));
      return {
        action: stock.editStock,
        values: { id, onHand: "3", minQty: "1", maxQty: "7", bin: "A1" },
        read: () => odd.inShop((db) => db.stockItem.findFirstOrThrow({ where: { id } })),
        names: stockNames,
      };
    },
  },
  "a part's of the shop's own": {
    field: "description",
    other: "side",
    open: async () => {
      const fit = { yearFrom: "2017", yearTo: "2021", make: "Thor", model: "Ace", bodyStyle: "" };
      const rows = Object.entries(fit).map(([name, value]) => [`fits.0.${name}`, value]);
      const sizes = {
        listPriceCents: "",
        laborMinutes: "2.5",
        kitHalves: "1.5",
        clipsQty: "4",
        calibration: "none",
      };
      const part = {
        nagsNumber: "RV-7",
        description: "RV windshield",
        glassPosition: "windshield",
        side: "",
        ...sizes,
        ...Object.fromEntries(rows),
      };
      await odd.inShop((db) => db.part.deleteMany({ where: { nagsNumber: "RV-7" } }));
      await press(odd.owner, shopParts.addShopPart, part);
      const { id } = await odd.inShop((db) => db.part.findFirstOrThrow({ where: { nagsNumber: "RV-7" } }));
      return {
        action: shopParts.editShopPart,
        values: { id, ...part },
        read: () => odd.inShop((db) => shownShopPart(db, id)),
        names: shopPartNames,
      };
    },
  },
  "the shop's": {
    field: "name",
    other: "email",
    open: async () => {
      const read = () => odd.inShop((db) => db.tenant.findFirstOrThrow());
      const shop = await read();
      const { name, phone, email, street, city, state, zip } = shop;
      return {
        action: settings.saveShop,
        values: { name, phone, email, street, city, state, zip, timeZone: "America/Chicago" },
        read,
        names: shopNames,
      };
    },
  },
  "the papers'": {
    field: "terms",
    other: "taxId",
    open: async () => {
      await odd.inShop((db) => db.shopPaper.createMany({ data: [{}], skipDuplicates: true }));
      await odd.inShop((db) => db.shopPaper.updateMany({ data: { terms: "", taxId: "", brandColor: "" } }));
      const select = { brandColor: true, taxId: true, terms: true };
      return {
        action: settings.savePaper,
        values: { quoteValidDays: "17", brandColor: "", taxId: "", terms: "" },
        read: () => odd.inShop((db) => db.shopPaper.findFirstOrThrow({ select })),
        names: paperNames,
      };
    },
  },
};

describe.each(Object.entries(forms))("%s form", (_name, form) => tryInTwoTabs(() => odd, form));
