-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "chair_confirmed_at" TIMESTAMPTZ(3);
