import { KeepDrafts } from "@/components/form/drafts/keep-drafts";
import { Button } from "@/components/ui/buttons/button";
import { Code } from "@/components/ui/code";
import { NoticePage } from "./notice-page";

type ErrorNoticeProps = {
  /** The server was not reached at all. */
  offline?: boolean;
  /** The number under which the log has the error. */
  reference?: string;
  onRetry: () => void;
};

/** The page for a fault: owns up to it where it is ours, gives the number to quote, and offers another try. */
export const ErrorNotice = ({ offline = false, reference, onRetry }: ErrorNoticeProps) => (
  <NoticePage
    title={offline ? "No connection" : "Something went wrong on our side"}
    actions={
      <Button variant="primary" onClick={onRetry}>
        Try again
      </Button>
    }
  >
    <KeepDrafts />
    {offline && <p>The shop system could not be reached. Check your network, then try again.</p>}
    <p>If you were filling in a form, what you typed comes back with it.</p>
    {reference && (
      <p className="mt-2">
        If it happens again, tell us this reference: <Code>{reference}</Code>
      </p>
    )}
  </NoticePage>
);
