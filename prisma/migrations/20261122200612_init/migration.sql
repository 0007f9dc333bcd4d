-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('meeting', 'effort');

-- CreateEnum
CREATE TYPE "body_section" AS ENUM ('meetings', 'liaison', 'none');

-- CreateEnum
CREATE TYPE "recordable_by" AS ENUM ('secretariat', 'promoters');

-- CreateEnum
CREATE TYPE "meeting_way" AS ENUM ('onsite', 'online', 'hybrid', 'written', 'unknown');

-- CreateEnum
CREATE TYPE "date_precision" AS ENUM ('day', 'month', 'until');

-- CreateEnum
CREATE TYPE "agenda_kind" AS ENUM ('deliberation', 'report', 'discussion');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('planned', 'sending', 'sent', 'dropped', 'dead');

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "body_year" (
    "workspace_id" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL DEFAULT '',
    "kind" "body_kind" NOT NULL,
    "section" "body_section" NOT NULL,
    "composition" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "recordable_by" "recordable_by" NOT NULL,
    "written_note" TEXT NOT NULL DEFAULT '',
    "notify_channel" TEXT,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "body_year_pkey" PRIMARY KEY ("workspace_id","body_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "meeting" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "way" "meeting_way" NOT NULL,
    "precision" "date_precision" NOT NULL,
    "held_on" DATE NOT NULL,
    "held_until" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "time" TEXT NOT NULL DEFAULT '',
    "attendees" TEXT[],
    "attendees_without_slack" TEXT[],
    "decisions" TEXT NOT NULL DEFAULT '',
    "documents" TEXT NOT NULL DEFAULT '',
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "held_asked_at" TIMESTAMPTZ(3),
    "held_confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" "agenda_kind",

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("workspace_id","meeting_id","position")
);

-- CreateTable
CREATE TABLE "meeting_absence" (
    "workspace_id" TEXT NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "member" TEXT NOT NULL,
    "proxy_title" TEXT,
    "proxy_name" TEXT,

    CONSTRAINT "meeting_absence_pkey" PRIMARY KEY ("workspace_id","meeting_id","position")
);

-- CreateTable
CREATE TABLE "did_not_meet" (
    "workspace_id" TEXT NOT NULL,
    "body_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "did_not_meet_pkey" PRIMARY KEY ("workspace_id","body_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "submission" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "workspace_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'planned',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT,
    "ts" TEXT,
    "problem" TEXT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "sending_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "job_slot" (
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_slot_pkey" PRIMARY KEY ("workspace_id","name","slot")
);

-- CreateIndex
CREATE UNIQUE INDEX "body_year_workspace_id_fiscal_year_name_key" ON "body_year"("workspace_id", "fiscal_year", "name");

-- CreateIndex
CREATE INDEX "meeting_workspace_id_fiscal_year_body_id_idx" ON "meeting"("workspace_id", "fiscal_year", "body_id");

-- CreateIndex
CREATE INDEX "audit_line_workspace_id_subject_id_idx" ON "audit_line"("workspace_id", "subject", "id");

-- CreateIndex
CREATE INDEX "delivery_workspace_id_subject_idx" ON "delivery"("workspace_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_workspace_id_key_key" ON "delivery"("workspace_id", "key");

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_year" ADD CONSTRAINT "body_year_workspace_id_body_id_fkey" FOREIGN KEY ("workspace_id", "body_id") REFERENCES "body"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_body_id_fkey" FOREIGN KEY ("workspace_id", "body_id") REFERENCES "body"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_absence" ADD CONSTRAINT "meeting_absence_workspace_id_meeting_id_fkey" FOREIGN KEY ("workspace_id", "meeting_id") REFERENCES "meeting"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "did_not_meet" ADD CONSTRAINT "did_not_meet_workspace_id_body_id_fkey" FOREIGN KEY ("workspace_id", "body_id") REFERENCES "body"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_slot" ADD CONSTRAINT "job_slot_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
