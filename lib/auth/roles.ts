/** What a person is in a shop. The same names as the database's enum. */
export type Role = "owner" | "admin" | "counter" | "technician";

/** Lists of roles for `allow`, beside each verb and page. Whom it does not name meets the same 404 as an outsider. */
export const everyone: readonly Role[] = ["owner", "admin", "counter", "technician"];
/** The counter and up: customers, quotes, money. */
export const office: readonly Role[] = ["owner", "admin", "counter"];
/** Whoever moves a job along: technicians and up. */
export const floor: readonly Role[] = ["owner", "admin", "technician", "counter"];
/** Who sets prices and switches features. */
export const owners: readonly Role[] = ["owner", "admin"];

export const roleNames: Record<Role, string> = {
  owner: "Owner",
  admin: "Shop admin",
  counter: "Counter",
  technician: "Technician",
};
