/* What the device can do for a room: stay awake, fill the screen, make a sound. Where it cannot, nothing happens. */

/** Keeps the screen awake until the function that comes back is called; a lock that a hidden page lost is renewed. */
export function stayAwake() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let over = false;
  async function hold() {
    if (over || document.hidden) return;
    try {
      const held = await navigator.wakeLock.request("screen");
      if (over) await held.release();
      else lock = held;
    } catch {
      // An old browser, an empty battery, a page without https.
    }
  }
  document.addEventListener("visibilitychange", hold);
  hold();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", hold);
    lock?.release().catch(() => {});
  };
}

/** Fills the screen with an element, or stops that. @param {HTMLElement} element */
export function fillScreen(element) {
  const done = document.fullscreenElement ? document.exitFullscreen() : element.requestFullscreen();
  done.catch(() => {});
}

/** @type {AudioContext | null} */
let audio = null;

/** Lets the sound be heard later on: browsers want a press for that. */
export function wakeSound() {
  try {
    audio ??= new AudioContext();
    audio.resume().catch(() => {});
  } catch {
    // No sound on this device.
  }
}

/** A number of short soft tones. @param {number} times */
export function beep(times) {
  if (!audio) return;
  for (let i = 0; i < times; i += 1) {
    const begin = audio.currentTime + i * 0.35;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.3, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + 0.25);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.3);
  }
}
