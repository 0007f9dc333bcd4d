-- CreateEnum
CREATE TYPE "written_result" AS ENUM ('approved', 'amended', 'continued', 'rejected');

-- AlterTable
ALTER TABLE "written_meeting" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "notice" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "record_id" UUID;

-- CreateTable
CREATE TABLE "written_decision" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "result" "written_result",
    "reply" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "written_decision_pkey" PRIMARY KEY ("workspace_id","meeting_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "written_meeting_workspace_id_record_id_key" ON "written_meeting"("workspace_id", "record_id");

-- AddForeignKey
ALTER TABLE "written_meeting" ADD CONSTRAINT "written_meeting_workspace_id_record_id_fkey" FOREIGN KEY ("workspace_id", "record_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_decision" ADD CONSTRAINT "written_decision_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "written_meeting"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
