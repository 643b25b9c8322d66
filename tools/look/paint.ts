/** Red, green and blue 0–255, and alpha 0–1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const CLEAR: Colour = [0, 0, 0, 0];
/** What a browser paints where nothing else is. */
const CANVAS: Colour = [255, 255, 255, 1];

/** A computed colour such as `rgb(12, 34, 51)` or `rgba(12, 34, 51, 0.5)`. */
export function parseColour(computed: string): Colour {
  const [red, green, blue, alpha = 1] = (computed.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) return CLEAR;
  return [red, green, blue, alpha];
}

export function backgroundAt(element: Element): Colour {
  const [red, green, blue, alpha] = parseColour(getComputedStyle(element).backgroundColor);
  return [red, green, blue, alpha * opacityOf(element)];
}

export function isOpaque([, , , alpha]: Colour): boolean {
  return alpha > 0.9;
}

/** `over` painted on `under`, which is opaque. */
export function painted(over: Colour, under: Colour): Colour {
  const [red, green, blue, alpha] = over;
  const mix = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

/** What lies under the text of `element` at a point: backgrounds of whatever is there, mixed. */
export function colourUnder(element: Element, x: number, y: number): Colour {
  const stack = document.elementsFromPoint(x, y);
  const own = stack.indexOf(element);
  return colourOfStack(own === -1 ? ancestorsOf(element) : stack.slice(own));
}

/** What a viewer sees at a point where there is no text. */
export function colourAt(x: number, y: number): Colour {
  return colourOfStack(document.elementsFromPoint(x, y));
}

/** Product of the opacities that `element` is painted with. */
export function opacityOf(element: Element): number {
  return ancestorsOf(element).reduce(
    (opacity, one) => opacity * Number(getComputedStyle(one).opacity),
    1,
  );
}

function colourOfStack(stack: readonly Element[]): Colour {
  const layers = stack.map(backgroundAt);
  const ground = layers.findIndex(isOpaque);
  const seen = ground === -1 ? layers : layers.slice(0, ground + 1);
  return seen.reduceRight((under, over) => painted(over, under), CANVAS);
}

function ancestorsOf(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement)
    ancestors.push(one);
  return ancestors;
}
