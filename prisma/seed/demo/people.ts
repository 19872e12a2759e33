import type { Role } from "../../../lib/auth/roles";

/** One password for all demo logins; it opens nothing but invented shops. */
export const DEMO_PASSWORD = "demo-glass";

type DemoPerson = {
  email: string;
  name: string;
  works: Partial<Record<DemoShop, Role>>;
  systemAdmin?: true;
  as?: string;
};

export type DemoShop = "clean-slate" | "harbor-glass" | "summit-glass";

/** Who works where. `.example` addresses belong to nobody. */
export const people: DemoPerson[] = [
  {
    email: "clara@clean-slate.example",
    name: "Clara Nowak",
    works: { "clean-slate": "owner" },
    as: "Clean Slate: owner of an empty shop",
  },
  { email: "counter@clean-slate.example", name: "Cody Marsh", works: { "clean-slate": "counter" } },
  {
    email: "hank@harbor-glass.example",
    name: "Hank Delgado",
    works: { "harbor-glass": "owner" },
    as: "Harbor Glass: owner with one van",
  },
  { email: "counter@harbor-glass.example", name: "Hattie Delgado", works: { "harbor-glass": "counter" } },
  { email: "tech@harbor-glass.example", name: "Hugo Reyes", works: { "harbor-glass": "technician" } },
  {
    email: "olivia@summit-glass.example",
    name: "Olivia Stone",
    works: { "summit-glass": "owner" },
    as: "Summit Glass: owner of a busy shop",
  },
  {
    email: "admin@summit-glass.example",
    name: "Adam Park",
    works: { "summit-glass": "admin" },
    as: "Summit Glass: shop admin, sets prices",
  },
  {
    email: "counter@summit-glass.example",
    name: "Cora Bennett",
    works: { "summit-glass": "counter" },
    as: "Summit Glass: counter",
  },
  { email: "counter2@summit-glass.example", name: "Curtis Webb", works: { "summit-glass": "counter" } },
  {
    email: "tech@summit-glass.example",
    name: "Tara Quinn",
    works: { "summit-glass": "technician" },
    as: "Summit Glass: technician",
  },
  { email: "tech2@summit-glass.example", name: "Tomas Silva", works: { "summit-glass": "technician" } },
  { email: "tech3@summit-glass.example", name: "Theo Grant", works: { "summit-glass": "technician" } },
  { email: "tech4@summit-glass.example", name: "Tess Moreau", works: { "summit-glass": "technician" } },
  {
    email: "pat@two-shops.example",
    name: "Pat Rivera",
    works: { "harbor-glass": "admin", "summit-glass": "counter" },
    as: "Pat works in two shops: admin at Harbor, counter at Summit",
  },
  {
    email: "sysadmin@bastionglass.example",
    name: "Sasha Lindqvist",
    works: {},
    systemAdmin: true,
    as: "System administrator: the shared catalog, the security log of all shops",
  },
];

/** Logins to offer whoever tries the demo. */
export const demoLogins = people.flatMap(({ email, as }) =>
  as ? [{ as, email, password: DEMO_PASSWORD }] : [],
);
