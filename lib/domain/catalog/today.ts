import { dateIn, type IsoDate } from "@/lib/dates";

/** The catalog's day. It is all shops' and no shop's, so it keeps UTC; each shop quotes by its own calendar. */
export const catalogDay = (): IsoDate => dateIn("UTC", new Date());
