-- CreateTable
CREATE TABLE "written_document" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,

    CONSTRAINT "written_document_pkey" PRIMARY KEY ("workspace_id","meeting_id","position")
);

-- AddForeignKey
ALTER TABLE "written_document" ADD CONSTRAINT "written_document_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "written_meeting"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_document" ADD CONSTRAINT "written_document_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
