-- CreateEnum
CREATE TYPE "quorum" AS ENUM ('none', 'majority');

-- CreateEnum
CREATE TYPE "proxy_rule" AS ENUM ('none', 'allowed', 'refused');

-- CreateEnum
CREATE TYPE "unanswered" AS ENUM ('unanswered', 'consent');

-- CreateEnum
CREATE TYPE "tie_rule" AS ENUM ('recorded', 'chair');

-- CreateEnum
CREATE TYPE "newsletter_numbering" AS ENUM ('fiscalYear', 'serial');

-- CreateEnum
CREATE TYPE "promoter_role" AS ENUM ('chief', 'promoter');

-- CreateEnum
CREATE TYPE "member_office" AS ENUM ('chair', 'viceChair', 'member', 'leadSecretary', 'secretary');

-- AlterTable
ALTER TABLE "body_year" ADD COLUMN     "proxy" "proxy_rule" NOT NULL DEFAULT 'none',
ADD COLUMN     "quorum" "quorum" NOT NULL DEFAULT 'none',
ADD COLUMN     "tie" "tie_rule" NOT NULL DEFAULT 'recorded',
ADD COLUMN     "unanswered" "unanswered" NOT NULL DEFAULT 'unanswered';

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "section_id" UUID;

-- CreateTable
CREATE TABLE "settings" (
    "workspace_id" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "log_channel" TEXT,
    "newsletter_numbering" "newsletter_numbering" NOT NULL DEFAULT 'fiscalYear',
    "morning_at" TEXT NOT NULL DEFAULT '09:00',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "closing_day" (
    "workspace_id" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "closing_day_pkey" PRIMARY KEY ("workspace_id","day")
);

-- CreateTable
CREATE TABLE "secretariat_member" (
    "workspace_id" TEXT NOT NULL,
    "slack_id" TEXT NOT NULL,

    CONSTRAINT "secretariat_member_pkey" PRIMARY KEY ("workspace_id","slack_id")
);

-- CreateTable
CREATE TABLE "person" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "slack_id" TEXT,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "department" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "section" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "section_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "role" "promoter_role" NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "guide_wanted" BOOLEAN NOT NULL DEFAULT false,
    "guide_planned_at" TIMESTAMPTZ(3),
    "guide_confirmed_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "away_period" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "away_period_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "body_member" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "office" "member_office" NOT NULL,
    "position" INTEGER NOT NULL,
    "copied_to" TEXT[],
    "proxies" TEXT[],
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "body_member_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "roster_file" (
    "workspace_id" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "read_by" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "roster_file_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_workspace_id_slack_id_key" ON "person"("workspace_id", "slack_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_workspace_id_email_key" ON "person"("workspace_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "department_workspace_id_name_key" ON "department"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "section_workspace_id_department_id_name_key" ON "section"("workspace_id", "department_id", "name");

-- CreateIndex
CREATE INDEX "appointment_workspace_id_starts_on_ends_on_idx" ON "appointment"("workspace_id", "starts_on", "ends_on");

-- CreateIndex
CREATE INDEX "appointment_workspace_id_person_id_idx" ON "appointment"("workspace_id", "person_id");

-- CreateIndex
CREATE INDEX "away_period_workspace_id_ends_on_idx" ON "away_period"("workspace_id", "ends_on");

-- CreateIndex
CREATE INDEX "body_member_workspace_id_body_id_idx" ON "body_member"("workspace_id", "body_id");

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closing_day" ADD CONSTRAINT "closing_day_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secretariat_member" ADD CONSTRAINT "secretariat_member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "department" ADD CONSTRAINT "department_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_workspace_id_department_id_fkey" FOREIGN KEY ("workspace_id", "department_id") REFERENCES "department"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_workspace_id_section_id_fkey" FOREIGN KEY ("workspace_id", "section_id") REFERENCES "section"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "away_period" ADD CONSTRAINT "away_period_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_workspace_id_body_id_fkey" FOREIGN KEY ("workspace_id", "body_id") REFERENCES "body"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_workspace_id_person_id_fkey" FOREIGN KEY ("workspace_id", "person_id") REFERENCES "person"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_file" ADD CONSTRAINT "roster_file_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A period does not end before it begins.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_days_check" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "away_period" ADD CONSTRAINT "away_period_days_check" CHECK ("starts_on" <= "ends_on");
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_days_check" CHECK ("starts_on" <= "ends_on");
