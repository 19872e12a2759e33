export const VIN_FIELDS = ["year", "make", "model", "bodyStyle", "trim"] as const;

/** What stands in a vehicle's fields. */
export type VinFields = Record<(typeof VIN_FIELDS)[number], string>;

type Told = Partial<Record<keyof VinFields, string | number | null>>;

/**
 * What stands in the fields once a VIN was decoded. Of what it does not tell, that stays which somebody typed; what an earlier VIN
 * told, or what went with another make, is none of this car's.
 * @param filled what the last VIN told.
 */
export function fieldsAfter(shown: VinFields, filled: Partial<VinFields>, told: Told): VinFields {
  const otherMake = Boolean(told.make && shown.make) && !same(String(told.make), shown.make);
  const settled = VIN_FIELDS.map((name) => {
    const kept = otherMake || shown[name] === filled[name] ? "" : shown[name];
    return [name, String(told[name] ?? kept)];
  });
  return Object.fromEntries(settled) as VinFields;
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
