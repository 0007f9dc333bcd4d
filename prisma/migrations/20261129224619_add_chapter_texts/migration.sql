-- CreateEnum
CREATE TYPE "chapter_item" AS ENUM ('preface', 'headquartersTopics', 'promoterWork', 'developmentTopics', 'liaison', 'review', 'contact');

-- CreateEnum
CREATE TYPE "report_format" AS ENUM ('md', 'html', 'docx', 'xlsx');

-- CreateTable
CREATE TABLE "chapter_text" (
    "workspace_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "item" "chapter_item" NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "chapter_text_pkey" PRIMARY KEY ("workspace_id","fiscal_year","item")
);

-- CreateTable
CREATE TABLE "report_issue" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "report_issue_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "report_delivery" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "format" "report_format" NOT NULL,
    "given_to" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_delivery_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_issue_workspace_id_fiscal_year_digest_key" ON "report_issue"("workspace_id", "fiscal_year", "digest");

-- CreateIndex
CREATE INDEX "report_delivery_workspace_id_report_id_idx" ON "report_delivery"("workspace_id", "report_id");

-- AddForeignKey
ALTER TABLE "chapter_text" ADD CONSTRAINT "chapter_text_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_issue" ADD CONSTRAINT "report_issue_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_delivery" ADD CONSTRAINT "report_delivery_workspace_id_report_id_fkey" FOREIGN KEY ("workspace_id", "report_id") REFERENCES "report_issue"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
