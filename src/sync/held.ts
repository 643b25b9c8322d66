import type { Wake } from '../contract/message.ts';
import { parseScreenDocument, type ScreenDocument } from '../contract/screen.ts';
import { compareKept } from './compare-kept.ts';
import type { Kept } from './kept.ts';

/** The screen document that a screen goes by, and its entity tag. */
export type Held = {
  readonly document: ScreenDocument;
  readonly etag?: string | undefined;
};

/** What the screen shows: from storage, or from the page when storage knows less. */
export function newestHeld(kept: Kept | undefined, holds: Wake['holds']): Held | undefined {
  const stored = kept && { document: kept.document, etag: kept.record.etag };
  if (!holds || holds.document === kept?.record.document) return stored;
  try {
    const shown = { document: parseScreenDocument(holds.document), etag: holds.etag };
    return stored && compareKept(stored, shown) >= 0 ? stored : shown;
  } catch {
    // A page of another build may hold what this one cannot read.
    return stored;
  }
}

/**
 * Why a screen that goes by `held` does not follow `next`; `undefined` when it does. No screen goes
 * back to an older generation, whatever a proxy has kept.
 */
export function refusalOfDocument(
  next: ScreenDocument,
  held: ScreenDocument | undefined,
): string | undefined {
  if (!held?.snapshot) return undefined;
  const { generation, revision } = held.snapshot;
  const order = compareKept({ document: next }, { document: held });
  if (order < 0) {
    return `generation ${next.snapshot?.generation ?? 'none'} is older than ${generation}`;
  }
  if (order === 0 && next.snapshot?.revision !== revision) {
    return `generation ${generation} names two snapshots`;
  }
  return undefined;
}
