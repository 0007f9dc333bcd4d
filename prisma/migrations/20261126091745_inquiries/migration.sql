-- CreateEnum
CREATE TYPE "inquiry_state" AS ENUM ('draft', 'open', 'closed', 'tallied', 'cancelled');

-- CreateEnum
CREATE TYPE "inquiry_duty" AS ENUM ('proposalSurvey', 'grantSurvey', 'proposedProjectSurvey', 'prefectureSurvey', 'rosterSelection', 'beforeTraining', 'districtDatabase', 'other');

-- CreateEnum
CREATE TYPE "inquiry_audience" AS ENUM ('everyone', 'promoters', 'chiefs', 'departments', 'people');

-- CreateEnum
CREATE TYPE "inquiry_answer_form" AS ENUM ('applicability', 'count', 'confirmation', 'document');

-- CreateEnum
CREATE TYPE "received_by" AS ENUM ('paper', 'telephone', 'spoken', 'mail');

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "not_before" TIMESTAMPTZ(3),
ADD COLUMN     "run" TEXT;

-- AlterTable
ALTER TABLE "job_slot" ADD COLUMN     "counts" JSONB;

-- CreateTable
CREATE TABLE "inquiry" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "requester" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "duty" "inquiry_duty" NOT NULL,
    "due_on" DATE NOT NULL,
    "collect_by" DATE,
    "audience" "inquiry_audience" NOT NULL,
    "department_ids" TEXT[],
    "chosen" TEXT[],
    "answer_form" "inquiry_answer_form" NOT NULL,
    "state" "inquiry_state" NOT NULL DEFAULT 'draft',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "asked_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "inquiry_target" (
    "workspace_id" TEXT NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "answer_id" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "return_reason" TEXT NOT NULL DEFAULT '',
    "return_due_on" DATE,
    "delegate_id" UUID,

    CONSTRAINT "inquiry_target_pkey" PRIMARY KEY ("workspace_id","inquiry_id","section_id","role")
);

-- CreateTable
CREATE TABLE "inquiry_answer" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "applicable" BOOLEAN,
    "count" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "received_by" "received_by",
    "received_on" DATE,

    CONSTRAINT "inquiry_answer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "inquiry_told" (
    "workspace_id" TEXT NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "slack_id" TEXT NOT NULL,
    "told_on" DATE NOT NULL,

    CONSTRAINT "inquiry_told_pkey" PRIMARY KEY ("workspace_id","inquiry_id","section_id","role","slack_id")
);

-- CreateTable
CREATE TABLE "inquiry_collected" (
    "workspace_id" TEXT NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "inquiry_collected_pkey" PRIMARY KEY ("workspace_id","inquiry_id","department_id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "stored_by" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "morning_line" (
    "workspace_id" TEXT NOT NULL,
    "delivery_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "morning_line_pkey" PRIMARY KEY ("workspace_id","delivery_id","position")
);

-- CreateTable
CREATE TABLE "postponed_line" (
    "workspace_id" TEXT NOT NULL,
    "slack_id" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "postponed_line_pkey" PRIMARY KEY ("workspace_id","slack_id","ref")
);

-- CreateIndex
CREATE INDEX "inquiry_workspace_id_state_idx" ON "inquiry"("workspace_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_workspace_id_fiscal_year_number_key" ON "inquiry"("workspace_id", "fiscal_year", "number");

-- CreateIndex
CREATE INDEX "inquiry_answer_workspace_id_inquiry_id_section_id_role_idx" ON "inquiry_answer"("workspace_id", "inquiry_id", "section_id", "role");

-- CreateIndex
CREATE INDEX "morning_line_workspace_id_ref_idx" ON "morning_line"("workspace_id", "ref");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_run_idx" ON "delivery"("workspace_id", "run");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_state_not_before_idx" ON "delivery"("workspace_id", "state", "not_before");

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry" ADD CONSTRAINT "inquiry_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_target" ADD CONSTRAINT "inquiry_target_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_target" ADD CONSTRAINT "inquiry_target_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_target" ADD CONSTRAINT "inquiry_target_workspace_id_delegate_id_fkey" FOREIGN KEY ("workspace_id", "delegate_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_answer" ADD CONSTRAINT "inquiry_answer_workspace_id_inquiry_id_section_id_role_fkey" FOREIGN KEY ("workspace_id", "inquiry_id", "section_id", "role") REFERENCES "inquiry_target"("workspace_id", "inquiry_id", "section_id", "role") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_answer" ADD CONSTRAINT "inquiry_answer_workspace_id_file_id_fkey" FOREIGN KEY ("workspace_id", "file_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_told" ADD CONSTRAINT "inquiry_told_workspace_id_inquiry_id_section_id_role_fkey" FOREIGN KEY ("workspace_id", "inquiry_id", "section_id", "role") REFERENCES "inquiry_target"("workspace_id", "inquiry_id", "section_id", "role") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_collected" ADD CONSTRAINT "inquiry_collected_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_collected" ADD CONSTRAINT "inquiry_collected_workspace_id_department_id_fkey" FOREIGN KEY ("workspace_id", "department_id") REFERENCES "department"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "morning_line" ADD CONSTRAINT "morning_line_workspace_id_delivery_id_fkey" FOREIGN KEY ("workspace_id", "delivery_id") REFERENCES "delivery"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postponed_line" ADD CONSTRAINT "postponed_line_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
