-- An insurer that a shop has prices for is not deleted under it. Not validated: prices whose insurer is gone already stay, to be removed by the shop.
ALTER TABLE "pricing_profiles" ADD CONSTRAINT "pricing_profiles_insurer_id_fkey" FOREIGN KEY ("insurer_id") REFERENCES "insurers"("id") ON DELETE RESTRICT ON UPDATE NO ACTION NOT VALID;
