-- AlterTable
ALTER TABLE "body_year" ADD COLUMN     "preparation_days" INTEGER NOT NULL DEFAULT 15;

-- AlterTable
ALTER TABLE "written_meeting" ADD COLUMN     "planned_id" UUID;

-- CreateIndex
CREATE INDEX "written_meeting_workspace_id_planned_id_idx" ON "written_meeting"("workspace_id", "planned_id");

-- AddForeignKey
ALTER TABLE "written_meeting" ADD CONSTRAINT "written_meeting_workspace_id_planned_id_fkey" FOREIGN KEY ("workspace_id", "planned_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
