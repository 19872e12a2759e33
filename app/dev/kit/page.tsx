import { CarFront, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/components/shell/app-shell";
import type { NavGroup } from "@/components/shell/nav";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import type { Query } from "@/components/ui/query-string";
import { Stat, StatRow } from "@/components/ui/stat";
import { StatusBadge } from "@/components/ui/status-badge";
import { KitForm } from "./kit-form";
import { KitJob } from "./kit-job";
import { KitList } from "./kit-list";

export const metadata: Metadata = { title: "Kit" };

const at = "/dev/kit";
const nav: NavGroup[] = [
  {
    items: [
      { href: at, label: "Today", icon: "home" },
      { href: `${at}/quotes`, label: "Quotes", icon: "file" },
      { href: `${at}/jobs`, label: "Jobs", icon: "wrench" },
      { href: `${at}/dispatch`, label: "Dispatch", icon: "calendar" },
      { href: `${at}/customers`, label: "Customers", icon: "users" },
    ],
  },
  {
    label: "Getting paid",
    items: [
      { href: `${at}/claims`, label: "Claims", icon: "shield" },
      { href: `${at}/invoices`, label: "Invoices", icon: "receipt" },
      { href: `${at}/reports`, label: "Reports", icon: "chart" },
    ],
  },
  {
    label: "Shop",
    items: [
      { href: `${at}/pricing`, label: "Pricing", icon: "tags" },
      { href: `${at}/inventory`, label: "Inventory", icon: "boxes" },
      { href: `${at}/team`, label: "Team", icon: "team" },
      { href: `${at}/settings`, label: "Settings", icon: "settings" },
    ],
  },
];
const shops = [
  { name: "Harbor Glass (demo)", slug: "dev/kit", role: "owner" },
  { name: "Summit Glass (demo)", slug: "summit-glass", role: "office" },
];

export default async function KitPage({ searchParams }: { searchParams: Promise<Query> }) {
  if (process.env.NODE_ENV === "production") notFound();
  const query = await searchParams;
  return (
    <AppShell
      shop={{ name: "Harbor Glass (demo)", slug: "dev/kit" }}
      shops={shops}
      user={{ name: "Dana Reyes", email: "dana@harbor.example" }}
      nav={nav}
      signOut={
        <form>
          <button type="submit">
            <Icon name="signOut" className="size-4" /> Sign out
          </button>
        </form>
      }
    >
      <PageHeader
        title="Good morning, Dana"
        description="Everything on this page is demo data."
        breadcrumbs={[{ label: "Customers", href: `${at}/customers` }]}
        actions={
          <>
            <Button variant="ghost">Print</Button>
            <Button>Import</Button>
            <ButtonLink href={`${at}/quotes/new`} variant="primary">
              <Plus aria-hidden="true" /> New quote
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        <StatRow>
          <Stat label="Jobs today" value="14" note="3 waiting for glass" href={`${at}/jobs`} />
          <Stat label="Open quotes" value="27" note="6 expire this week" href={`${at}/quotes`} />
          <Stat
            label="Owed by insurers"
            value={<Money cents={1842750} />}
            note="2 short-paid"
            href={`${at}/claims`}
          />
          <Stat label="Collected this week" value={<Money cents={963125} />} note="11% above last week" />
        </StatRow>
        <Callout
          kind="warn"
          title="Two calibrations were paid short"
          action={<Button size="sm">Review</Button>}
        >
          $120.00 is missing on remittances from the last 30 days.
        </Callout>
        <KitList query={query} />
        <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
          <KitForm />
          <KitJob />
        </div>
        <Card title="Every state">
          <div className="flex flex-wrap gap-2">
            {[
              "draft",
              "quoted",
              "scheduled",
              "inProgress",
              "completed",
              "PAID",
              "short_paid",
              "rejected",
              "void",
            ].map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
          </div>
        </Card>
        <Card>
          <EmptyState
            icon={<CarFront />}
            title="No vehicles yet"
            text="A vehicle comes with the first quote, or when you add it here by its VIN."
            action={<Button variant="primary">Add a vehicle</Button>}
          />
        </Card>
      </div>
    </AppShell>
  );
}
