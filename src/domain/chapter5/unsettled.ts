import type { DidNotMeetSubject } from '../occasion/did-not-meet.ts';
import type { OccasionName } from '../occasion/record.ts';
import type { ChapterItem } from './items.ts';

/** What settles a point of chapter 5: an act, and the row of the record that it is about. */
export type Settling =
  | { readonly kind: 'record-meeting'; readonly bodyId: string }
  | { readonly kind: 'record-training'; readonly programmeId: string }
  /** 開催なしを記録. */
  | { readonly kind: 'record-not-held'; readonly of: DidNotMeetSubject }
  /** 確認する of what another than the secretariat recorded. */
  | { readonly kind: 'confirm'; readonly of: OccasionName }
  /** 実施を確認 of what was recorded before its day. */
  | { readonly kind: 'confirm-held'; readonly of: OccasionName }
  /** Another day, or that it is cancelled; of a training 参加者数 too. */
  | { readonly kind: 'edit'; readonly of: OccasionName }
  /** 状況 of the 書面開催 whose result is awaited. */
  | { readonly kind: 'see-written'; readonly meetingId: string }
  | { readonly kind: 'record-attendance'; readonly sessionId: string }
  /** Its 構成 and 主な役割. */
  | { readonly kind: 'edit-body'; readonly bodyId: string }
  | { readonly kind: 'register-promoters' | 'register-programme' }
  /** 第5章の文章. */
  | { readonly kind: 'write-text'; readonly item: ChapterItem };

/**
 * What stands between the record and a finished chapter 5: a line for people, and whatever settles it, the likeliest first. Its place
 * prints (未記録).
 */
export type Unsettled = { readonly text: string; readonly settle: readonly Settling[] };
