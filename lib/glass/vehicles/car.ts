/** A plate as it is stored and searched: letters and digits alone. */
export function plainPlate(plate: string): string {
  return plate.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** @returns a vehicle in one line: "2021 Toyota RAV4 XLE". */
export function carName({
  year,
  make,
  model,
  trim,
}: {
  year: number;
  make: string;
  model: string;
  trim?: string;
}): string {
  return [year, make, model, trim].filter(Boolean).join(" ");
}
