/** Nothing on a wall moves by itself: it runs for months, and nobody can stop it. */
export function checkAnimations(): readonly string[] {
  const animated = [...document.querySelectorAll('*')].filter((element) =>
    ['', '::before', '::after'].some(
      (part) => getComputedStyle(element, part).animationName !== 'none',
    ),
  );
  const running = (document.getAnimations?.() ?? []).filter((one) => one.playState === 'running');
  return [
    ...animated.map((element) => `<${nameOf(element)}> is animated`),
    ...(running.length > 0 ? [`${running.length} animations are running`] : []),
    ...[...document.querySelectorAll('marquee, blink')].map((one) => `<${nameOf(one)}> is used`),
  ];
}

function nameOf(element: Element): string {
  return [element.localName, ...element.classList].join('.');
}
