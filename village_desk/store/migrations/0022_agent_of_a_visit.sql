-- Who comes for somebody else (domain services §1, R196).

ALTER TABLE "consultation" ADD COLUMN "agent_name" TEXT;
