import { Form } from "@/components/form/form";
import { ShownInput } from "@/components/form/shown-input";
import { VehicleFields } from "@/components/glass/vehicle-fields";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { office } from "@/lib/auth/roles";
import { vehicleNames } from "@/lib/domain/customers/forms";
import { getVehicle } from "@/lib/domain/customers/queries";
import { view } from "@/lib/doors/view";
import { shownOf } from "@/lib/forms/shown";
import { carName } from "@/lib/glass/vehicles/car";
import { editVehicle } from "../../../actions";
import { feature } from "../../../feature";

type Props = { params: Promise<{ tenant: string; id: string; vehicleId: string }> };

export const metadata = { title: "Vehicle" };

export default async function VehiclePage({ params }: Props) {
  const { tenant, id, vehicleId } = await params;
  const vehicle = await view({ tenant, feature, allow: office }, (db) => getVehicle(db, id, vehicleId));
  const home = `/${tenant}/customers`;
  return (
    <>
      <PageHeader
        title={carName(vehicle)}
        breadcrumbs={[
          { label: "Customers", href: home },
          { label: vehicle.customer.name, href: `${home}/${id}` },
        ]}
      />
      <Card className="max-w-3xl">
        <Form
          action={editVehicle.bind(null, tenant)}
          submit="Save"
          aside={
            <ButtonLink variant="ghost" href={`${home}/${id}`}>
              Cancel
            </ButtonLink>
          }
        >
          <input type="hidden" name="id" value={vehicleId} />
          <input type="hidden" name="customerId" value={id} />
          <ShownInput shown={shownOf(vehicle, vehicleNames)} />
          <VehicleFields decodeUrl={`${home}/vin`} vehicle={vehicle} />
        </Form>
      </Card>
    </>
  );
}
