/** Build of a vehicle, as far as it decides which openings have glass. */
export type Build = "sedan" | "coupe" | "hatchback" | "suv" | "minivan" | "van" | "pickup";

/**
 * A common US vehicle and the years of each generation. Make and model are spelled as NHTSA's vPIC does.
 * `bodyStyle` is set where vPIC tells one body of the model from another.
 */
export type Vehicle = {
  make: string;
  model: string;
  build: Build;
  bodyStyle: string | null;
  generations: [from: number, to: number][];
};

const vehicle = (
  make: string,
  model: string,
  build: Build,
  bodyStyle: string | null,
  ...generations: [number, number][]
): Vehicle => ({ make, model, build, bodyStyle, generations });

export const vehicles: Vehicle[] = [
  vehicle("Toyota", "RAV4", "suv", null, [2008, 2012], [2013, 2018], [2019, 2025]),
  vehicle("Toyota", "Camry", "sedan", null, [2008, 2011], [2012, 2017], [2018, 2024]),
  vehicle("Toyota", "Corolla", "sedan", "Sedan", [2009, 2013], [2014, 2019], [2020, 2026]),
  vehicle("Toyota", "Highlander", "suv", null, [2008, 2013], [2014, 2019], [2020, 2026]),
  vehicle("Toyota", "Tacoma", "pickup", null, [2008, 2015], [2016, 2023], [2024, 2026]),
  vehicle("Toyota", "Tundra", "pickup", null, [2008, 2021], [2022, 2026]),
  vehicle("Toyota", "4Runner", "suv", null, [2010, 2024]),
  vehicle("Toyota", "Sienna", "minivan", null, [2011, 2020], [2021, 2026]),
  vehicle("Toyota", "Prius", "hatchback", null, [2010, 2015], [2016, 2022], [2023, 2026]),
  vehicle("Honda", "Accord", "sedan", "Sedan", [2008, 2012], [2013, 2017], [2018, 2022], [2023, 2026]),
  vehicle("Honda", "Civic", "sedan", "Sedan", [2012, 2015], [2016, 2021], [2022, 2026]),
  vehicle("Honda", "CR-V", "suv", null, [2012, 2016], [2017, 2022], [2023, 2026]),
  vehicle("Honda", "Pilot", "suv", null, [2009, 2015], [2016, 2022], [2023, 2026]),
  vehicle("Honda", "Odyssey", "minivan", null, [2011, 2017], [2018, 2026]),
  vehicle("Ford", "F-150", "pickup", null, [2009, 2014], [2015, 2020], [2021, 2026]),
  vehicle("Ford", "Explorer", "suv", null, [2011, 2019], [2020, 2026]),
  vehicle("Ford", "Escape", "suv", null, [2013, 2019], [2020, 2026]),
  vehicle("Ford", "Fusion", "sedan", null, [2013, 2020]),
  vehicle("Ford", "Edge", "suv", null, [2015, 2024]),
  vehicle("Ford", "Mustang", "coupe", "Coupe", [2015, 2023]),
  vehicle("Ford", "Transit", "van", null, [2015, 2026]),
  vehicle("Chevrolet", "Silverado", "pickup", null, [2014, 2018], [2019, 2026]),
  vehicle("Chevrolet", "Equinox", "suv", null, [2010, 2017], [2018, 2024]),
  vehicle("Chevrolet", "Malibu", "sedan", null, [2016, 2025]),
  vehicle("Chevrolet", "Tahoe", "suv", null, [2015, 2020], [2021, 2026]),
  vehicle("Chevrolet", "Traverse", "suv", null, [2018, 2023]),
  vehicle("GMC", "Sierra", "pickup", null, [2014, 2018], [2019, 2026]),
  vehicle("Ram", "1500", "pickup", null, [2013, 2018], [2019, 2026]),
  vehicle("Jeep", "Grand Cherokee", "suv", null, [2011, 2021], [2022, 2026]),
  vehicle("Jeep", "Wrangler", "suv", null, [2018, 2026]),
  vehicle("Nissan", "Altima", "sedan", "Sedan", [2013, 2018], [2019, 2025]),
  vehicle("Nissan", "Rogue", "suv", null, [2014, 2020], [2021, 2026]),
  vehicle("Nissan", "Sentra", "sedan", null, [2013, 2019], [2020, 2026]),
  vehicle("Hyundai", "Elantra", "sedan", "Sedan", [2017, 2020], [2021, 2026]),
  vehicle("Hyundai", "Tucson", "suv", null, [2016, 2021], [2022, 2026]),
  vehicle("Kia", "Sorento", "suv", null, [2016, 2020], [2021, 2026]),
  vehicle("Kia", "Forte", "sedan", "Sedan", [2019, 2024]),
  vehicle("Subaru", "Outback", "suv", null, [2015, 2019], [2020, 2025]),
  vehicle("Subaru", "Forester", "suv", null, [2014, 2018], [2019, 2024]),
  vehicle("Tesla", "Model 3", "sedan", null, [2017, 2023]),
  vehicle("Tesla", "Model Y", "suv", null, [2020, 2024]),
  vehicle("Volkswagen", "Jetta", "sedan", null, [2019, 2026]),
  vehicle("Mazda", "CX-5", "suv", null, [2017, 2025]),
  vehicle("Chrysler", "Pacifica", "minivan", null, [2017, 2026]),
  vehicle("Lexus", "RX", "suv", null, [2016, 2022]),
];
