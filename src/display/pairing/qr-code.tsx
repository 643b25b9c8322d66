import { rememberLast } from '../remember.ts';
import { qrPath } from './qr-path.ts';

const pathOf = rememberLast(qrPath);

type QrCodeProps = {
  readonly text: string;
  /** What it is, to whoever cannot see it; absent: its text. */
  readonly label?: string;
  readonly ecc?: 'L' | 'M';
};

/** A QR code, as large as its box; white around it is part of it. */
export function QrCode({ text, label = text, ecc = 'M' }: QrCodeProps) {
  const { size, path } = pathOf(text, ecc);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  );
}
