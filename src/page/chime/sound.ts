export type Sound = {
  /** Whether a tone would be heard now; `locked` until somebody presses a key. */
  readonly status: () => 'ready' | 'locked' | 'missing';
  /** Two soft tones, if they may be heard. */
  readonly play: () => void;
};

/** A falling third, in Hz. */
const TONES = [659.25, 523.25];
const APART_S = 0.45;
const LONG_S = 1.8;
const ATTACK_S = 0.02;
const LOUD = 0.25;
/** An exponential never reaches nothing. */
const SILENT = 0.001;

/**
 * The sound of this device. Browsers let a page make none before a person has used it: the first key
 * that is pressed unlocks it, unless a launcher has allowed it from the start. Never throws.
 */
export function openSound(page: Window): Sound {
  try {
    return soundOf(new AudioContext(), page);
  } catch {
    return { status: () => 'missing', play: () => {} };
  }
}

function soundOf(context: AudioContext, page: Window): Sound {
  let isUnlocked = false;
  let isPlaying = false;

  // Unanswered until the browser allows it.
  const unlock = () => void context.resume().then(unlocked, ignore);
  page.addEventListener('keydown', unlock, true);
  page.addEventListener('pointerdown', unlock, true);
  unlock();

  function unlocked() {
    if (isUnlocked) return;
    isUnlocked = true;
    page.removeEventListener('keydown', unlock, true);
    page.removeEventListener('pointerdown', unlock, true);
    rest();
  }

  // Between bells the device need not mix silence for hours.
  function rest() {
    isPlaying = false;
    context.suspend().catch(ignore);
  }

  return {
    status: () => (isUnlocked ? 'ready' : 'locked'),
    play() {
      // A device that has not come to play the last one must not play both at once.
      if (!isUnlocked || isPlaying) return;
      isPlaying = true;
      const strikes = TONES.map((tone, at) =>
        strike(context, tone, context.currentTime + at * APART_S),
      );
      strikes[strikes.length - 1]?.addEventListener('ended', rest);
      context.resume().catch(ignore);
    },
  };
}

/** A tone like that of a bell, at a second of the context's time: it begins at once and dies away. */
function strike(context: AudioContext, tone: number, at: number): OscillatorNode {
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(SILENT, at);
  loudness.gain.linearRampToValueAtTime(LOUD, at + ATTACK_S);
  loudness.gain.exponentialRampToValueAtTime(SILENT, at + LONG_S);
  loudness.connect(context.destination);
  const oscillator = context.createOscillator();
  oscillator.frequency.value = tone;
  oscillator.connect(loudness);
  oscillator.start(at);
  oscillator.stop(at + LONG_S);
  return oscillator;
}

function ignore() {
  // The wall goes on without a sound.
}
