-- CreateEnum
CREATE TYPE "action_outcome" AS ENUM ('done', 'dropped');

-- CreateTable
CREATE TABLE "action_item" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "section_id" UUID,
    "person_id" UUID,
    "due_on" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "action_outcome",
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" TEXT,
    "settled_word" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE INDEX "action_item_workspace_id_meeting_id_idx" ON "action_item"("workspace_id", "meeting_id");

-- CreateIndex
CREATE INDEX "action_item_workspace_id_outcome_due_on_idx" ON "action_item"("workspace_id", "outcome", "due_on");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One is responsible, and what is settled says when and by whom.
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_responsible" CHECK (num_nonnulls("section_id", "person_id") = 1);
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_settled" CHECK (num_nulls("outcome", "settled_at", "settled_by") IN (0, 3));
