import { ActionButton } from "@/components/form/action-button";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import { DialogButton } from "@/components/ui/buttons/dialog-button";
import { Callout } from "@/components/ui/callout";
import { mailQuote, sendQuote, shareQuote } from "../actions";

type SendDialogProps = {
  tenant: string;
  quote: { id: string; status: string; customer: { email: string } };
  /** Whether a mail server is set up. */
  mails: boolean;
};

/** The ways by which a quote reaches its customer. */
export const SendDialog = ({ tenant, quote: { id, status, customer }, mails }: SendDialogProps) => (
  <DialogButton label={status === "sent" ? "Send again" : "Send"} title="Send the quote">
    <Form action={mailQuote.bind(null, tenant)} submit="Send e-mail" draftKey="mail">
      <input type="hidden" name="id" value={id} />
      <div className="space-y-4">
        {!mails && (
          <Callout kind="warn" title="No mail server is set up">
            The e-mail would stay in the system administrators' outbox and reach nobody. A link does.
          </Callout>
        )}
        <Field name="email" label="E-mail" required>
          <TextInput type="email" defaultValue={customer.email} />
        </Field>
        <Field
          name="note"
          label="A word of your own"
          hint="Stands above the price. May stay empty. The quote goes along as a PDF."
        >
          <TextArea />
        </Field>
      </div>
    </Form>
    <div className="mt-5 border-t border-line pt-4">
      <p className="mb-3 text-ink-soft">
        Or make a link to text or paste, and the customer sees, chooses and signs on a screen of their own.
      </p>
      <div className="flex flex-wrap gap-2">
        <ActionButton
          variant={mails ? "secondary" : "primary"}
          action={shareQuote.bind(null, tenant)}
          fields={{ id }}
        >
          Make a link
        </ActionButton>
        {status === "draft" && (
          <ActionButton variant="ghost" action={sendQuote.bind(null, tenant)} fields={{ id }}>
            Only mark as sent
          </ActionButton>
        )}
      </div>
    </div>
  </DialogButton>
);
