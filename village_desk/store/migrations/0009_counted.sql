-- What the statistics of mediation count and a case could not say (domain mediation §4.6, §4.8).

ALTER TABLE "mediation_case" ADD COLUMN "committee_type" TEXT;
ALTER TABLE "mediation_case" ADD COLUMN "averted" TEXT;
ALTER TABLE "mediation_case" ADD COLUMN "averted_people" INTEGER;
