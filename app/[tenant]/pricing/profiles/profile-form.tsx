"use client";

import { Combobox } from "@/components/form/combobox/combobox";
import { Field } from "@/components/form/field";
import { Form } from "@/components/form/form";
import type { Option } from "@/components/form/inputs/select";
import { ButtonLink } from "@/components/ui/buttons/button";
import { Card } from "@/components/ui/card";
import type { PreviewDesk, SamplePayer } from "@/lib/domain/pricing/preview/preview";
import { draftProfile, SaveProfile, type Whose, withProfile } from "@/lib/domain/pricing/profiles/profile";
import { inMatchingOrder, ruleTexts } from "@/lib/domain/pricing/profiles/rule";
import type { FormAction } from "@/lib/forms/form";
import type { Profile } from "@/lib/glass/pricing/quote-types";
import { ChangeFields } from "../change-fields";
import { Previewed } from "../preview/previewed";
import { OtherPrices } from "./other-prices";
import { RuleRows } from "./rule-rows";

type ProfileFormProps = {
  action: FormAction;
  desk: PreviewDesk;
  whose: Whose;
  profile: Profile;
  /** When the saved prices were last changed; empty when there are none yet. */
  version: string;
  /** Whom to choose from, where that is still open. */
  choose?: { name: "insurerId" | "accountType"; label: string; options: Option[] };
  cancel: string;
};

/** All prices of one payer on one page, glass first, with the sample quote beside them. */
export const ProfileForm = (props: ProfileFormProps) => {
  const { action, desk, whose, profile, version, choose, cancel } = props;
  return (
    <Previewed
      desk={desk}
      form={SaveProfile}
      payer={samplePayer(whose)}
      draft={({ payer, insurerId, accountType, version: _, ...prices }) => {
        const typed = { payer, insurerId, accountType };
        return {
          change: (book) => withProfile(book, typed, draftProfile(profile.name, prices)),
          payer: samplePayer(typed),
        };
      }}
    >
      <Form
        action={action}
        submit="Save prices"
        aside={
          <ButtonLink variant="ghost" href={cancel}>
            Cancel
          </ButtonLink>
        }
      >
        <input type="hidden" name="payer" value={whose.payer} />
        <input type="hidden" name="version" value={version} />
        {choose?.name !== "insurerId" && (
          <input type="hidden" name="insurerId" value={whose.insurerId ?? ""} />
        )}
        {choose?.name !== "accountType" && (
          <input type="hidden" name="accountType" value={whose.accountType ?? ""} />
        )}
        {choose && (
          <Card className="mb-5">
            <Field name={choose.name} label={choose.label} required>
              <Combobox options={choose.options} placeholder="Type a name" />
            </Field>
          </Card>
        )}
        <Card
          title="Glass"
          description="The most specific pattern wins: a part, then a longer prefix, a grade such as grade:dealer, and * for all the rest. DW*:dealer is DW* for dealer glass alone."
        >
          <RuleRows rules={inMatchingOrder(profile.rules).map(ruleTexts)} />
        </Card>
        <OtherPrices profile={profile} home={desk.state} />
        <Card className="mt-5">
          <ChangeFields desk={desk} />
        </Card>
      </Form>
    </Previewed>
  );
};

const samplePayer = ({ payer, insurerId, accountType }: Whose): SamplePayer => ({
  payer: payer === "cash" || payer === "account" ? "cash" : "insurance",
  insurerId,
  accountType,
});
