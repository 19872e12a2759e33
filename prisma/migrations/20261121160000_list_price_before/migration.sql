-- A list price may be entered before its day: until then quotes use the one before it.
ALTER TABLE "parts" ADD COLUMN "list_price_before_cents" INTEGER;
