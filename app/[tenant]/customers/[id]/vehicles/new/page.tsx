import { Form } from "@/components/form/form";
import { VehicleFields } from "@/components/glass/vehicle-fields";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { getCustomer } from "@/lib/domain/customers/queries";
import { view } from "@/lib/doors/view";
import { addVehicle } from "../../../actions";
import { feature } from "../../../feature";

type Props = { params: Promise<{ tenant: string; id: string }> };

export const metadata = { title: "New vehicle" };

export default async function NewVehiclePage({ params }: Props) {
  const { tenant, id } = await params;
  const customer = await view({ tenant, feature, allow: office }, (db) => getCustomer(db, id));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title="New vehicle"
        breadcrumbs={[
          { label: "Customers", href: home },
          { label: customer.name, href: `${home}/${id}` },
        ]}
      />
      <Card className="max-w-3xl">
        <Form
          action={addVehicle.bind(null, tenant)}
          submit="Add vehicle"
          aside={
            <ButtonLink variant="ghost" href={`${home}/${id}`}>
              Cancel
            </ButtonLink>
          }
        >
          <input type="hidden" name="customerId" value={id} />
          <VehicleFields decodeUrl={`${home}/vin`} />
        </Form>
      </Card>
    </>
  );
}
