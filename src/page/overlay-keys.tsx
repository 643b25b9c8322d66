import { Component } from 'preact';

type KeysProps = {
  /** Told of a key, a digit as itself; says whether it was meant for this overlay. */
  readonly pressed: (key: string) => boolean;
  /** A key that is held down counts each time that it repeats itself. */
  readonly mayRepeat?: boolean;
};

const ZERO = 48;

/** Hears the remote before the page does, for as long as it is drawn. It draws nothing. */
export class OverlayKeys extends Component<KeysProps> {
  override componentDidMount(): void {
    addEventListener('keydown', this, true);
  }

  override componentWillUnmount(): void {
    removeEventListener('keydown', this, true);
  }

  handleEvent(event: KeyboardEvent): void {
    const { pressed, mayRepeat = false } = this.props;
    if ((event.repeat && !mayRepeat) || !pressed(keyOf(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  override render() {
    return null;
  }
}

/** Some remotes tell their digits by number only. */
function keyOf({ key, keyCode }: KeyboardEvent): string {
  const digit = keyCode - ZERO;
  return digit >= 0 && digit <= 9 ? String(digit) : key;
}
