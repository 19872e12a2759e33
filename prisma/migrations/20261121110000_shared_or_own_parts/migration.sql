-- Parts are shared, or one shop's own. A fit is its part's owner's: `owner` is the tenant, or zeros for shared rows, because a
-- composite key with a NULL in it is not checked, and foreign key checks do not see RLS; `owner in (zeros, ours)` is also what an index
-- finds at once, which `tenant_id is null or ...` is not. No shop could write these tables so far.

-- AlterTable
ALTER TABLE "parts" ADD COLUMN     "tenant_id" UUID,
ADD COLUMN     "owner" UUID NOT NULL GENERATED ALWAYS AS (COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED;

-- AlterTable
ALTER TABLE "part_fits" ADD COLUMN     "tenant_id" UUID,
ADD COLUMN     "owner" UUID NOT NULL GENERATED ALWAYS AS (COALESCE(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) STORED;

-- DropForeignKey
ALTER TABLE "part_fits" DROP CONSTRAINT "part_fits_part_id_fkey";

-- DropIndex
DROP INDEX "part_fits_make_model_year_from_year_to_idx";
DROP INDEX "part_fits_part_id_idx";
DROP INDEX "parts_glass_position_idx";
DROP INDEX "parts_nags_number_key";

-- contract: nobody but the seeds writes parts, so the lock keeps nobody waiting
CREATE UNIQUE INDEX "parts_owner_nags_number_key" ON "parts"("owner", "nags_number");

-- contract: as above
CREATE UNIQUE INDEX "parts_owner_id_key" ON "parts"("owner", "id");

-- contract: as above
CREATE INDEX "parts_owner_prefix_number_idx" ON "parts"("owner", "prefix", "number");

-- contract: as above
CREATE INDEX "parts_owner_glass_position_idx" ON "parts"("owner", "glass_position");

-- contract: as above
CREATE INDEX "part_fits_owner_make_model_year_from_year_to_idx" ON "part_fits"("owner", "make", "model", "year_from", "year_to");

-- contract: as above
CREATE INDEX "part_fits_owner_part_id_idx" ON "part_fits"("owner", "part_id");

-- contract: as above
ALTER TABLE "part_fits" ADD CONSTRAINT "part_fits_owner_part_id_fkey" FOREIGN KEY ("owner", "part_id") REFERENCES "parts"("owner", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

comment on table parts is null;
comment on table part_fits is null;
select app.shared_or_own_table('parts');
select app.shared_or_own_table('part_fits');
