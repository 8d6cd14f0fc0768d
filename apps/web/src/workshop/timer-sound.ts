/** A short sound when the time is up: off until somebody switches it on for themselves, then remembered in this browser. */

const KEY = 'strideboard.timer-sound.1';
const TONES_HZ = [660, 880] as const;
const TONE_S = 0.18;

/** Whether this person wants to hear it. */
export function hearsTimer(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false; // storage is switched off
  }
}

/** Remembers the choice. */
export function setHearsTimer(on: boolean): void {
  try {
    if (on) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // storage is switched off: the choice lasts as long as the page
  }
}

/** Plays it. Silent where the browser has no sound, or lets a page make none before it was touched. */
export function playTimerSound(): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  for (const [at, hertz] of TONES_HZ.entries()) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + at * TONE_S;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.15, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + TONE_S);
  }
  setTimeout(() => void audio.close(), 1000);
}
