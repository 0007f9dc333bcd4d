-- AlterEnum
ALTER TYPE "inquiry_audience" ADD VALUE 'related';

-- CreateTable
CREATE TABLE "inquiry_question" (
    "workspace_id" TEXT NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "opinion_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fiscal_year" INTEGER NOT NULL,

    CONSTRAINT "inquiry_question_pkey" PRIMARY KEY ("workspace_id","inquiry_id","section_id","opinion_id")
);

-- CreateTable
CREATE TABLE "inquiry_answer_part" (
    "workspace_id" TEXT NOT NULL,
    "answer_id" UUID NOT NULL,
    "opinion_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "inquiry_answer_part_pkey" PRIMARY KEY ("workspace_id","answer_id","opinion_id")
);

-- CreateTable
CREATE TABLE "inquiry_part_draft" (
    "workspace_id" TEXT NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "opinion_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inquiry_part_draft_pkey" PRIMARY KEY ("workspace_id","inquiry_id","section_id","role","opinion_id")
);

-- CreateIndex
CREATE INDEX "inquiry_question_workspace_id_opinion_id_fiscal_year_idx" ON "inquiry_question"("workspace_id", "opinion_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "inquiry_answer_part_workspace_id_opinion_id_idx" ON "inquiry_answer_part"("workspace_id", "opinion_id");

-- AddForeignKey
ALTER TABLE "inquiry_question" ADD CONSTRAINT "inquiry_question_workspace_id_inquiry_id_fkey" FOREIGN KEY ("workspace_id", "inquiry_id") REFERENCES "inquiry"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_question" ADD CONSTRAINT "inquiry_question_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_question" ADD CONSTRAINT "inquiry_question_workspace_id_opinion_id_fkey" FOREIGN KEY ("workspace_id", "opinion_id") REFERENCES "opinion"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_answer_part" ADD CONSTRAINT "inquiry_answer_part_workspace_id_answer_id_fkey" FOREIGN KEY ("workspace_id", "answer_id") REFERENCES "inquiry_answer"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_answer_part" ADD CONSTRAINT "inquiry_answer_part_workspace_id_opinion_id_fkey" FOREIGN KEY ("workspace_id", "opinion_id") REFERENCES "opinion"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_part_draft" ADD CONSTRAINT "inquiry_part_draft_workspace_id_inquiry_id_section_id_role_fkey" FOREIGN KEY ("workspace_id", "inquiry_id", "section_id", "role") REFERENCES "inquiry_target"("workspace_id", "inquiry_id", "section_id", "role") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inquiry_part_draft" ADD CONSTRAINT "inquiry_part_draft_workspace_id_opinion_id_fkey" FOREIGN KEY ("workspace_id", "opinion_id") REFERENCES "opinion"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
