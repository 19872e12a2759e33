import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";

type Crumb = { label: string; href: string };

type PageHeaderProps = {
  title: ReactNode;
  /** A sentence, or badges, under the title. */
  description?: ReactNode;
  /** The way back, outermost first. One is shown as a back link. */
  breadcrumbs?: Crumb[];
  /** Buttons and links; the primary one last. */
  actions?: ReactNode;
};

/** The top of a page: where one is, what this is, and what can be done with it. */
export const PageHeader = ({ title, description, breadcrumbs = [], actions }: PageHeaderProps) => (
  <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
    <div className="min-w-0 max-w-full">
      {breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
      <h1 className="text-[1.375rem]/8 font-semibold tracking-[-0.02em]">{title}</h1>
      {description && <div className="mt-0.5 text-ink-soft">{description}</div>}
    </div>
    {actions && (
      <div data-screen-only="" className="flex flex-wrap items-center gap-2">
        {actions}
      </div>
    )}
  </header>
);

const Breadcrumbs = ({ crumbs }: { crumbs: Crumb[] }) => (
  <nav aria-label="Breadcrumb" data-screen-only="" className="-ml-1.5">
    <ol className="flex flex-wrap items-center text-[0.8125rem] text-ink-faint">
      {crumbs.map((crumb, index) => (
        <li key={crumb.href} className="flex items-center">
          {index > 0 && <span aria-hidden="true">/</span>}
          <AppLink
            href={crumb.href}
            className="inline-flex min-h-11 items-center gap-0.5 rounded-control px-1.5 hover:text-ink md:min-h-7"
          >
            {index === 0 && <ChevronLeft aria-hidden="true" className="size-3.5" />}
            {crumb.label}
          </AppLink>
        </li>
      ))}
    </ol>
  </nav>
);
