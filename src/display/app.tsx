import type { ComponentChild } from 'preact';

import type { ScreenSettings } from '../contract/screen.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Freshness } from '../timetable/freshness.ts';
import { Alarm } from './alarm.tsx';
import { resting } from './board-zone.tsx';
import { Edges } from './edges.tsx';
import { holdsFor } from './holds.ts';
import { isNight } from './is-night.ts';
import { Lazily } from './lazily.tsx';
import { stageSize, textWidth } from './measure.ts';
import { part } from './part.ts';
import { pixelShiftAt } from './pixel-shift.ts';
import { rememberLast } from './remember.ts';
import { setRoot } from './root.ts';
import { themeAt } from './theme.ts';
import { createVoice, languagesOf, timeText } from './voice.ts';
import { wallAtMinute } from './wall-at-minute.ts';
import { wallNow } from './wall-now.ts';
import { WallView } from './wall-view.tsx';
import { languageOf } from './words/languages.ts';
import type { Words } from './words/words.ts';
import { Zone, type ReportError } from './zone.tsx';

export type AppProps = {
  /** Absent: nothing is stored. */
  readonly snapshot: Snapshot | undefined;
  /** Absent: not paired. */
  readonly screen: ScreenSettings | undefined;
  /** Corrected true time, in epoch ms. */
  readonly instant: number;
  /** Otherwise nobody knows what time it is. */
  readonly isTrusted: boolean;
  readonly freshness: Freshness;
  /** Instant at which the endpoint last confirmed the snapshot. */
  readonly confirmedAt: number | undefined;
  /** The endpoint no longer knows this screen; the wall goes on. */
  readonly pill: 'notPaired' | undefined;
  /** What a technician has called over the wall, or what a device shows that is no screen. */
  readonly overlay?:
    | { readonly ground: 'ink' | 'paper'; readonly content: ComponentChild }
    | false
    | undefined;
  /** Told what could not be drawn. */
  readonly reportError?: ReportError;
};

/**
 * The whole wall at an instant, to be rendered when it no longer holds. Whatever of it cannot be drawn is left
 * out and tried again; if that is all of it, what remains is the ground it stands on.
 */
export function App(props: AppProps) {
  const { snapshot, screen, instant, overlay, reportError } = props;
  return (
    <>
      <div class="stage" style={{ ...pixelShiftAt(instant), '--safe': screen && screen.safeArea }}>
        <Zone name="wall" report={reportError} fallback={<main class="boot" />}>
          <Scene key={Math.floor(instant / REBUILD_MS)} {...props} />
        </Zone>
        <Zone name="overlay" report={reportError}>
          {overlay && overlay.content}
        </Zone>
      </div>
      {(overlay || !snapshot) && <Edges look={(overlay && overlay.ground) || 'paper'} />}
    </>
  );
}

/** Once an hour the page is built from nothing, whatever has happened to it. */
const REBUILD_MS = 3_600_000;

const waiting = part(() => import('./waiting.tsx'));

/** Fetches what the wall needs to be drawn with these; otherwise it does so when it is drawn. */
export async function loadFor({
  snapshot,
  screen,
}: Pick<AppProps, 'snapshot' | 'screen'>): Promise<void> {
  const words = snapshot && languageOf(languagesOf(snapshot, screen?.language));
  await Promise.all([(words ?? waiting).load(), resting.load()]);
}

/** Those that the wall spoke last, until those of another language are here. */
let spoken: Words | undefined;

function Scene(props: AppProps) {
  const { snapshot, screen, reportError } = props;
  // Without a screen there is only what lies over it.
  if (!screen) return null;
  if (!snapshot) {
    return (
      <Lazily
        name="waiting"
        part={waiting}
        report={reportError}
        draw={(module) => (module ? <module.Waiting {...screen} /> : <main class="boot" />)}
      />
    );
  }
  return (
    <Lazily
      name="words"
      part={languageOf(languagesOf(snapshot, screen.language))}
      report={reportError}
      draw={(language) => {
        if (language) spoken = language.words;
        return spoken ? drawWall(props, snapshot, screen, spoken) : <main class="boot" />;
      }}
    />
  );
}

function drawWall(props: AppProps, snapshot: Snapshot, screen: ScreenSettings, words: Words) {
  const { instant, isTrusted } = props;
  const wall = wallNow(snapshot, screen, instant);
  holdsFor(wall.changesAt - instant);
  const now = wallAtMinute(wall, instant);
  const voice = voiceOf(snapshot, screen.language, words, textWidth());
  const clock = isTrusted ? timeText(voice, now.civil.second) : '';
  const night = isTrusted && wall.alert === undefined && isNight(now);
  const theme = isTrusted ? themeAt(snapshot, screen, now) : 'light';
  setRoot(words.language, words.dir, night ? 'black' : theme);
  const { width, height } = stageSize(screen.safeArea);
  if (wall.alert) return <Alarm {...{ voice, clock, width, height }} alert={wall.alert} />;
  if (night) {
    return (
      <Lazily
        name="night"
        part={resting}
        report={props.reportError}
        draw={(module) => module && <module.Night clock={clock} instant={instant} />}
      />
    );
  }
  return (
    <WallView
      {...props}
      voice={voice}
      wall={wall}
      now={now}
      screen={screen}
      isPaired={props.pill === undefined}
      width={width}
      height={height}
    />
  );
}

const voiceOf = rememberLast(createVoice);
