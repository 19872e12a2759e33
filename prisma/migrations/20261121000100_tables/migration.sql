-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'counter', 'technician');

-- CreateEnum
CREATE TYPE "invoice_status" AS ENUM ('invoiced', 'partially_paid', 'paid', 'void');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('scheduled', 'dispatched', 'en_route', 'in_progress', 'incomplete', 'no_show', 'completed', 'invoiced', 'partially_paid', 'paid', 'closed', 'cancelled', 'void');

-- CreateEnum
CREATE TYPE "quote_status" AS ENUM ('draft', 'sent', 'accepted', 'lost');

-- CreateTable
CREATE TABLE "parts" (
    "id" UUID NOT NULL,
    "nags_number" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "color_code" TEXT NOT NULL DEFAULT '',
    "attachments" BOOLEAN NOT NULL DEFAULT false,
    "premium" BOOLEAN NOT NULL DEFAULT false,
    "glass_position" TEXT NOT NULL,
    "side" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL,
    "list_price_cents" INTEGER,
    "list_effective_from" DATE,
    "labor_minutes" INTEGER NOT NULL DEFAULT 0,
    "kit_halves" INTEGER NOT NULL DEFAULT 0,
    "moulding_required" BOOLEAN NOT NULL DEFAULT false,
    "clips_qty" INTEGER NOT NULL DEFAULT 0,
    "calibration" TEXT,
    "features" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "interchange" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "superseded_by" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "parts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part_fits" (
    "id" UUID NOT NULL,
    "part_id" UUID NOT NULL,
    "year_from" INTEGER NOT NULL,
    "year_to" INTEGER NOT NULL,
    "make" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "body_style" TEXT,

    CONSTRAINT "part_fits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insurers" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tpa" TEXT,

    CONSTRAINT "insurers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reason_codes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID DEFAULT app.tenant_id(),
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "reason_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vin_wmis" (
    "wmi" TEXT NOT NULL,
    "make" TEXT,
    "manufacturer" TEXT,
    "vehicle_type" TEXT NOT NULL,

    CONSTRAINT "vin_wmis_pkey" PRIMARY KEY ("wmi")
);

-- CreateTable
CREATE TABLE "vin_wmi_schemas" (
    "id" INTEGER NOT NULL,
    "wmi" TEXT NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "year_from" INTEGER NOT NULL,
    "year_to" INTEGER,

    CONSTRAINT "vin_wmi_schemas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vin_patterns" (
    "id" INTEGER NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "keys" TEXT NOT NULL,
    "element" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "make" TEXT,
    "specificity" INTEGER NOT NULL,

    CONSTRAINT "vin_patterns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "insurer_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'reported',
    "policyholder" TEXT NOT NULL,
    "policy_number" TEXT NOT NULL,
    "claim_number" TEXT NOT NULL DEFAULT '',
    "loss_date" DATE NOT NULL,
    "loss_state" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "deductible_cents" INTEGER NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "customers" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "company" TEXT NOT NULL DEFAULT '',
    "street" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT '',
    "zip" TEXT NOT NULL DEFAULT '',
    "tax_exempt" BOOLEAN NOT NULL DEFAULT false,
    "tax_certificate" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "vehicles" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "vin" TEXT NOT NULL DEFAULT '',
    "year" INTEGER NOT NULL,
    "make" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "body_style" TEXT NOT NULL DEFAULT '',
    "trim" TEXT NOT NULL DEFAULT '',
    "plate" TEXT NOT NULL DEFAULT '',
    "plate_state" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vehicles_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "technician_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "street" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT '',
    "zip" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT 'America/Chicago',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "system_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credentials" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,

    CONSTRAINT "credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tenant_flags" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "flag" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,

    CONSTRAINT "tenant_flags_pkey" PRIMARY KEY ("tenant_id","flag")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "security_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "user_id" UUID,
    "actor_tenant_id" UUID,
    "target_tenant_id" UUID,
    "path" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "security_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "counters" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "invoices" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "invoice_status" NOT NULL DEFAULT 'invoiced',
    "job_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "insurer_name" TEXT NOT NULL DEFAULT '',
    "issued_on" DATE NOT NULL,
    "subtotal_cents" INTEGER NOT NULL,
    "tax_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "insurer_cents" INTEGER NOT NULL DEFAULT 0,
    "customer_cents" INTEGER NOT NULL,
    "insurer_paid_cents" INTEGER NOT NULL DEFAULT 0,
    "customer_paid_cents" INTEGER NOT NULL DEFAULT 0,
    "void_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "invoice_lines" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "nags_number" TEXT,
    "quantity" INTEGER NOT NULL,
    "unit_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "taxable" BOOLEAN NOT NULL,

    CONSTRAINT "invoice_lines_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "payments" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "payer" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "received_on" DATE NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'scheduled',
    "quote_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "scheduled_on" DATE NOT NULL,
    "time_window" TEXT NOT NULL DEFAULT 'day',
    "place" TEXT NOT NULL DEFAULT 'shop',
    "street" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "zip" TEXT NOT NULL DEFAULT '',
    "reschedules" INTEGER NOT NULL DEFAULT 0,
    "status_reason" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "pricing_profiles" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "insurer_id" UUID,
    "labor_mode" TEXT NOT NULL DEFAULT 'hourly',
    "labor_cents" INTEGER NOT NULL,
    "kit_cents" INTEGER,
    "moulding_cents" INTEGER,
    "clip_cents" INTEGER,
    "cal_static_cents" INTEGER,
    "cal_dynamic_cents" INTEGER,
    "cal_dual_cents" INTEGER,
    "mobile_cents" INTEGER,
    "disposal_cents" INTEGER,
    "chip_first_cents" INTEGER,
    "chip_next_cents" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pricing_profiles_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "pricing_rules" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "pattern" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bps" INTEGER,
    "cents" INTEGER,
    "tiers" JSONB,
    "effective_from" DATE,
    "effective_to" DATE,

    CONSTRAINT "pricing_rules_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "part_overrides" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "nags_number" TEXT NOT NULL,
    "price_cents" INTEGER,
    "cost_cents" INTEGER,

    CONSTRAINT "part_overrides_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tax_rates" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rate_ppm" INTEGER NOT NULL,

    CONSTRAINT "tax_rates_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shop_settings" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "taxable_kinds" TEXT[] DEFAULT ARRAY['glass', 'moulding', 'hardware', 'kit']::TEXT[],
    "quote_valid_days" INTEGER NOT NULL DEFAULT 30,
    "kit_cost_cents" INTEGER,
    "moulding_cost_cents" INTEGER,
    "clip_cost_cents" INTEGER,

    CONSTRAINT "shop_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "quotes" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "quote_status" NOT NULL DEFAULT 'draft',
    "customer_id" UUID NOT NULL,
    "vehicle_id" UUID NOT NULL,
    "payer" TEXT NOT NULL DEFAULT 'cash',
    "insurer_id" UUID,
    "deductible_cents" INTEGER NOT NULL DEFAULT 0,
    "service" TEXT NOT NULL DEFAULT 'replacement',
    "glass_position" TEXT NOT NULL,
    "nags_number" TEXT,
    "chips" INTEGER NOT NULL DEFAULT 0,
    "place" TEXT NOT NULL DEFAULT 'shop',
    "notes" TEXT NOT NULL DEFAULT '',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "subtotal_cents" INTEGER NOT NULL,
    "tax_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "insurer_cents" INTEGER NOT NULL DEFAULT 0,
    "customer_cents" INTEGER NOT NULL,
    "cost_cents" INTEGER,
    "lost_reason" TEXT NOT NULL DEFAULT '',
    "valid_until" DATE NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quotes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "quote_lines" (
    "tenant_id" UUID NOT NULL DEFAULT app.tenant_id(),
    "id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "nags_number" TEXT,
    "quantity" INTEGER NOT NULL,
    "unit_cents" INTEGER NOT NULL,
    "total_cents" INTEGER NOT NULL,
    "taxable" BOOLEAN NOT NULL,
    "cost_cents" INTEGER,
    "rule" TEXT NOT NULL,
    "layer" TEXT NOT NULL,

    CONSTRAINT "quote_lines_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "parts_nags_number_key" ON "parts"("nags_number");

-- CreateIndex
CREATE INDEX "parts_glass_position_idx" ON "parts"("glass_position");

-- CreateIndex
CREATE INDEX "part_fits_make_model_year_from_year_to_idx" ON "part_fits"("make", "model", "year_from", "year_to");

-- CreateIndex
CREATE INDEX "part_fits_part_id_idx" ON "part_fits"("part_id");

-- CreateIndex
CREATE UNIQUE INDEX "insurers_name_key" ON "insurers"("name");

-- CreateIndex
CREATE UNIQUE INDEX "reason_codes_tenant_id_kind_label_key" ON "reason_codes"("tenant_id", "kind", "label") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "vin_wmi_schemas_wmi_idx" ON "vin_wmi_schemas"("wmi");

-- CreateIndex
CREATE INDEX "vin_patterns_schema_id_idx" ON "vin_patterns"("schema_id");

-- CreateIndex
CREATE INDEX "claims_tenant_id_filed_at_idx" ON "claims"("tenant_id", "filed_at");

-- CreateIndex
CREATE UNIQUE INDEX "claims_tenant_id_job_id_key" ON "claims"("tenant_id", "job_id");

-- CreateIndex
CREATE INDEX "customers_tenant_id_name_idx" ON "customers"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "customers_tenant_id_phone_idx" ON "customers"("tenant_id", "phone");

-- CreateIndex
CREATE INDEX "vehicles_tenant_id_customer_id_idx" ON "vehicles"("tenant_id", "customer_id");

-- CreateIndex
CREATE INDEX "vehicles_tenant_id_plate_idx" ON "vehicles"("tenant_id", "plate");

-- CreateIndex
CREATE INDEX "vehicles_tenant_id_vin_idx" ON "vehicles"("tenant_id", "vin");

-- CreateIndex
CREATE INDEX "assignments_tenant_id_technician_id_starts_at_idx" ON "assignments"("tenant_id", "technician_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "assignments_tenant_id_job_id_key" ON "assignments"("tenant_id", "job_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_tenant_id_user_id_key" ON "memberships"("tenant_id", "user_id");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_subject_at_idx" ON "audit_events"("tenant_id", "subject", "at");

-- CreateIndex
CREATE INDEX "audit_events_tenant_id_at_idx" ON "audit_events"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "security_events_at_idx" ON "security_events"("at");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_status_issued_on_idx" ON "invoices"("tenant_id", "status", "issued_on");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_issued_on_idx" ON "invoices"("tenant_id", "issued_on");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_job_id_idx" ON "invoices"("tenant_id", "job_id");

-- CreateIndex
CREATE INDEX "invoices_tenant_id_customer_id_idx" ON "invoices"("tenant_id", "customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_tenant_id_number_key" ON "invoices"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_lines_tenant_id_invoice_id_position_key" ON "invoice_lines"("tenant_id", "invoice_id", "position");

-- CreateIndex
CREATE INDEX "payments_tenant_id_invoice_id_idx" ON "payments"("tenant_id", "invoice_id");

-- CreateIndex
CREATE INDEX "payments_tenant_id_received_on_idx" ON "payments"("tenant_id", "received_on");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_status_scheduled_on_idx" ON "jobs"("tenant_id", "status", "scheduled_on");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_scheduled_on_idx" ON "jobs"("tenant_id", "scheduled_on");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_quote_id_idx" ON "jobs"("tenant_id", "quote_id");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_customer_id_idx" ON "jobs"("tenant_id", "customer_id");

-- CreateIndex
CREATE INDEX "jobs_tenant_id_vehicle_id_idx" ON "jobs"("tenant_id", "vehicle_id");

-- CreateIndex
CREATE UNIQUE INDEX "jobs_tenant_id_number_key" ON "jobs"("tenant_id", "number");

-- CreateIndex
CREATE INDEX "pricing_profiles_tenant_id_payer_insurer_id_idx" ON "pricing_profiles"("tenant_id", "payer", "insurer_id");

-- CreateIndex
CREATE UNIQUE INDEX "pricing_profiles_tenant_id_name_key" ON "pricing_profiles"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "pricing_rules_tenant_id_profile_id_idx" ON "pricing_rules"("tenant_id", "profile_id");

-- CreateIndex
CREATE UNIQUE INDEX "part_overrides_tenant_id_nags_number_key" ON "part_overrides"("tenant_id", "nags_number");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rates_tenant_id_name_key" ON "tax_rates"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "quotes_tenant_id_status_created_at_idx" ON "quotes"("tenant_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "quotes_tenant_id_created_at_idx" ON "quotes"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "quotes_tenant_id_customer_id_idx" ON "quotes"("tenant_id", "customer_id");

-- CreateIndex
CREATE INDEX "quotes_tenant_id_vehicle_id_idx" ON "quotes"("tenant_id", "vehicle_id");

-- CreateIndex
CREATE UNIQUE INDEX "quotes_tenant_id_number_key" ON "quotes"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "quote_lines_tenant_id_quote_id_position_key" ON "quote_lines"("tenant_id", "quote_id", "position");

-- AddForeignKey
ALTER TABLE "part_fits" ADD CONSTRAINT "part_fits_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "parts"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "vin_wmi_schemas" ADD CONSTRAINT "vin_wmi_schemas_wmi_fkey" FOREIGN KEY ("wmi") REFERENCES "vin_wmis"("wmi") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_tenant_id_job_id_fkey" FOREIGN KEY ("tenant_id", "job_id") REFERENCES "jobs"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_tenant_id_job_id_fkey" FOREIGN KEY ("tenant_id", "job_id") REFERENCES "jobs"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_tenant_id_technician_id_fkey" FOREIGN KEY ("tenant_id", "technician_id") REFERENCES "memberships"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_job_id_fkey" FOREIGN KEY ("tenant_id", "job_id") REFERENCES "jobs"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoices"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_tenant_id_invoice_id_fkey" FOREIGN KEY ("tenant_id", "invoice_id") REFERENCES "invoices"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_tenant_id_quote_id_fkey" FOREIGN KEY ("tenant_id", "quote_id") REFERENCES "quotes"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_tenant_id_vehicle_id_fkey" FOREIGN KEY ("tenant_id", "vehicle_id") REFERENCES "vehicles"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "pricing_rules" ADD CONSTRAINT "pricing_rules_tenant_id_profile_id_fkey" FOREIGN KEY ("tenant_id", "profile_id") REFERENCES "pricing_profiles"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_tenant_id_vehicle_id_fkey" FOREIGN KEY ("tenant_id", "vehicle_id") REFERENCES "vehicles"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "quote_lines" ADD CONSTRAINT "quote_lines_tenant_id_quote_id_fkey" FOREIGN KEY ("tenant_id", "quote_id") REFERENCES "quotes"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Money can't drift: what the code promises, the table keeps.
alter table invoices
  add constraint invoices_shares check (insurer_cents + customer_cents = total_cents and insurer_cents >= 0 and customer_cents >= 0),
  add constraint invoices_paid check (insurer_paid_cents between 0 and insurer_cents and customer_paid_cents between 0 and customer_cents);
alter table quotes
  add constraint quotes_shares check (insurer_cents + customer_cents = total_cents and insurer_cents >= 0 and customer_cents >= 0);
alter table payments add constraint payments_amount check (amount_cents > 0);
alter table tax_rates add constraint tax_rates_rate check (rate_ppm between 0 and 1000000);
alter table assignments add constraint assignments_times check (ends_at > starts_at);

-- One shop each.
select app.tenant_table('tenant_flags', also => '(select app.is_system())');
select app.tenant_table('memberships', also => '(select app.is_system())');
select app.kernel_adds('memberships', 'user_id');
select app.tenant_table('audit_events');
select app.tenant_table('counters');
select app.tenant_table('customers');
select app.tenant_table('vehicles');
select app.tenant_table('pricing_profiles');
select app.tenant_table('pricing_rules');
select app.tenant_table('part_overrides');
select app.tenant_table('tax_rates');
select app.tenant_table('shop_settings');
select app.tenant_table('quotes');
select app.tenant_table('quote_lines');
select app.tenant_table('jobs');
select app.tenant_table('invoices');
select app.tenant_table('invoice_lines');
select app.tenant_table('payments');
select app.tenant_table('claims');
select app.tenant_table('assignments');

-- A shop sees its own row of this table and may change it; the kernel sees all.
comment on table tenants is 'tenants: the list of shops itself';
select app.wall('tenants', 'id = (select app.tenant_id()) or (select app.is_system())', 'id = (select app.tenant_id()) or (select app.is_system())');
select app.kernel_adds('tenants', 'slug');
grant select, insert, update on tenants to bastion_app;
grant select on tenants to bastion_analytics;

-- The kernel's own.
select app.system_table('credentials', 'password hashes, for sign-in alone');
select app.system_table('security_events', 'cross-tenant attempts and failed sign-ins');
select app.system_table('rate_limits', 'sign-in attempts, counted by hashed key');

-- People belong to no shop. A shop sees the names of those who work in it; only the kernel writes.
comment on table users is 'system: people, who may work in several shops';
select app.wall('users', '(select app.is_system()) or exists (select from memberships m where m.user_id = users.id)', '(select app.is_system())');
grant select, insert, update, delete on users to bastion_app;

-- Shared rows, and a shop's own beside them.
select app.shared_or_own_table('reason_codes');

-- Every shop reads, no shop writes.
select app.shared_table('parts', 'the shared glass catalogue');
select app.shared_table('part_fits', 'which vehicles a catalogue part fits');
select app.shared_table('insurers', 'the insurance directory');
select app.shared_table('vin_wmis', 'NHTSA vPIC: world manufacturer identifiers');
select app.shared_table('vin_wmi_schemas', 'NHTSA vPIC: which patterns a manufacturer used when');
select app.shared_table('vin_patterns', 'NHTSA vPIC: what the characters of a VIN mean');
