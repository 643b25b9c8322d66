import { rememberLast } from '../remember.ts';
import { qrPath } from './qr-path.ts';

const pathOf = rememberLast(qrPath);

/** A QR code, as large as its box; white around it is part of it. */
export function QrCode({ text }: { readonly text: string }) {
  const { size, path } = pathOf(text);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={text}>
      <path d={path} />
    </svg>
  );
}
