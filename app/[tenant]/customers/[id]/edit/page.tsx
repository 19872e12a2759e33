import { Form } from "@/components/form/form";
import { ShownInput } from "@/components/form/shown-input";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { customerNames } from "@/lib/domain/customers/forms";
import { getCustomer } from "@/lib/domain/customers/queries";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { editCustomer } from "../../actions";
import { CustomerFields } from "../../customer-fields";
import { feature } from "../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "Edit customer" };

export default async function EditCustomerPage({ params }: Props) {
  const { tenant, id } = await params;
  const customer = await view({ tenant, feature, allow: office }, (db) => getCustomer(db, id));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title={`Edit ${customer.name}`}
        breadcrumbs={[
          { label: "Customers", href: home },
          { label: customer.name, href: `${home}/${id}` },
        ]}
      />
      <Card className="max-w-3xl">
        <Form
          action={editCustomer.bind(null, tenant)}
          submit="Save"
          aside={
            <ButtonLink variant="ghost" href={`${home}/${id}`}>
              Cancel
            </ButtonLink>
          }
        >
          <input type="hidden" name="id" value={id} />
          <ShownInput shown={shownOf(customer, customerNames)} />
          <CustomerFields customer={customer} />
        </Form>
      </Card>
    </>
  );
}
