-- CreateEnum
CREATE TYPE "written_meeting_state" AS ENUM ('draft', 'open', 'closed', 'announced', 'cancelled');

-- CreateEnum
CREATE TYPE "written_choice" AS ENUM ('agree', 'agreeWithOpinion', 'object');

-- CreateTable
CREATE TABLE "written_meeting" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "document_number" TEXT NOT NULL DEFAULT '',
    "invitation" TEXT NOT NULL DEFAULT '',
    "documents" TEXT NOT NULL DEFAULT '',
    "due_on" DATE NOT NULL,
    "due_before" DATE,
    "voters" TEXT[],
    "voters_without_slack" TEXT NOT NULL DEFAULT '',
    "state" "written_meeting_state" NOT NULL DEFAULT 'draft',
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "asked_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "written_meeting_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "written_item" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "agenda_kind",
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "written_item_pkey" PRIMARY KEY ("workspace_id","meeting_id","position","version")
);

-- CreateTable
CREATE TABLE "written_voter" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "office" "member_office" NOT NULL,

    CONSTRAINT "written_voter_pkey" PRIMARY KEY ("workspace_id","meeting_id","position")
);

-- CreateTable
CREATE TABLE "written_answer" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "voter" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "proxy_title" TEXT,
    "proxy_name" TEXT,
    "received_by" "received_by",
    "received_on" DATE,

    CONSTRAINT "written_answer_pkey" PRIMARY KEY ("workspace_id","meeting_id","voter","number")
);

-- CreateTable
CREATE TABLE "written_vote" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "voter" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "choice" "written_choice" NOT NULL,
    "opinion" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "written_vote_pkey" PRIMARY KEY ("workspace_id","meeting_id","voter","number","position")
);

-- CreateIndex
CREATE INDEX "written_meeting_workspace_id_state_idx" ON "written_meeting"("workspace_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "written_voter_workspace_id_meeting_id_person_id_key" ON "written_voter"("workspace_id", "meeting_id", "person_id");

-- AddForeignKey
ALTER TABLE "written_meeting" ADD CONSTRAINT "written_meeting_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_meeting" ADD CONSTRAINT "written_meeting_workspace_id_body_id_fkey" FOREIGN KEY ("workspace_id", "body_id") REFERENCES "body"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_item" ADD CONSTRAINT "written_item_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "written_meeting"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_voter" ADD CONSTRAINT "written_voter_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "written_meeting"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_voter" ADD CONSTRAINT "written_voter_workspace_id_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "body_member"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_voter" ADD CONSTRAINT "written_voter_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_answer" ADD CONSTRAINT "written_answer_workspace_id_meeting_id_voter_fkey" FOREIGN KEY ("workspace_id", "meeting_id", "voter") REFERENCES "written_voter"("workspace_id", "meeting_id", "position") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_vote" ADD CONSTRAINT "written_vote_workspace_id_meeting_id_voter_number_fkey" FOREIGN KEY ("workspace_id", "meeting_id", "voter", "number") REFERENCES "written_answer"("workspace_id", "meeting_id", "voter", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "written_vote" ADD CONSTRAINT "written_vote_workspace_id_meeting_id_position_version_fkey" FOREIGN KEY ("workspace_id", "meeting_id", "position", "version") REFERENCES "written_item"("workspace_id", "meeting_id", "position", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
