-- What records are found by. Row level security keeps the planner from handing ILIKE to an index; comparing bytes it may.
CREATE TABLE "search_terms" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "term" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "subject" UUID NOT NULL,

    CONSTRAINT "search_terms_pkey" PRIMARY KEY ("tenant_id","kind","subject","term")
);

-- CreateIndex
CREATE INDEX "search_terms_tenant_id_term_kind_subject_idx" ON "search_terms"("tenant_id", "term", "kind", "subject");

select app.tenant_table('search_terms');
