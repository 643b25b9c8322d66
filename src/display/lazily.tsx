import { Component, type ComponentChildren } from 'preact';

import { holdsFor } from './holds.ts';
import type { Part } from './part.ts';
import type { ReportError } from './zone.tsx';

type LazilyProps<Module> = {
  readonly name: string;
  readonly part: Part<Module>;
  /** Without the module: it is on its way, or did not come. */
  readonly draw: (module: Module | undefined, isMissing: boolean) => ComponentChildren;
  readonly report: ReportError | undefined;
};

type LazilyState = { readonly missing?: unknown };

/** Draws with a module that it has fetched at need, as soon as that is here; tells `report` if it does not come. */
export class Lazily<Module> extends Component<LazilyProps<Module>, LazilyState> {
  declare private loading?: Promise<Module>;

  override render({ part, draw }: LazilyProps<Module>, { missing }: LazilyState) {
    const module = part.here();
    if (module === undefined) {
      holdsFor(0);
      this.follow(part.load());
    }
    return draw(module, missing === part);
  }

  private follow(loading: Promise<Module>): void {
    // The wall is drawn every second; each attempt is followed once.
    if (loading === this.loading) return;
    this.loading = loading;
    const { name, part, report } = this.props;
    loading.then(
      () => this.setState({}),
      (error: unknown) => {
        if (report) report(name, error);
        this.setState({ missing: part });
      },
    );
  }
}
