"use client";

import { type ReactNode, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import {
  compareQuotes,
  type PreviewDesk,
  type PriceDraft,
  SAMPLE_DEDUCTIBLE_CENTS,
  type SampleJob,
  SampleJobForm,
  type SamplePayer,
  sampleQuote,
  usualJob,
} from "@/lib/domain/pricing/preview/preview";
import { formatCents } from "@/lib/money";
import { PreviewTable } from "./preview-table";
import { SampleControls } from "./sample-controls";
import { useSample } from "./use-sample";

type PreviewPanelProps = {
  desk: PreviewDesk;
  /** What was typed last that makes sense; null before anything was read. */
  typed: PriceDraft | null;
  /** Why what stands in the form now makes none. */
  problem: string | null;
  payer?: SamplePayer;
  /** Below the sample. */
  children: ReactNode;
};

/** The sample quote: as saved, and as it would be. */
export const PreviewPanel = ({ desk, typed, problem, payer: fixed, children }: PreviewPanelProps) => {
  const [job, setJob] = useState(usualJob(desk.zip));
  const [chosen, setChosen] = useState<string>();
  const catalogUrl = `${desk.shop}/pricing/catalog`;
  const sample = useSample(catalogUrl, desk.sample, typed?.nagsNumber ?? chosen, job.on);
  const payer = typed?.payer ?? fixed ?? { payer: job.payer, insurerId: null, accountType: null };

  const readControls = (form: HTMLFormElement) => {
    const posted = Object.fromEntries(new FormData(form));
    setJob(SampleJobForm.parse(posted));
    if (posted.sample) setChosen(String(posted.sample));
  };

  return (
    <aside aria-label="Preview" className="xl:sticky xl:top-18">
      <Card
        title="Preview"
        description="A sample quote by what stands in the form. Nothing is saved yet."
        className="xl:max-h-[calc(100dvh-5.5rem)] xl:overflow-y-auto"
      >
        {problem && (
          <div className="mb-3">
            <Callout kind="warn" title="Shown without the last change">
              {problem}
            </Callout>
          </div>
        )}
        {sample ? (
          <SampleQuote
            desk={desk}
            typed={typed}
            sample={sample}
            job={{ ...job, ...typed?.place }}
            payer={payer}
          />
        ) : (
          <p className="text-ink-soft">The catalog has no parts to try your prices on.</p>
        )}
        <SampleControls
          catalogUrl={catalogUrl}
          sample={desk.sample}
          partIsFixed={typed?.nagsNumber !== undefined}
          choosesPayer={!fixed && desk.book.insurance !== null}
          zip={desk.zip}
          onChange={readControls}
        />
        {children}
      </Card>
    </aside>
  );
};

type SampleQuoteProps = {
  desk: PreviewDesk;
  typed: PriceDraft | null;
  sample: NonNullable<PreviewDesk["sample"]>;
  job: SampleJob;
  payer: SamplePayer;
};

const SampleQuote = ({ desk, typed, sample, job, payer }: SampleQuoteProps) => {
  const saved = { ...desk.book, partOverrides: sample.override ? [sample.override] : [] };
  const quoteBy = (book: typeof saved) => sampleQuote(book, sample, job, payer, desk.today);
  const before = quoteBy(saved);
  const after = typed ? quoteBy(typed.change(saved)) : before;
  if (!after) return <p className="text-ink-soft">Set your cash prices first: every quote stands on them.</p>;
  const { part, demo } = sample;
  const list = part.listPriceCents === null ? "no list price" : `list ${formatCents(part.listPriceCents)}`;
  return (
    <>
      {job.work === "glass" && (
        <p className="text-[0.8125rem] text-ink-soft">
          {part.nagsNumber} · {part.description} · {list}
          {demo && part.listPriceCents !== null && " (demo price)"}
        </p>
      )}
      <PreviewTable change={compareQuotes(before, after)} />
      {payer.payer === "insurance" && (
        <p className="mt-2 text-[0.8125rem] text-ink-soft">
          With a deductible of {formatCents(SAMPLE_DEDUCTIBLE_CENTS)}: insurer{" "}
          {formatCents(after.shares.insurerCents)}, customer {formatCents(after.shares.customerCents)}.
        </p>
      )}
      {after.reviews.length > 0 && (
        <div className="mt-3">
          <Callout kind="warn" title="Somebody would have to look at this quote">
            <ul>
              {after.reviews.map((review) => (
                <li key={review}>{review}</li>
              ))}
            </ul>
          </Callout>
        </div>
      )}
    </>
  );
};
