import type { Announcement } from '../../../infra/contracts/announcement.ts';

/** What a frame read, before it becomes a record. Quote offsets are into the document's text. */
export interface Draft {
  readonly kind: Announcement['kind'];
  readonly rule: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  /** Where the figure stands, for marking it in the quote. */
  readonly valueStart?: number;
  readonly valueEnd?: number;
  readonly subject: string | null;
  readonly object: string | null;
  /** True where the object is a product of the gazetteer, not just a phrase. */
  readonly namedObject?: boolean;
  readonly direction?: Announcement['direction'];
  /** The change of price is taken back. */
  readonly cancels?: boolean;
  /** The change is told of so many products at once. */
  readonly counted?: boolean;
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  readonly oldValue?: string | null;
  /** A price that was asked before, told without the new one. */
  readonly onceAsked?: boolean;
  readonly meter?: Announcement['meter'];
  readonly per?: number | null;
  readonly period?: Announcement['period'];
  readonly asOf?: string | null;
  readonly effective?: string | null;
  readonly growth?: number | null;
  readonly metric?: Announcement['metric'];
  /** What the figure before it is compared with; later sentences go on from that one, not from this. */
  readonly compared?: boolean;
  readonly status: Announcement['status'];
  readonly attribution: string | null;
  /** Why the confidence is what it is: each lowers or raises it. */
  readonly reasons: readonly string[];
  readonly confidence: number;
}
