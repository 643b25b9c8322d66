import type { UserConfig } from 'vite';

/**
 * JSX as calls of `h`: the newer form, an object of children for each element, makes a wall's script
 * larger, and brings a second entry of Preact along.
 */
export const JSX = {
  jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
  jsxInject: "import { h, Fragment } from 'preact';",
} as const satisfies UserConfig['oxc'];
