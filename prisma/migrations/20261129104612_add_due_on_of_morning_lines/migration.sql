-- AlterTable
ALTER TABLE "morning_line" ADD COLUMN     "due_on" DATE;

-- CreateIndex
CREATE INDEX "delivery_workspace_id_recipient_idx" ON "delivery"("workspace_id", "recipient");

-- Messages of their own about one line are among those of which only the newest is live.
INSERT INTO "morning_line" ("workspace_id", "delivery_id", "position", "kind", "ref")
SELECT "workspace_id", "id", 1, CASE "kind" WHEN 'role-guide' THEN 'guide' ELSE 'inquiry' END, "subject"
FROM "delivery" WHERE "kind" IN ('role-guide', 'inquiry-returned');
