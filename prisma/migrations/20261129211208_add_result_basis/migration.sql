-- AlterTable
ALTER TABLE "written_meeting" ADD COLUMN     "notice_offered" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "result_answers" INTEGER,
ADD COLUMN     "result_quorum" "quorum",
ADD COLUMN     "result_tie" "tie_rule",
ADD COLUMN     "result_unanswered" "unanswered";
