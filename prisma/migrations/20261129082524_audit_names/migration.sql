-- AlterTable
ALTER TABLE "audit_line" ADD COLUMN     "names" JSONB;
