import type { Opened, Refreshed } from '../contract/message.ts';
import type { NetworkReport, RefreshState } from '../contract/refresh-state.ts';
import type { ScreenDocument, ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Credential, StoredRecord } from '../contract/stored.ts';
import { wallNow } from '../display/wall-now.ts';
import { compareKept } from '../sync/compare-kept.ts';
import type { Kept } from '../sync/kept.ts';

/** What a page shows and goes by. Each answer of the keeper makes a new one. */
export type PageState = {
  /** Absent: this device is not paired. */
  readonly credential?: Credential | undefined;
  /** Absent: nothing is stored yet. */
  readonly kept?: Kept | undefined;
  readonly refresh?: RefreshState | undefined;
  readonly report: NetworkReport;
  /** The last instant at which what is shown is known to be current. */
  readonly freshUntil?: number | undefined;
  /** The last thing that the keeper could not store or read. */
  readonly storageTrouble?: string | undefined;
};

export const UNPAIRED: PageState = { report: { refused: 0 } };

/** The page after what was stored has been read. */
export function afterOpening(state: PageState, opened: Opened): PageState {
  const { credential, refresh, report, freshUntil } = opened;
  return { ...state, credential: state.credential ?? credential, refresh, report, freshUntil };
}

/** The page after a knock: all but the snapshot, which `afterRecord` takes. */
export function afterAnswer(state: PageState, answer: Refreshed): PageState {
  if (answer.screen !== state.credential?.screen) return state;
  const { refresh, report, freshUntil, isGone, storageTrouble } = answer;
  return isGone === true ? UNPAIRED : { ...state, refresh, report, freshUntil, storageTrouble };
}

/**
 * The page after a generation that its keeper has verified. An older one than what is shown changes
 * nothing: two tabs may hear of two in any order. Throws for one that this build cannot read, or of
 * which it cannot make a wall at `instant`: what is shown stays.
 */
export function afterRecord(state: PageState, record: StoredRecord, instant: number): PageState {
  const next = keptIn(record);
  if (state.kept && compareKept(next, state.kept) < 0) return state;
  if (next.snapshot) wallNow(next.snapshot, next.document.screen, instant);
  return { ...state, kept: next };
}

function keptIn(record: StoredRecord): Kept {
  const document: unknown = JSON.parse(record.document);
  if (!isOfFormat<ScreenDocument>(document, 'screen/1')) throw new TypeError('not a screen/1');
  if (!document.snapshot || record.text === undefined) return { record, document };
  const snapshot: unknown = JSON.parse(record.text);
  if (!isOfFormat<Snapshot>(snapshot, 'snapshot/1')) throw new TypeError('not a snapshot/1');
  return { record, document, snapshot };
}

// The keeper has parsed it, and may be of another build.
function isOfFormat<Value extends { readonly format: string }>(
  value: unknown,
  format: Value['format'],
): value is Value {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === format
  );
}

/** What the screen shows; `undefined` while the device is not paired, and has no wall that could stay. */
export function settingsOf({ kept, credential, refresh }: PageState): ScreenSettings | undefined {
  if (refresh?.isUnpaired === true && !kept?.snapshot) return undefined;
  if (kept) return kept.document.screen;
  if (!credential) return undefined;
  const { screen, school } = credential;
  return { id: screen, school, name: '', phase: 0 };
}

/** When what is shown was last known to be current: an instant. */
export function confirmedAt({ kept, refresh }: PageState): number | undefined {
  return refresh?.confirmedAt ?? kept?.document.snapshot?.publishedAt;
}
