import { checkAnimations } from './check-animations.ts';
import { checkBidi } from './check-bidi.ts';
import { checkContrast } from './check-contrast.ts';
import { checkEllipsis } from './check-ellipsis.ts';
import { checkFontSize } from './check-font-size.ts';
import { checkOverflow } from './check-overflow.ts';
import { checkOverlap } from './check-overlap.ts';
import { checkSafeArea } from './check-safe-area.ts';
import { checkScroll } from './check-scroll.ts';
import { checkSlack } from './check-slack.ts';

/** What holds of every page of the wall, as it stands. Each finding is a line for a person. */
export const CHECKS = {
  scroll: checkScroll,
  overflow: checkOverflow,
  slack: checkSlack,
  ellipsis: checkEllipsis,
  overlap: checkOverlap,
  'safe area': () => checkSafeArea(),
  'font size': checkFontSize,
  contrast: checkContrast,
  animations: checkAnimations,
  bidi: checkBidi,
} satisfies Readonly<Record<string, () => readonly string[]>>;
