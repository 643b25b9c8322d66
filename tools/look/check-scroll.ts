/** The page is exactly as large as the screen: a wall has nobody to scroll it. */
export function checkScroll(): readonly string[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth <= innerWidth + 1 && scrollHeight <= innerHeight + 1) return [];
  return [`the page is ${scrollWidth}×${scrollHeight} on a ${innerWidth}×${innerHeight} screen`];
}
