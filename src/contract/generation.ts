/**
 * Negative, zero or positive as the generation `a` is older than, the same as or newer than `b`;
 * both are `<epoch>.<n>`.
 */
export function compareGenerations(a: string, b: string): number {
  const [epochA = 0, countA = 0] = a.split('.').map(Number);
  const [epochB = 0, countB = 0] = b.split('.').map(Number);
  return epochA - epochB || countA - countB;
}
