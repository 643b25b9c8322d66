import { Component, type ComponentChildren } from 'preact';

import { holdsFor } from './holds.ts';

export type ReportError = (zone: string, error: unknown) => void;

type ZoneProps = {
  readonly name: string;
  readonly children: ComponentChildren;
  /** Shown in the place of a zone that cannot be drawn. */
  readonly fallback?: ComponentChildren;
  readonly report: ReportError | undefined;
};

type ZoneState = { readonly failed?: ZoneProps };

/**
 * A part of the wall that fails alone: when it cannot be drawn it shows nothing and tells `report`
 * once, and it is tried again at the next drawing of the wall.
 */
export class Zone extends Component<ZoneProps, ZoneState> {
  // Declared only: old engines would have it defined by a helper larger than all of this.
  declare private reported?: string;

  override componentDidCatch(error: unknown): void {
    const { name, report } = this.props;
    holdsFor(0);
    // What fails every second would fill a log for months.
    if (report && this.reported !== String(error)) report(name, error);
    this.reported = String(error);
    this.setState({ failed: this.props });
  }

  override render(props: ZoneProps, { failed }: ZoneState): ComponentChildren {
    return failed === props ? props.fallback : props.children;
  }
}
