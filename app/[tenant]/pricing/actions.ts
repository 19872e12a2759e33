"use server";

import { owners } from "@/lib/auth/roles";
import { SaveCosts } from "@/lib/domain/pricing/costs";
import { EditPart, NewPart, OnePart } from "@/lib/domain/pricing/overrides/override";
import { addOverride, editOverride, removeOverride } from "@/lib/domain/pricing/overrides/verbs";
import { OneProfile, SaveProfile, StartPrices } from "@/lib/domain/pricing/profiles/profile";
import { removeOwnProfile, replaceProfile, startProfiles } from "@/lib/domain/pricing/profiles/verbs";
import { EditTaxArea, NewTaxArea, OneTaxArea } from "@/lib/domain/pricing/tax/area";
import { SaveTax } from "@/lib/domain/pricing/tax/tax";
import { addTaxArea, changeTaxArea, removeTaxArea, replaceTax } from "@/lib/domain/pricing/tax/verbs";
import { replaceCosts } from "@/lib/domain/pricing/verbs";
import { cancelVersion, goBack, recordChange } from "@/lib/domain/pricing/versions/verbs";
import { ChangeNote, OneVersion } from "@/lib/domain/pricing/versions/version";
import { action } from "@/lib/doors/action";
import { feature } from "./feature";
import { told } from "./told";

const allow = owners;
const atOnce = ChangeNote.parse({});

export const startPricing = action({
  name: "pricing.start",
  feature,
  allow,
  form: StartPrices,
  run: (db, _, actor) =>
    recordChange(db, actor, { ...atOnce, reason: "Starting prices" }, () => startProfiles(db)),
  then: (change) => ({
    to: "/pricing",
    message: told("Starting prices are in. Check them before your first quote.", change),
  }),
});

const listOf = {
  insurer: "/pricing/insurers",
  account: "/pricing/accounts",
  cash: "/pricing",
  insurance: "/pricing",
};

export const saveProfile = action({
  name: "pricing.profile.save",
  feature,
  allow,
  form: SaveProfile.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => replaceProfile(db, input)),
  then: (change, { payer }) => ({
    subject: change.result.id,
    to: listOf[payer],
    message: told(`${change.result.name} prices are saved.`, change),
  }),
});

export const removeOwnPrices = action({
  name: "pricing.profile.remove",
  feature,
  allow,
  form: OneProfile,
  run: (db, { id }, actor) => recordChange(db, actor, atOnce, () => removeOwnProfile(db, id)),
  then: (change) => {
    const { id, name, accountType } = change.result;
    const [theirs, to] = accountType ? ["cash", "/pricing/accounts"] : ["insurance", "/pricing/insurers"];
    return {
      subject: id,
      to,
      message: told(`${name}: priced by your ${theirs} prices from now on.`, change),
    };
  },
});

export const saveTax = action({
  name: "pricing.tax.save",
  feature,
  allow,
  form: SaveTax.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => replaceTax(db, input)),
  then: (change) => ({ to: "/pricing", message: told("Your tax is saved.", change) }),
});

export const addArea = action({
  name: "pricing.area.add",
  feature,
  allow,
  form: NewTaxArea.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => addTaxArea(db, input)),
  then: (change, { name }) => ({
    subject: change.result.id,
    to: "/pricing/tax/areas",
    message: told(`Mobile work in ${name} has its own tax.`, change),
  }),
});

export const editArea = action({
  name: "pricing.area.edit",
  feature,
  allow,
  form: EditTaxArea.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => changeTaxArea(db, input)),
  then: (change, { id, name }) => ({
    subject: id,
    to: "/pricing/tax/areas",
    message: told(`${name} is saved.`, change),
  }),
});

export const removeArea = action({
  name: "pricing.area.remove",
  feature,
  allow,
  form: OneTaxArea,
  run: (db, { id }, actor) => recordChange(db, actor, atOnce, () => removeTaxArea(db, id)),
  then: (change, { id }) => ({
    subject: id,
    to: "/pricing/tax/areas",
    message: told(`${change.result.name} is taxed as the shop.`, change),
  }),
});

export const saveCosts = action({
  name: "pricing.costs.save",
  feature,
  allow,
  form: SaveCosts.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => replaceCosts(db, input)),
  then: (change) => ({ to: "/pricing", message: told("Your costs are saved.", change) }),
});

export const addPart = action({
  name: "pricing.part.add",
  feature,
  allow,
  form: NewPart.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => addOverride(db, input)),
  then: (change) => ({
    subject: change.result.id,
    to: "/pricing/parts",
    message: told(`${change.result.nagsNumber} is priced your way.`, change),
  }),
});

export const editPart = action({
  name: "pricing.part.edit",
  feature,
  allow,
  form: EditPart.and(ChangeNote),
  run: (db, { reason, effectiveFrom, madeOn, ...input }, actor) =>
    recordChange(db, actor, { reason, effectiveFrom, madeOn }, () => editOverride(db, input)),
  then: (change, { id }) => ({
    subject: id,
    to: "/pricing/parts",
    message: told(`${change.result.nagsNumber} is saved.`, change),
  }),
});

export const removePart = action({
  name: "pricing.part.remove",
  feature,
  allow,
  form: OnePart,
  run: (db, { id }, actor) => recordChange(db, actor, atOnce, () => removeOverride(db, id)),
  then: (change, { id }) => ({
    subject: id,
    to: "/pricing/parts",
    message: told(`${change.result.nagsNumber} is priced by your rules.`, change),
  }),
});

export const restoreVersion = action({
  name: "pricing.version.restore",
  feature,
  allow,
  form: OneVersion,
  run: (db, { id }, actor) => goBack(db, actor, id),
  then: (change, { id }) => ({
    subject: id,
    to: "/pricing/history",
    message: told(`The prices of version ${change.result} are back.`, change),
  }),
});

export const cancelSchedule = action({
  name: "pricing.version.cancel",
  feature,
  allow,
  form: OneVersion,
  run: (db, { id }, actor) => cancelVersion(db, actor, id),
  then: ({ number }) => ({ to: "/pricing/history", message: `Version ${number} will not come into force.` }),
});
