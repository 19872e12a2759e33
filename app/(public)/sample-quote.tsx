import { Badge } from "@/components/ui/badge";
import { Code } from "@/components/ui/code";
import { Money } from "@/components/ui/money";

const lines = [
  { name: "Windshield, 41% off list", cents: 42480 },
  { name: "Install labor, 2.5 h", cents: 10500 },
  { name: "Urethane kit × 2", cents: 4000 },
  { name: "Moulding", cents: 4200 },
  { name: "Dynamic calibration", cents: 25000 },
  { name: "Sales tax 8.25%", cents: 4181 },
];

/** A worked insurance quote with invented figures, to show what the product makes. */
export const SampleQuote = () => (
  <figure className="relative mx-auto w-full max-w-md lg:mr-0">
    <div
      aria-hidden="true"
      className="absolute inset-0 rotate-3 rounded-[1.25rem] border border-accent-line bg-accent-soft/70 max-sm:rotate-1"
    />
    <div className="relative rounded-[1.25rem] border border-line bg-surface/90 p-5 shadow-float backdrop-blur-sm md:p-6">
      <div className="flex items-start justify-between gap-4">
        <div>
          <p className="font-semibold">2021 Toyota RAV4 windshield</p>
          <p className="mt-0.5 text-[0.8125rem] text-ink-faint">
            Part <Code>DW02501GTYN</Code>
          </p>
        </div>
        <Badge tone="accent">Demo figures</Badge>
      </div>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {lines.map((line) => (
          <li key={line.name} className="flex justify-between gap-4 py-2">
            <span className="text-ink-soft">{line.name}</span>
            <Money cents={line.cents} />
          </li>
        ))}
      </ul>
      <p className="mt-3 flex justify-between text-base font-semibold">
        Total <Money cents={90361} />
      </p>
      <div className="mt-4 grid grid-cols-2 gap-3">
        <Share payer="Insurer pays" cents={80361} />
        <Share payer="Customer pays" cents={10000} />
      </div>
    </div>
    <figcaption className="sr-only">An example of a quote, split between insurer and customer.</figcaption>
  </figure>
);

const Share = ({ payer, cents }: { payer: string; cents: number }) => (
  <div className="rounded-control bg-sunken px-3.5 py-2.5">
    <p className="text-[0.8125rem] text-ink-soft">{payer}</p>
    <p className="text-base">
      <Money cents={cents} strong />
    </p>
  </div>
);
