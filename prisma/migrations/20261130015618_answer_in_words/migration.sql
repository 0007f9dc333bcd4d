-- AlterEnum
ALTER TYPE "inquiry_duty" ADD VALUE 'opinions';

-- AlterEnum
ALTER TYPE "inquiry_answer_form" ADD VALUE 'words';
