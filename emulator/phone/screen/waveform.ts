/** Bars of a drawn recording. */
export const barCount = 34
/** A recording that never gets louder than this has no shape to draw. */
const silenceBelow = 0.002

const known = new Map<string, Promise<{ peaks: number[]; seconds: number }>>()
/** Recordings are decoded one after the other: a chat full of them must not stall the page. */
let line: Promise<unknown> = Promise.resolve()

/** The loudness of a recording in `barCount` steps of 0–1, and its length; rejects when the browser cannot decode it. */
export function readWaveform(source: string): Promise<{ peaks: number[]; seconds: number }> {
  const before = known.get(source)
  if (before !== undefined) return before
  const reading = line.then(() => decode(source))
  line = reading.catch(() => undefined)
  known.set(source, reading)
  return reading
}

async function decode(source: string) {
  const bytes = await (await fetch(source)).arrayBuffer()
  const sound = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes)
  const samples = sound.getChannelData(0)
  const silent = samples.every((sample) => Math.abs(sample) < silenceBelow)
  return { peaks: silent ? guessedPeaks(source, barCount) : peaksOf(samples, barCount), seconds: sound.duration }
}

/** Root mean square of each of `count` equal stretches, scaled so that the loudest is 1. */
export function peaksOf(samples: ArrayLike<number>, count: number): number[] {
  const size = Math.max(1, Math.floor(samples.length / count))
  const loudness = Array.from({ length: count }, (_, bar) => {
    let sum = 0
    for (let index = bar * size; index < (bar + 1) * size; index++) sum += (samples[index] ?? 0) ** 2
    return Math.sqrt(sum / size)
  })
  const loudest = Math.max(...loudness, 1e-6)
  return loudness.map((value) => value / loudest)
}

/** A plausible drawing for a recording that cannot be read: always the same for the same name. */
export function guessedPeaks(name: string, count: number): number[] {
  let state = 7
  for (const sign of name) state = (state * 31 + sign.charCodeAt(0)) >>> 0
  return Array.from({ length: count }, (_, bar) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (0.25 + (0.75 * state) / 4_294_967_296) * (0.45 + 0.55 * Math.abs(Math.sin((bar / count) * 9)))
  })
}
