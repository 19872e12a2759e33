import { Banknote, ListChecks, ShieldCheck } from "lucide-react";
import { BrandMark } from "@/components/ui/brand-mark";
import { ButtonLink } from "@/components/ui/buttons/button";
import { PRODUCT } from "@/lib/product";
import { SampleQuote } from "./sample-quote";

const points = [
  {
    Icon: Banknote,
    title: "One job, two payers",
    text: "Insurer and customer each have their share, their payments and their balance.",
  },
  {
    Icon: ListChecks,
    title: "Every price says why",
    text: "Each line of a quote names the rule that made it; cash and insurance stand side by side.",
  },
  {
    Icon: ShieldCheck,
    title: "Your shop's data stays yours",
    text: "Shops are kept apart by the database itself, not by careful programming alone.",
  },
];

export default function LandingPage() {
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden">
      <div
        aria-hidden="true"
        className="absolute inset-0 -z-10 bg-[radial-gradient(60rem_32rem_at_78%_18%,var(--color-accent-soft),transparent_70%)]"
      />
      <header className="mx-auto flex h-16 w-full max-w-6xl items-center justify-between px-5 md:px-8">
        <p className="flex items-center gap-2.5 text-base font-semibold tracking-tight">
          <BrandMark /> {PRODUCT.name}
        </p>
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </header>
      <main className="mx-auto grid w-full max-w-6xl flex-1 items-center gap-x-16 gap-y-10 px-5 py-10 md:px-8 lg:grid-cols-[1.1fr_1fr]">
        <div>
          <h1 className="text-[clamp(2.25rem,5.5vw,3.75rem)]/[1.05] font-semibold tracking-[-0.035em]">
            The shop system for auto glass.
          </h1>
          <p className="mt-5 max-w-lg text-lg/7 text-pretty text-ink-soft">
            From the caller on the phone to the last payment: quotes, work orders, claims and invoices that
            add up.
          </p>
          <div className="mt-8">
            <ButtonLink href="/sign-in" variant="primary" className="px-6 text-base md:min-h-11">
              Sign in to your shop
            </ButtonLink>
          </div>
        </div>
        <SampleQuote />
      </main>
      <footer className="mx-auto w-full max-w-6xl px-5 pb-10 md:px-8">
        <ul className="grid gap-x-10 gap-y-5 border-t border-line pt-7 sm:grid-cols-3">
          {points.map(({ Icon, title, text }) => (
            <li key={title}>
              <Icon aria-hidden="true" className="size-5 text-accent-ink" />
              <p className="mt-2 font-semibold">{title}</p>
              <p className="mt-0.5 text-pretty text-ink-soft">{text}</p>
            </li>
          ))}
        </ul>
      </footer>
    </div>
  );
}
