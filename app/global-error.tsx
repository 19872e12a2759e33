"use client";

import { ErrorNotice } from "@/components/shell/error-notice";
import "./globals.css";
import { PRODUCT } from "@/lib/product";

export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en-US">
      <body>
        <title>{`Something went wrong · ${PRODUCT.name}`}</title>
        <ErrorNotice reference={error.digest} onRetry={retry} />
      </body>
    </html>
  );
}
