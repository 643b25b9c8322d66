/** How large a tape is, and which one of its kind. */
export type Size = { readonly seed: number; readonly screens: number; readonly perSchool: number };
