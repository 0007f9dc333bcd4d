-- DropIndex
DROP INDEX "delivery_workspace_id_run_idx";

-- CreateIndex
CREATE INDEX "delivery_workspace_id_run_state_idx" ON "delivery"("workspace_id", "run", "state");
