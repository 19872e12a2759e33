import type { Metadata } from "next";
import { KeepDrafts } from "@/components/form/drafts/keep-drafts";
import { NoticePage } from "@/components/shell/notice-page";
import { ButtonLink } from "@/components/ui/buttons/button";

export const metadata: Metadata = { title: "Not from here" };

export default function Forbidden() {
  return (
    <NoticePage
      title="This came from another site"
      actions={<ButtonLink href="/shops">Go to your shop</ButtonLink>}
    >
      <KeepDrafts />
      <p>Nothing was changed. What is done here has to be sent from a page of the shop system itself.</p>
    </NoticePage>
  );
}
