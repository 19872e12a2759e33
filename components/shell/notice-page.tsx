import type { ReactNode } from "react";
import { BrandMark } from "@/components/ui/brand-mark";

type NoticePageProps = { title: string; children: ReactNode; actions?: ReactNode };

/** A page that only says one thing: not found, signed out, out of order. */
export const NoticePage = ({ title, children, actions }: NoticePageProps) => (
  <main className="grid min-h-dvh place-items-center px-6 py-16">
    <div className="w-full max-w-md">
      <BrandMark className="size-10" />
      <h1 className="mt-6 text-2xl font-semibold tracking-[-0.02em]">{title}</h1>
      <div className="mt-2 text-[0.9375rem] text-pretty text-ink-soft">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap gap-2">{actions}</div>}
    </div>
  </main>
);
