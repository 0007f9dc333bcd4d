-- CreateEnum
CREATE TYPE "installation_kind" AS ENUM ('workspace', 'organisation');

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "installation_id" TEXT;

-- CreateTable
CREATE TABLE "installation" (
    "id" TEXT NOT NULL,
    "kind" "installation_kind" NOT NULL,
    "enterprise_id" TEXT,
    "bot_token" BYTEA NOT NULL,
    "refresh_token" BYTEA,
    "key_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "bot_id" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "app_id" TEXT NOT NULL,
    "scopes" TEXT[],
    "installed_by" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_because" TEXT,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "workspace_installation_id_idx" ON "workspace"("installation_id");

-- AddForeignKey
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_installation_id_fkey" FOREIGN KEY ("installation_id") REFERENCES "installation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
