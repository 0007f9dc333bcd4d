-- CreateTable
CREATE TABLE "delegate_request" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "candidate" TEXT,
    "word" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "delegate_request_pkey" PRIMARY KEY ("workspace_id","id")
);

-- AddForeignKey
ALTER TABLE "delegate_request" ADD CONSTRAINT "delegate_request_workspace_id_inquiry_id_section_id_role_fkey" FOREIGN KEY ("workspace_id", "inquiry_id", "section_id", "role") REFERENCES "inquiry_target"("workspace_id", "inquiry_id", "section_id", "role") ON DELETE CASCADE ON UPDATE CASCADE;
