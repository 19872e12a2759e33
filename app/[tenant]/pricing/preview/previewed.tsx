"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { z } from "zod";
import type { PreviewDesk, PriceDraft, SamplePayer } from "@/lib/domain/pricing/preview/preview";
import { readForm } from "@/lib/forms/form-data";
import { PreviewPanel } from "./preview-panel";
import { TRIED_QUOTES, TriedQuotes } from "./tried-quotes";
import { TriedSummary } from "./tried-summary";
import { useTriedQuotes } from "./use-tried-quotes";

type PreviewedProps<Form extends z.ZodType> = {
  desk: PreviewDesk;
  /** Reads the form as the server will. */
  form: Form;
  draft: (input: z.output<Form>) => PriceDraft;
  /** Whose quote it is; left out where the viewer may choose. */
  payer?: SamplePayer;
  children: ReactNode;
};

/** A form with a sample quote beside it that is priced anew with every key. The form is read by the same schema as on the server. */
export const Previewed = <Form extends z.ZodType>({
  desk,
  form,
  draft,
  payer,
  children,
}: PreviewedProps<Form>) => {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<PriceDraft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const tried = useTriedQuotes(desk, typed, from);

  const look = ({ quietly = false } = {}) => {
    const element = box.current?.querySelector("form");
    if (!element) return;
    const posted = new FormData(element);
    const reading = form.safeParse(readForm(posted));
    setFrom(String(posted.get("effectiveFrom") ?? ""));
    if (reading.success) setTyped(draft(reading.data));
    setProblem(reading.success || quietly ? null : (reading.error.issues[0]?.message ?? null));
  };
  const lookOnce = useEffectEvent(() => look({ quietly: true }));
  useEffect(() => lookOnce(), []);

  return (
    <>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_25rem]">
        <div
          ref={box}
          onInput={() => look()}
          onChange={() => look()}
          onReset={() => setTimeout(look)}
          className="min-w-0"
        >
          {children}
        </div>
        <PreviewPanel desk={desk} typed={typed} problem={problem} payer={payer}>
          <TriedSummary tried={tried} />
        </PreviewPanel>
      </div>
      {tried.quotes && tried.quotes.length > 0 && (
        <div id={TRIED_QUOTES} className="mt-5 scroll-mt-20">
          <TriedQuotes shop={desk.shop} quotes={tried.quotes} />
        </div>
      )}
    </>
  );
};
