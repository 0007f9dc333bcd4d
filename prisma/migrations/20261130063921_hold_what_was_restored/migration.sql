-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "held" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "restoration" (
    "workspace_id" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "restored_at" TIMESTAMPTZ(3) NOT NULL,
    "restored_by" TEXT NOT NULL,
    "sends" BOOLEAN,
    "chosen_at" TIMESTAMPTZ(3),

    CONSTRAINT "restoration_pkey" PRIMARY KEY ("workspace_id")
);

-- AddForeignKey
ALTER TABLE "restoration" ADD CONSTRAINT "restoration_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
