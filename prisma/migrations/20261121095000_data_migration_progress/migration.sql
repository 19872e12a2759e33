-- CreateTable
CREATE TABLE "data_migration_progress" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "name" TEXT NOT NULL,
    "cursor" UUID,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_migration_progress_pkey" PRIMARY KEY ("tenant_id","name")
);

select app.tenant_table('data_migration_progress');
