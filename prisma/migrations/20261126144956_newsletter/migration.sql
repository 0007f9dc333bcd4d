-- CreateEnum
CREATE TYPE "article_category" AS ENUM ('example', 'notice', 'event', 'training', 'region');

-- CreateEnum
CREATE TYPE "newsletter_state" AS ENUM ('draft', 'scheduled', 'late', 'published', 'cancelled');

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "thread_of" UUID;

-- CreateTable
CREATE TABLE "article" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "category" "article_category" NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "photo_text" TEXT NOT NULL DEFAULT '',
    "photo_id" UUID,
    "photo_slack_id" TEXT,
    "written_by" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "source_channel" TEXT,
    "source_ts" TEXT,
    "source_author" TEXT,
    "agreed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "corrected_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "article_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "article_version" (
    "workspace_id" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "category" "article_category" NOT NULL,
    "link" TEXT NOT NULL,
    "photo_text" TEXT NOT NULL,
    "photo_id" UUID,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_version_pkey" PRIMARY KEY ("workspace_id","article_id","revision")
);

-- CreateTable
CREATE TABLE "newsletter_issue" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "greeting" TEXT NOT NULL DEFAULT '',
    "parts" TEXT[],
    "publish_at" TIMESTAMPTZ(3),
    "state" "newsletter_state" NOT NULL DEFAULT 'draft',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "part_texts" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "newsletter_issue_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "issue_article" (
    "workspace_id" TEXT NOT NULL,
    "issue_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "issue_article_pkey" PRIMARY KEY ("workspace_id","issue_id","article_id")
);

-- CreateTable
CREATE TABLE "issue_channel" (
    "workspace_id" TEXT NOT NULL,
    "issue_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "issue_channel_pkey" PRIMARY KEY ("workspace_id","issue_id","channel")
);

-- CreateTable
CREATE TABLE "newsletter_read" (
    "workspace_id" TEXT NOT NULL,
    "issue_id" UUID NOT NULL,
    "slack_id" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "newsletter_read_pkey" PRIMARY KEY ("workspace_id","issue_id","slack_id")
);

-- CreateTable
CREATE TABLE "monthly_day" (
    "workspace_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "time" TEXT NOT NULL,
    "shift" BOOLEAN NOT NULL,
    "channels" TEXT[],

    CONSTRAINT "monthly_day_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE INDEX "newsletter_issue_workspace_id_state_idx" ON "newsletter_issue"("workspace_id", "state");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_thread_of_idx" ON "delivery"("workspace_id", "thread_of");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_thread_of_fkey" FOREIGN KEY ("workspace_id", "thread_of") REFERENCES "delivery"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_workspace_id_photo_id_fkey" FOREIGN KEY ("workspace_id", "photo_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_version" ADD CONSTRAINT "article_version_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_article" ADD CONSTRAINT "issue_article_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "newsletter_issue"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_article" ADD CONSTRAINT "issue_article_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_channel" ADD CONSTRAINT "issue_channel_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "newsletter_issue"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_read" ADD CONSTRAINT "newsletter_read_workspace_id_issue_id_fkey" FOREIGN KEY ("workspace_id", "issue_id") REFERENCES "newsletter_issue"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monthly_day" ADD CONSTRAINT "monthly_day_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
