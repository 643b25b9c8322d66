import * as v from 'valibot';

import { CHIMES, DENSITIES } from '../src/contract/screen.ts';

/*
 * The settings of a screen as this side reads them back: of a row of the database, and of an answer
 * to the command. On the wire to a screen they are those of the contract.
 */

/** What an operator chooses. */
export const ChosenSettings = v.object({
  name: v.string(),
  classes: v.optional(v.array(v.string())),
  wing: v.optional(v.string()),
  density: v.optional(v.picklist(DENSITIES)),
  safeArea: v.optional(v.number()),
  theme: v.optional(v.picklist(['auto', 'light', 'dark'])),
  language: v.optional(v.string()),
  chime: v.optional(v.picklist(CHIMES)),
});

export const ScreenSettings = v.object({
  id: v.string(),
  school: v.string(),
  phase: v.number(),
  ...ChosenSettings.entries,
});
