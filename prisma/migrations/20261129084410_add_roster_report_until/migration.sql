-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "roster_report_until" TEXT NOT NULL DEFAULT '04-30';
