import { isIP, isIPv4 } from 'node:net';

/**
 * Whom a request counts for: an IPv4 address, or the first half of an IPv6 address, as whoever has one
 * has all of its 2⁶⁴.
 *
 * `forwarded` is the field in which the proxy in front tells who came to it. Of several addresses the
 * last one counts: it is the proxy's own word, and those before it are what the client has sent. When
 * it holds no address, the connection's counts.
 */
export function clientAddress(remote: string | undefined, forwarded?: string): string {
  const told = forwarded?.split(',').pop()?.trim() ?? '';
  const address = isIP(told) === 0 ? (remote ?? '') : told;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address)) return mapped ?? address;
  return isIP(address) === 0 ? address : firstHalf(address);
}

const GROUPS = 8;

function firstHalf(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  // An IPv4 address at the end takes the place of two groups.
  const [head = '', tail = ''] = plain.replace(/[\d.]*\.\d+$/, '0:0').split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail);
  const between = Array.from({ length: GROUPS - before.length - after.length }, () => '0');
  const all = [...before, ...between, ...after];
  return all
    .slice(0, GROUPS / 2)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
