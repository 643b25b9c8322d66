import { Component, type ComponentChild } from 'preact';

export type ReportError = (zone: string, error: unknown) => void;

type ZoneProps = {
  readonly name: string;
  /** What the zone depends on: it is drawn again when one of these differs, and only then. */
  readonly watch: readonly unknown[];
  readonly draw: () => ComponentChild;
  /** Shown in the place of a zone that cannot be drawn. */
  readonly fallback?: ComponentChild;
  readonly report?: ReportError | undefined;
};

type ZoneState = { readonly failed?: ZoneProps };

/**
 * A part of the wall that fails alone: when it cannot be drawn it shows nothing, tells `report`, and
 * is tried again at its next change.
 */
export class Zone extends Component<ZoneProps, ZoneState> {
  // The drawing happens in a component below, because a boundary does not catch its own errors.
  override shouldComponentUpdate(next: ZoneProps, state: ZoneState): boolean {
    return state !== this.state || !isSame(next.watch, this.props.watch);
  }

  override componentDidCatch(error: unknown): void {
    this.props.report?.(this.props.name, error);
    this.setState({ failed: this.props });
  }

  override render({ watch, draw, fallback }: ZoneProps, { failed }: ZoneState): ComponentChild {
    if (failed && isSame(failed.watch, watch)) return fallback;
    return <Drawing draw={draw} />;
  }
}

function Drawing({ draw }: Pick<ZoneProps, 'draw'>): ComponentChild {
  return draw();
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
