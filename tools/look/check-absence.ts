/** None of `texts` is anywhere in the page, shown or not: a wall never guesses a lesson. */
export function checkAbsence(texts: readonly string[]): readonly string[] {
  const page = document.body.textContent ?? '';
  return texts.filter((text) => page.includes(text)).map((text) => `«${text}» is in the page`);
}
