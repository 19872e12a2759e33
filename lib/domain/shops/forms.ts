import { z } from "zod";
import { flags } from "@/lib/flags";
import {
  choice,
  optionalEmail,
  optionalPercent,
  optionalPhone,
  optionalState,
  optionalText,
  optionalZip,
  shown,
  text,
} from "@/lib/forms/fields";

/** The zones a US shop can stand in. */
export const timeZones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
] as const;

const shop = {
  name: text("the shop's name"),
  phone: optionalPhone,
  email: optionalEmail,
  street: optionalText(),
  city: optionalText(100),
  state: optionalState,
  zip: optionalZip,
  timeZone: choice(timeZones, "Choose a time zone."),
};
export const ShopForm = z.object({ shown, ...shop });
export const shopNames = Object.keys(shop);

const discount = { discountLimitBps: optionalPercent() };
export const DiscountLimitForm = z.object({ shown, ...discount });
export const discountNames = Object.keys(discount);

const names = Object.keys(flags) as [keyof typeof flags, ...(keyof typeof flags)[]];

export const FlagForm = z.object({
  flag: choice(names, "There is no such feature."),
  enabled: z.enum(["true", "false"]).transform((value) => value === "true"),
});
