import type { ComponentProps } from "react";
import { ActionButton } from "@/components/form/action-button";
import { PageHeader } from "@/components/ui/page-header";
import { removeOwnPrices, saveProfile } from "../actions";
import { ProfileForm } from "./profile-form";

type OwnProfileEditorProps = Pick<
  ComponentProps<typeof ProfileForm>,
  "desk" | "whose" | "profile" | "version"
> & {
  tenant: string;
  id: string;
  /** Where the list of its like is, and what it is called. */
  list: { label: string; path: string };
  /** Whose prices hold once these are gone: "cash". */
  otherwise: string;
};

/** The prices of one insurer or one kind of account, to change or to remove. */
export const OwnProfileEditor = ({
  tenant,
  id,
  list,
  otherwise,
  profile,
  ...form
}: OwnProfileEditorProps) => {
  const home = `/${tenant}/pricing/${list.path}`;
  return (
    <>
      <PageHeader
        title={`${profile.name} prices`}
        breadcrumbs={[
          { label: "Pricing", href: `/${tenant}/pricing` },
          { label: list.label, href: home },
        ]}
        actions={
          <ActionButton
            action={removeOwnPrices.bind(null, tenant)}
            fields={{ id }}
            variant="ghost"
            confirm={{
              title: `Remove the prices of ${profile.name}?`,
              body: `New quotes take your ${otherwise} prices. Saved quotes stay as they are.`,
              confirm: "Remove prices",
            }}
          >
            Remove
          </ActionButton>
        }
      />
      <ProfileForm action={saveProfile.bind(null, tenant)} profile={profile} cancel={home} {...form} />
    </>
  );
};
