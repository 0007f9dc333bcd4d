-- CreateEnum
CREATE TYPE "training_way" AS ENUM ('onsite', 'online', 'hybrid', 'video');

-- CreateEnum
CREATE TYPE "training_audience" AS ENUM ('open', 'promoters', 'chosen');

-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'partial', 'absent');

-- CreateEnum
CREATE TYPE "attendance_source" AS ENUM ('organiser', 'code', 'button', 'file');

-- CreateTable
CREATE TABLE "programme" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "programme_year" (
    "workspace_id" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "for_promoters" BOOLEAN NOT NULL DEFAULT false,
    "example" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "programme_year_pkey" PRIMARY KEY ("workspace_id","programme_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "programme_not_held" (
    "workspace_id" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_not_held_pkey" PRIMARY KEY ("workspace_id","programme_id","fiscal_year")
);

-- CreateTable
CREATE TABLE "training_session" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "programme_id" UUID,
    "other_name" TEXT NOT NULL DEFAULT '',
    "fiscal_year" INTEGER NOT NULL,
    "way" "training_way" NOT NULL,
    "precision" "date_precision" NOT NULL,
    "held_on" DATE NOT NULL,
    "held_until" DATE,
    "place" TEXT NOT NULL DEFAULT '',
    "audience" "training_audience" NOT NULL DEFAULT 'open',
    "head_count" INTEGER,
    "lecturer" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "printed_together" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "section_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "held_asked_at" TIMESTAMPTZ(3),
    "held_confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_session_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "session_invitee" (
    "workspace_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "session_invitee_pkey" PRIMARY KEY ("workspace_id","session_id","person_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "workspace_id" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "attendance_state" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("workspace_id","session_id","person_id")
);

-- CreateTable
CREATE TABLE "attendance_event" (
    "workspace_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "source" "attendance_source" NOT NULL,
    "state" "attendance_state" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "attendance_event_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "wrong_code" (
    "workspace_id" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "slack_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wrong_code_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "programme_year_workspace_id_fiscal_year_name_key" ON "programme_year"("workspace_id", "fiscal_year", "name");

-- CreateIndex
CREATE INDEX "training_session_workspace_id_fiscal_year_idx" ON "training_session"("workspace_id", "fiscal_year");

-- CreateIndex
CREATE UNIQUE INDEX "training_session_workspace_id_code_key" ON "training_session"("workspace_id", "code");

-- CreateIndex
CREATE INDEX "attendance_event_workspace_id_session_id_person_id_idx" ON "attendance_event"("workspace_id", "session_id", "person_id");

-- CreateIndex
CREATE INDEX "wrong_code_workspace_id_slack_id_at_idx" ON "wrong_code"("workspace_id", "slack_id", "at");

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_year" ADD CONSTRAINT "programme_year_workspace_id_programme_id_fkey" FOREIGN KEY ("workspace_id", "programme_id") REFERENCES "programme"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_not_held" ADD CONSTRAINT "programme_not_held_workspace_id_programme_id_fkey" FOREIGN KEY ("workspace_id", "programme_id") REFERENCES "programme"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_workspace_id_programme_id_fkey" FOREIGN KEY ("workspace_id", "programme_id") REFERENCES "programme"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_workspace_id_session_id_fkey" FOREIGN KEY ("workspace_id", "session_id") REFERENCES "training_session"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_invitee" ADD CONSTRAINT "session_invitee_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_workspace_id_session_id_fkey" FOREIGN KEY ("workspace_id", "session_id") REFERENCES "training_session"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_workspace_id_session_id_person_id_fkey" FOREIGN KEY ("workspace_id", "session_id", "person_id") REFERENCES "attendance"("workspace_id", "session_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wrong_code" ADD CONSTRAINT "wrong_code_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
