import { isOn } from './board-plan.ts';
import { BoardZone, hasRibbon, resting, type BoardProps } from './board-zone.tsx';
import { DayRibbon } from './day-ribbon.tsx';
import { heroFace } from './hero-face.ts';
import { HeroLine } from './hero.tsx';
import { Lazily } from './lazily.tsx';
import { MetaLine } from './meta-line.tsx';
import { Zone } from './zone.tsx';

export type WallViewProps = BoardProps & { readonly isPaired: boolean };

/** The wall of a school day: band (now), board (where) and ribbon (notes), each failing alone. */
export function WallView(props: WallViewProps) {
  const { reportError: report } = props;
  return (
    <div class="hall" style={{ '--digit': `${props.voice.digit}em` }}>
      <header class="band">
        <Zone name="first line" report={report}>
          <MetaLine {...props} />
        </Zone>
        <Zone name="hero" report={report}>
          <Band {...props} />
        </Zone>
      </header>
      <main class="board">
        <Zone name="board" report={report}>
          <BoardZone {...props} />
        </Zone>
      </main>
      <Zone name="ribbon" report={report}>
        <RibbonZone {...props} />
      </Zone>
    </div>
  );
}

function Band(props: WallViewProps) {
  const { voice, now, instant, isTrusted, width, reportError } = props;
  const [hero, other] = now.heroes;
  if (isTrusted && hero && isOn(hero) && hero.isOneDay && other === undefined) {
    const face = heroFace(voice, now, hero);
    return (
      <>
        <HeroLine {...{ voice, face, instant, width }} />
        <DayRibbon {...{ voice, instant, width }} periods={hero.today} />
      </>
    );
  }
  return (
    <Lazily
      name="heroes"
      part={resting}
      report={reportError}
      draw={(module) => module && <module.Heroes {...props} />}
    />
  );
}

function RibbonZone(props: WallViewProps) {
  if (!hasRibbon(props)) return null;
  return (
    <Lazily
      name="ribbon"
      part={resting}
      report={props.reportError}
      draw={(module) => module && <module.Ribbon {...props} />}
    />
  );
}
