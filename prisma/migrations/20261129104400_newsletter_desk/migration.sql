-- CreateEnum
CREATE TYPE "published_change" AS ENUM ('approval', 'direct');

-- CreateEnum
CREATE TYPE "article_byline" AS ENUM ('full', 'section', 'none');

-- CreateEnum
CREATE TYPE "proposal_outcome" AS ENUM ('approved', 'returned', 'replaced');

-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "article_byline" "article_byline" NOT NULL DEFAULT 'full',
ADD COLUMN     "published_change" "published_change" NOT NULL DEFAULT 'approval';

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "place" INTEGER,
ADD COLUMN     "withdrawn_by" TEXT;

-- CreateTable
CREATE TABLE "article_proposal" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "facts" JSONB,
    "photo_id" UUID,
    "photo_slack_id" TEXT,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "proposal_outcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "settled_by" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_proposal_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "article_proposal_workspace_id_article_id_idx" ON "article_proposal"("workspace_id", "article_id");

-- AddForeignKey
ALTER TABLE "article_proposal" ADD CONSTRAINT "article_proposal_workspace_id_article_id_fkey" FOREIGN KEY ("workspace_id", "article_id") REFERENCES "article"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_proposal" ADD CONSTRAINT "article_proposal_workspace_id_photo_id_fkey" FOREIGN KEY ("workspace_id", "photo_id") REFERENCES "stored_file"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
