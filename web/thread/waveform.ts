/** How loud a recording is, bar by bar, from 0 to 1; read from the sound itself and kept. */
export const BARS = 44
const known = new Map<string, Promise<Waveform>>()
export type Waveform = { readonly peaks: readonly number[]; readonly seconds: number }

/** `blob`: the recording itself, where it was made on this machine. */
export function waveformOf(url: string, blob: Blob | undefined): Promise<Waveform> {
  const cached = known.get(url)
  if (cached) return cached
  const reading = read(url, blob)
  known.set(url, reading)
  reading.catch(() => known.delete(url))
  return reading
}

async function read(url: string, blob: Blob | undefined): Promise<Waveform> {
  const bytes = blob ? await blob.arrayBuffer() : await fetched(url)
  const context = new OfflineAudioContext(1, 1, 16_000)
  const sound = await context.decodeAudioData(bytes)
  return { peaks: peaksOf(sound.getChannelData(0), BARS), seconds: sound.duration }
}

async function fetched(url: string): Promise<ArrayBuffer> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`The recording at ${url} answered ${answer.status}`)
  return answer.arrayBuffer()
}

/** The loudest sample of each of `bars` equal stretches, the loudest of all being 1; silence stays 0. */
export function peaksOf(samples: Float32Array, bars: number): readonly number[] {
  const stretch = Math.max(1, Math.floor(samples.length / bars))
  const peaks = Array.from({ length: bars }, (_, bar) => {
    let peak = 0
    for (let at = bar * stretch; at < Math.min(samples.length, (bar + 1) * stretch); at += 1) {
      peak = Math.max(peak, Math.abs(samples[at] ?? 0))
    }
    return peak
  })
  const loudest = Math.max(...peaks)
  return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest)
}
