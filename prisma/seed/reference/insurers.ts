/**
 * An administrator that takes glass claims for insurers, and the number by which it dispatches a job. Portals and trading partner ids
 * are public where named, and may change; the rest is each system administrator's to enter.
 */
export type Tpa = {
  name: string;
  numberLabel: string;
  numberDigits: number | null;
  portalUrl?: string;
  tradingPartnerId?: string;
};

/** A US auto insurer; `tpa` is who usually takes its glass claims where that is public, and may change. No rates. */
export type Insurer = { name: string; tpa: string | null };

const SAFELITE = "Safelite Solutions";
const LYNX = "LYNX Services";

export const tpas: Tpa[] = [
  {
    name: SAFELITE,
    numberLabel: "Referral number",
    numberDigits: 6,
    portalUrl: "https://www.safelitesolutions.com",
    tradingPartnerId: "044",
  },
  {
    name: LYNX,
    numberLabel: "Dispatch number",
    numberDigits: 9,
    portalUrl: "https://www.lynxservices.com",
    tradingPartnerId: "005",
  },
  {
    name: "Harmon Solutions Group",
    numberLabel: "Dispatch number",
    numberDigits: null,
    tradingPartnerId: "054",
  },
  { name: "Gerber National Claim Services", numberLabel: "Dispatch number", numberDigits: null },
  { name: "Quest", numberLabel: "Dispatch number", numberDigits: null },
  { name: "Teleglass", numberLabel: "Dispatch number", numberDigits: null },
];

const ADMINISTERED: Record<string, string[]> = {
  [LYNX]: ["State Farm"],
  [SAFELITE]: ["American Family", "Farmers", "GEICO", "Liberty Mutual", "Nationwide", "The Hartford", "USAA"],
};

const OTHERS = [
  "Alfa Insurance",
  "Allstate",
  "Amica",
  "Auto Club Enterprises (AAA)",
  "Auto-Owners",
  "Bristol West",
  "Chubb",
  "Cincinnati Insurance",
  "Country Financial",
  "CSAA (AAA)",
  "Dairyland",
  "Direct Auto",
  "Elephant",
  "Erie",
  "Farm Bureau Financial Services",
  "GAINSCO",
  "Grange",
  "Hanover",
  "Kemper",
  "MAPFRE",
  "Mercury",
  "National General",
  "NJM",
  "Plymouth Rock",
  "Progressive",
  "Root",
  "Safeco",
  "Shelter",
  "State Auto",
  "Texas Farm Bureau",
  "The General",
  "Travelers",
];

export const insurers: Insurer[] = [
  ...Object.entries(ADMINISTERED).flatMap(([tpa, names]) => names.map((name) => ({ name, tpa }))),
  ...OTHERS.map((name) => ({ name, tpa: null })),
].sort((a, b) => a.name.localeCompare(b.name, "en"));
