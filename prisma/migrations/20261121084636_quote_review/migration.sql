-- AlterTable
ALTER TABLE "quotes" ADD COLUMN     "deductible_stated" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "grade" TEXT NOT NULL DEFAULT 'aftermarket',
ADD COLUMN     "policy_deductible_cents" INTEGER,
ADD COLUMN     "reviews" TEXT[] DEFAULT ARRAY[]::TEXT[];

select app.hide_values();
