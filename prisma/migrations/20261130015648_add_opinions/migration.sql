-- CreateEnum
CREATE TYPE "opinion_kind" AS ENUM ('evaluation', 'opinion');

-- CreateEnum
CREATE TYPE "opinion_response" AS ENUM ('done', 'will_do', 'continuing', 'declined');

-- CreateTable
CREATE TABLE "opinion" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" "opinion_kind" NOT NULL,
    "words" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "opinion_section" (
    "workspace_id" TEXT NOT NULL,
    "opinion_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "opinion_section_pkey" PRIMARY KEY ("workspace_id","opinion_id","section_id")
);

-- CreateTable
CREATE TABLE "opinion_year" (
    "workspace_id" TEXT NOT NULL,
    "opinion_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "consideration" TEXT NOT NULL DEFAULT '',
    "response" "opinion_response",
    "response_when" TEXT NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(3),
    "saved_by" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opinion_year_pkey" PRIMARY KEY ("workspace_id","opinion_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "opinion_meeting" (
    "workspace_id" TEXT NOT NULL,
    "opinion_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "meeting_id" UUID NOT NULL,

    CONSTRAINT "opinion_meeting_pkey" PRIMARY KEY ("workspace_id","opinion_id","fiscal_year","meeting_id")
);

-- CreateIndex
CREATE INDEX "opinion_workspace_id_fiscal_year_idx" ON "opinion"("workspace_id", "fiscal_year");

-- CreateIndex
CREATE INDEX "opinion_meeting_workspace_id_meeting_id_idx" ON "opinion_meeting"("workspace_id", "meeting_id");

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_section" ADD CONSTRAINT "opinion_section_workspace_id_opinion_id_fkey" FOREIGN KEY ("workspace_id", "opinion_id") REFERENCES "opinion"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_section" ADD CONSTRAINT "opinion_section_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_year" ADD CONSTRAINT "opinion_year_workspace_id_opinion_id_fkey" FOREIGN KEY ("workspace_id", "opinion_id") REFERENCES "opinion"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_meeting" ADD CONSTRAINT "opinion_meeting_workspace_id_opinion_id_fiscal_year_fkey" FOREIGN KEY ("workspace_id", "opinion_id", "fiscal_year") REFERENCES "opinion_year"("workspace_id", "opinion_id", "fiscal_year") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_meeting" ADD CONSTRAINT "opinion_meeting_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of the opinions on a year that stand, each has a number of its own.
CREATE UNIQUE INDEX "opinion_number_of_year" ON "opinion"("workspace_id", "fiscal_year", "number") WHERE "cancelled_at" IS NULL;
