import { isOn } from './board-plan.ts';
import type { BoardProps } from './board-zone.tsx';
import { HeroColumns, type FacedHero } from './hero-columns.tsx';
import { heroFace } from './hero-face.ts';
import { HeroLine } from './hero.tsx';
import { restingFace } from './resting-face.ts';
import { isUpright } from './shape.ts';
import { TrackDays } from './track-days.tsx';

const MOST_COLUMNS = 3;

/** The band of a wall that is not simply at school: at rest, of several tracks, without a clock. */
export function Heroes({ voice, now, instant, isTrusted, width }: BoardProps) {
  const heroes = now.heroes.slice(0, isTrusted ? MOST_COLUMNS : 1).map((hero): FacedHero => ({
    hero,
    face:
      isTrusted && isOn(hero)
        ? heroFace(voice, now, hero)
        : restingFace(voice, now, hero, isTrusted),
  }));
  const common = { voice, instant, width };
  const [first, second] = heroes;
  if (first === undefined) return null;
  if (second) return <HeroColumns {...common} heroes={heroes} />;
  const { hero, face } = first;
  return (
    <>
      <HeroLine {...common} face={face} />
      {isTrusted && isOn(hero) && (
        <TrackDays {...common} hero={hero} isStacked={isUpright(width)} />
      )}
    </>
  );
}
