"use client";

import { ErrorNotice } from "@/components/shell/error-notice";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return <ErrorNotice offline={wasNotReached(error)} reference={error.digest} onRetry={retry} />;
}

/** Each browser has its own words for a request that got no answer. */
const wasNotReached = ({ name, message }: Error) =>
  name === "TypeError" && /failed to fetch|networkerror|load failed/i.test(message);
