import type { SignedArticle } from '../../domain/newsletter/article.ts';
import type { ExportedIssue } from '../../services/newsletter/export.ts';
import { CATEGORY_WORD } from '../../texts/article.ts';
import { PART_WORD, partLineText } from '../../texts/newsletter.ts';
import { withEmoji } from '../emoji.ts';
import type { ArchivedArticle, ArchivedIssue } from './archived.ts';

/** Where the photo of an article is in the archive: its type by its name. */
export const photoPath = ({ id, name }: { readonly id: string; readonly name: string }): string =>
  `photos/${id}.${name.toLowerCase().endsWith('.png') ? 'png' : 'jpg'}`;

const archivedArticle = ({
  id,
  title,
  category,
  byline,
  body,
  link,
  photo,
  photoText,
  correctedAt,
}: SignedArticle): ArchivedArticle => ({
  id,
  title: withEmoji(title),
  category: CATEGORY_WORD[category],
  byline: withEmoji(byline),
  body: withEmoji(body),
  link,
  photo: photo === null ? null : { fileName: photoPath(photo), text: withEmoji(photoText) },
  correctedAt,
});

/** A published issue as the archive has it: what people typed, with emoji for their codes. */
export const archivedIssue = ({ issue, title, articles, partTexts }: ExportedIssue): ArchivedIssue => ({
  id: issue.id,
  title,
  slug: `${issue.fiscalYear}-${String(issue.number).padStart(2, '0')}`,
  fiscalYear: issue.fiscalYear,
  publishedAt: issue.publishedAt ?? issue.createdAt,
  greeting: withEmoji(issue.greeting),
  articles: articles.map(archivedArticle),
  parts: partTexts.map(({ part, lines }) => ({
    title: PART_WORD[part],
    lines: lines.map((line) => withEmoji(partLineText(line))),
  })),
});
