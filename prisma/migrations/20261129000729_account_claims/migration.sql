-- AlterTable
ALTER TABLE "person" ADD COLUMN     "claim_left" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "claimant" TEXT;
