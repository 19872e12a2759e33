import { redirect } from "next/navigation";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import { FormRow } from "@/components/form/form-row";
import { DateInput } from "@/components/form/inputs/date-input";
import { RadioCards } from "@/components/form/inputs/radio-cards";
import { TextArea } from "@/components/form/inputs/text-area";
import { TextInput } from "@/components/form/inputs/text-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { dayRange } from "@/lib/date-range";
import { dateIn, timeIn } from "@/lib/dates";
import { type Offering, offered } from "@/lib/domain/quotes/options";
import { getQuote } from "@/lib/domain/quotes/queries";
import { may, whyNotReady } from "@/lib/domain/quotes/quote";
import { workAddress } from "@/lib/domain/quotes/whereabouts";
import { gradeNames } from "@/lib/domain/quotes/work";
import { view } from "@/lib/doors/view";
import type { GlassGrade } from "@/lib/glass/pricing/rules";
import { windowNames } from "@/lib/glass/time-window";
import { carName } from "@/lib/glass/vehicles/car";
import { formatCents } from "@/lib/money";
import { bookQuote } from "../../actions";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Accept and book" };

export default async function BookQuotePage({ params }: Props) {
  const { tenant, id } = await params;
  const { quote, today, time } = await view({ tenant, feature, allow: office }, async (db, actor) => ({
    quote: await getQuote(db, id),
    today: dateIn(actor.timeZone, new Date()),
    time: timeIn(actor.timeZone, new Date()),
  }));
  const here = `/${tenant}/quotes/${id}`;
  if (!may("accept", quote.status)) redirect(here);
  const notReady = whyNotReady(quote, today);
  const { customer, vehicle } = quote;
  return (
    <>
      <PageHeader
        title={`Accept and book quote #${quote.number}`}
        description={
          <>
            {customer.name}, {carName(vehicle)}:{" "}
            {quote.options.length > 0 ? (
              "the customer chooses the glass"
            ) : (
              <>
                customer pays <Money cents={quote.customerCents} />
              </>
            )}
          </>
        }
        breadcrumbs={[
          { label: "Quotes", href: `/${tenant}/quotes` },
          { label: `Quote #${quote.number}`, href: here },
        ]}
      />
      {notReady ? (
        <Callout kind="warn" action={<ButtonLink href={`${here}/edit`}>Edit quote</ButtonLink>}>
          {notReady}
        </Callout>
      ) : (
        <Card className="max-w-3xl">
          <Form
            action={bookQuote.bind(null, tenant)}
            submit="Book job"
            aside={
              <ButtonLink variant="ghost" href={here}>
                Not yet
              </ButtonLink>
            }
          >
            <div className="space-y-4">
              <input type="hidden" name="id" value={id} />
              {quote.options.length > 0 && <Glass quote={quote} />}
              <Field name="day" label="Day" required className="max-w-52">
                <DateInput {...dayRange("visit", today)} defaultValue={today} autoFocus />
              </Field>
              <RadioCards
                name="timeWindow"
                label="Time of day"
                columns={3}
                defaultValue={time < "12:00" ? "am" : "pm"}
                options={Object.entries(windowNames).map(([value, label]) => ({ value, label }))}
              />
              {quote.place === "mobile" ? (
                <Address address={workAddress(quote)} />
              ) : (
                <p className="text-ink-soft">
                  The customer comes to the shop. To go to them, edit the quote first: mobile has a price.
                </p>
              )}
              <Field name="notes" label="Notes for the technician">
                <TextArea />
              </Field>
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}

const Glass = ({ quote }: { quote: Offering }) => (
  <>
    <input type="hidden" name="choose" value="on" />
    <RadioCards
      name="option"
      label="Glass"
      required
      options={offered(quote).map(({ option, grade, customerCents }) => ({
        value: String(option),
        label: gradeNames[grade as GlassGrade],
        hint: `Customer pays ${formatCents(customerCents)}`,
      }))}
    />
  </>
);

const Address = ({ address }: { address: ReturnType<typeof workAddress> }) => (
  <>
    <Field name="street" label="Street" required>
      <TextInput defaultValue={address.street} />
    </Field>
    <FormRow>
      <Field name="city" label="City">
        <TextInput defaultValue={address.city} />
      </Field>
      <Field name="zip" label="ZIP">
        <TextInput defaultValue={address.zip} inputMode="numeric" maxLength={10} />
      </Field>
    </FormRow>
  </>
);
