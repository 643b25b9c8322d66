import { fitted, type Ladder } from './fit.ts';
import { Said } from './said.tsx';
import type { Voice } from './voice.ts';

type FittedTextProps = Ladder & {
  readonly voice: Voice;
  readonly tag?: 'h1' | 'h2' | 'h3' | 'p' | 'span';
  readonly class?: string;
};

/** One of several names, at the size that fits. A paragraph runs as the wall does, a name as itself. */
export function FittedText(props: FittedTextProps) {
  const { voice, tag: Tag = 'div', class: name = '' } = props;
  const { text, size, lines } = fitted(props, voice.widthOf);
  const said = <Said text={text} />;
  return (
    <Tag class={lines > 1 ? `${name} wrapped` : name} style={{ fontSize: `${size}rem` }}>
      {Tag === 'p' ? said : <bdi>{said}</bdi>}
    </Tag>
  );
}
