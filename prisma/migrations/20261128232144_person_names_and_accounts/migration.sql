-- AlterTable
ALTER TABLE "person" ADD COLUMN     "name_from_slack" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sought_at" TIMESTAMPTZ(3);

-- Whoever is neither in a roster nor a member came from Slack alone: the name goes on following Slack.
UPDATE "person" p SET "name_from_slack" = true
WHERE p."slack_id" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "appointment" a WHERE a."workspace_id" = p."workspace_id" AND a."person_id" = p."id")
  AND NOT EXISTS (SELECT 1 FROM "body_member" m WHERE m."workspace_id" = p."workspace_id" AND m."person_id" = p."id");
