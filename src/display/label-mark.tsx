import { Icon } from './icon.tsx';
import type { Label } from './period-label.ts';

/** The number or the picture of a period. */
export function LabelMark({ label }: { readonly label: Label }) {
  if ('icon' in label) return <Icon name={label.icon} />;
  return <span class={label.text.length > 1 ? 'mark two' : 'mark'}>{label.text}</span>;
}
