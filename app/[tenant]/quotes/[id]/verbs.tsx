import { FileText } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { Select } from "@/components/form/inputs/select";
import { ButtonLink, buttonLook } from "@/components/ui/buttons/button";
import { DialogButton } from "@/components/ui/buttons/dialog-button";
import { PrintButton } from "@/components/ui/buttons/print-button";
import { may, type QuoteStatus } from "@/lib/domain/quotes/quote";
import { loseQuote, reopenQuote } from "../actions";
import { SendDialog } from "./send-dialog";

type VerbsProps = {
  tenant: string;
  quote: { id: string; status: QuoteStatus; customer: { email: string } };
  /** Why it can't be booked; null when it can. */
  notReady: string | null;
  /** Whether it can go to the customer. */
  sendable: boolean;
  lostReasons: readonly string[];
  /** Whether a mail server is set up. */
  mails: boolean;
};

/** What can be done with a quote in its state. */
export const Verbs = ({ tenant, quote, notReady, sendable, lostReasons, mails }: VerbsProps) => {
  const { id, status } = quote;
  const here = `/${tenant}/quotes/${id}`;
  return (
    <>
      <PrintButton />
      <a href={`${here}/pdf`} target="_blank" rel="noopener" className={buttonLook({ variant: "ghost" })}>
        <FileText aria-hidden="true" /> PDF
      </a>
      {may("lose", status) && (
        <DialogButton variant="ghost" label="Lost" title="Mark as lost">
          <Form action={loseQuote.bind(null, tenant)} submit="Mark as lost">
            <input type="hidden" name="id" value={id} />
            <Field name="reason" label="Reason" required>
              <Select
                placeholder="Choose a reason"
                options={lostReasons.map((reason) => ({ value: reason, label: reason }))}
              />
            </Field>
          </Form>
        </DialogButton>
      )}
      {may("edit", status) && <ButtonLink href={`${here}/edit`}>Edit</ButtonLink>}
      {may("send", status) && sendable && <SendDialog tenant={tenant} quote={quote} mails={mails} />}
      {may("reopen", status) && (
        <ActionButton action={reopenQuote.bind(null, tenant)} fields={{ id }}>
          Reopen
        </ActionButton>
      )}
      {may("accept", status) && (
        <ButtonLink variant="primary" href={notReady ? `${here}/edit` : `${here}/book`}>
          {notReady ? "Edit to book" : "Accept and book"}
        </ButtonLink>
      )}
    </>
  );
};
