-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "clock_ahead" BIGINT NOT NULL DEFAULT 0;
