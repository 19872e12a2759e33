import { stateOptions } from "@/lib/states";
import { Field } from "../field";
import { FormRow } from "../form-row";
import { Select } from "./select";
import { TextInput } from "./text-input";

type Address = { street?: string; city?: string; state?: string; zip?: string };

/** Street, city, state and ZIP, posted under these names. */
export const AddressFields = ({ address }: { address: Address }) => (
  <>
    <Field name="street" label="Street">
      <TextInput defaultValue={address.street} />
    </Field>
    <FormRow fields={3}>
      <Field name="city" label="City">
        <TextInput defaultValue={address.city} />
      </Field>
      <Field name="state" label="State">
        <Select options={stateOptions} defaultValue={address.state} placeholder="–" />
      </Field>
      <Field name="zip" label="ZIP">
        <TextInput defaultValue={address.zip} inputMode="numeric" maxLength={10} />
      </Field>
    </FormRow>
  </>
);
