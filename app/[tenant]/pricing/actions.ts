"use server";

import { owners } from "@/lib/auth/roles";
import { keptNumber } from "@/lib/domain/catalog/catalog";
import { SaveCosts } from "@/lib/domain/pricing/costs";
import { EditPart, NewPart, OnePart } from "@/lib/domain/pricing/overrides/override";
import { OneProfile, SaveProfile, StartPrices } from "@/lib/domain/pricing/profiles/profile";
import { removeOwnProfile, replaceProfile, startProfiles } from "@/lib/domain/pricing/profiles/verbs";
import { EditTaxArea, NewTaxArea, OneTaxArea } from "@/lib/domain/pricing/tax/area";
import { SaveTax } from "@/lib/domain/pricing/tax/tax";
import { addTaxArea, changeTaxArea, replaceTax } from "@/lib/domain/pricing/tax/verbs";
import { replaceCosts } from "@/lib/domain/pricing/verbs";
import { cancelVersion, goBack, recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote, OneVersion } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { Refusal } from "@/lib/refusal";
import { by } from "@/lib/tenancy/tenancy";
import { feature } from "./feature";

const allow = owners;
const atOnce = ChangeNote.parse({});

export const startPricing = action({
  name: "pricing.start",
  feature,
  allow,
  form: StartPrices,
  run: ({ db, actor }) =>
    recordChange(db, actor, { ...atOnce, reason: "Starting prices" }, async () => {
      await startProfiles(db);
      return { to: "/pricing", message: "Starting prices are in. Check them before your first quote." };
    }),
});

export const saveProfile = action({
  name: "pricing.profile.save",
  feature,
  allow,
  form: SaveProfile.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      const { id, name } = await replaceProfile(db, input);
      const to = {
        insurer: "/pricing/insurers",
        account: "/pricing/accounts",
        cash: "/pricing",
        insurance: "/pricing",
      };
      return { subject: id, to: to[input.payer], message: `${name} prices are saved.` };
    }),
});

export const removeOwnPrices = action({
  name: "pricing.profile.remove",
  feature,
  allow,
  form: OneProfile,
  run: ({ db, actor, input: { id } }) =>
    recordChange(db, actor, atOnce, async () => {
      const { name, accountType } = await removeOwnProfile(db, id);
      const [theirs, to] = accountType ? ["cash", "/pricing/accounts"] : ["insurance", "/pricing/insurers"];
      return { subject: id, to, message: `${name}: priced by your ${theirs} prices from now on.` };
    }),
});

export const saveTax = action({
  name: "pricing.tax.save",
  feature,
  allow,
  form: SaveTax.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      await replaceTax(db, input);
      return { to: "/pricing", message: "Your tax is saved." };
    }),
});

export const addArea = action({
  name: "pricing.area.add",
  feature,
  allow,
  form: NewTaxArea.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      const { id } = await addTaxArea(db, input);
      return {
        subject: id,
        to: "/pricing/tax/areas",
        message: `Mobile work in ${input.name} has its own tax.`,
      };
    }),
});

export const editArea = action({
  name: "pricing.area.edit",
  feature,
  allow,
  form: EditTaxArea.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      await changeTaxArea(db, input);
      return { subject: input.id, to: "/pricing/tax/areas", message: `${input.name} is saved.` };
    }),
});

export const removeArea = action({
  name: "pricing.area.remove",
  feature,
  allow,
  form: OneTaxArea,
  run: ({ db, actor, input: { id } }) =>
    recordChange(db, actor, atOnce, async () => {
      const { name } = await db.taxArea.delete({ where: by("id", id) });
      return { subject: id, to: "/pricing/tax/areas", message: `${name} is taxed as the shop.` };
    }),
});

export const saveCosts = action({
  name: "pricing.costs.save",
  feature,
  allow,
  form: SaveCosts.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      await replaceCosts(db, input);
      return { to: "/pricing", message: "Your costs are saved." };
    }),
});

export const addPart = action({
  name: "pricing.part.add",
  feature,
  allow,
  form: NewPart.and(ChangeNote),
  run: ({ db, actor, input: { reason, effectiveFrom, madeOn, ...input } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      const nagsNumber = await keptNumber(db, input.nagsNumber, "nagsNumber");
      if (await db.partOverride.findFirst({ where: { nagsNumber } }))
        throw new Refusal(`${nagsNumber} has a price of your own already.`, "nagsNumber");
      const { id } = await db.partOverride.create({ data: { ...input, nagsNumber } });
      return { subject: id, to: "/pricing/parts", message: `${nagsNumber} is priced your way.` };
    }),
});

export const editPart = action({
  name: "pricing.part.edit",
  feature,
  allow,
  form: EditPart.and(ChangeNote),
  run: ({ db, actor, input: { id, reason, effectiveFrom, madeOn, ...data } }) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, async () => {
      const { nagsNumber } = await db.partOverride.update({ where: by("id", id), data });
      return { subject: id, to: "/pricing/parts", message: `${nagsNumber} is saved.` };
    }),
});

export const removePart = action({
  name: "pricing.part.remove",
  feature,
  allow,
  form: OnePart,
  run: ({ db, actor, input: { id } }) =>
    recordChange(db, actor, atOnce, async () => {
      const { nagsNumber } = await db.partOverride.delete({ where: by("id", id) });
      const message = `${nagsNumber} is priced by your rules.`;
      return { subject: id, to: "/pricing/parts", message };
    }),
});

export const restoreVersion = action({
  name: "pricing.version.restore",
  feature,
  allow,
  form: OneVersion,
  run: ({ db, actor, input: { id } }) => goBack(db, actor, id),
});

export const cancelSchedule = action({
  name: "pricing.version.cancel",
  feature,
  allow,
  form: OneVersion,
  run: ({ db, actor, input: { id } }) => cancelVersion(db, actor, id),
});
