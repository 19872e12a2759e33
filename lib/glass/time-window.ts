/** The part of a day that a customer is told, by its stored name. */
export const windowNames: Record<string, string> = { am: "Morning", pm: "Afternoon", day: "Any time" };
