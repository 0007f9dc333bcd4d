-- AlterTable
ALTER TABLE "inquiry" ADD COLUMN     "due_before" DATE;

-- AlterTable
ALTER TABLE "inquiry_target" ADD COLUMN     "returned_by" TEXT;
