import { essenceOf } from '#core/message/media.ts'
import { opusSeconds } from './opus-length.ts'

/** How loud a recording is, bar by bar, from 0 to 1; read from the sound itself and kept. */
export const BARS = 44
/** A voice note of WhatsApp is rarely longer than some minutes; of a longer recording only the length is told. */
const LONGEST_DRAWN_SECONDS = 30 * 60
/** What is decoded at once takes 48,000 samples of four bytes a second, so this much 115 MB for a moment. */
const LONGEST_AT_ONCE_SECONDS = 10 * 60
/** Enough to see how loud somebody speaks; every browser has it (Web Audio API, 2025: 8,000 to 96,000). */
const DRAWN_RATE = 8_000
const known = new Map<string, Promise<Waveform>>()
export type Waveform = { readonly peaks: readonly number[]; readonly seconds: number }

/** `blob`: the recording itself, where it was made on this machine. */
export function waveformOf(url: string, mime: string, blob: Blob | undefined): Promise<Waveform> {
  const cached = known.get(url)
  if (cached) return cached
  const reading = essenceOf(mime) === 'audio/ogg' ? readOgg(url, blob) : readOther(url, blob)
  known.set(url, reading)
  reading.catch(() => known.delete(url))
  return reading
}

/**
 * A voice note, which the browser decodes by itself. A few kilobytes of Opus can hold hours of silence: how long it is must be
 * known before.
 */
async function readOgg(url: string, blob: Blob | undefined): Promise<Waveform> {
  const bytes = await (blob ? blob.arrayBuffer() : fetched(url))
  const seconds = opusSeconds(new Uint8Array(bytes))
  if (seconds === null) return readOther(url, blob)
  if (seconds === 0 || seconds > LONGEST_AT_ONCE_SECONDS) return { peaks: [], seconds }
  const sound = await new OfflineAudioContext(1, 1, DRAWN_RATE).decodeAudioData(bytes).catch(() => null)
  if (sound === null) return { peaks: [], seconds }
  const gathered = gatherPeaks(sound.duration, BARS)
  gathered.add(0, sound.getChannelData(0), sound.sampleRate)
  return { peaks: gathered.peaks(), seconds: sound.duration }
}

async function fetched(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The recording at ${url} cannot be had: ${response.status}`)
  return response.arrayBuffer()
}

/** Any other recording: decoded a piece at a time and no further than is drawn. */
async function readOther(url: string, blob: Blob | undefined): Promise<Waveform> {
  const { ADTS, AudioSampleSink, BlobSource, Input, MP3, MP4, OGG, UrlSource, WAVE, WEBM } = await import('mediabunny')
  const source = blob ? new BlobSource(blob) : new UrlSource(new URL(url, location.href))
  const input = new Input({ formats: [OGG, MP4, MP3, WEBM, WAVE, ADTS], source })
  const track = await input.getPrimaryAudioTrack()
  if (!track) throw new Error('There is no sound in it')
  const seconds = await track.computeDuration()
  if (seconds > LONGEST_DRAWN_SECONDS || !(await track.canDecode())) return { peaks: [], seconds }
  const gathered = gatherPeaks(seconds, BARS)
  for await (const sample of new AudioSampleSink(track).samples(0, LONGEST_DRAWN_SECONDS)) {
    const values = new Float32Array(sample.numberOfFrames)
    sample.copyTo(values, { planeIndex: 0, format: 'f32-planar' })
    gathered.add(sample.timestamp, values, sample.sampleRate)
    sample.close()
  }
  return { peaks: gathered.peaks(), seconds }
}

/** The loudest sample of each of `bars` equal stretches of `seconds`, the loudest of all being 1; silence stays 0. */
export function gatherPeaks(seconds: number, bars: number) {
  const peaks = Array.from({ length: bars }, () => 0)
  return {
    /** Samples that begin at `from` seconds, in any order. */
    add: (from: number, samples: Float32Array, sampleRate: number): void => {
      samples.forEach((sample, index) => {
        const bar = Math.min(bars - 1, Math.max(0, Math.floor(((from + index / sampleRate) / seconds) * bars)))
        peaks[bar] = Math.max(peaks[bar] ?? 0, Math.abs(sample))
      })
    },
    peaks: (): readonly number[] => {
      const loudest = Math.max(...peaks)
      return loudest === 0 ? peaks : peaks.map((peak) => peak / loudest)
    },
  }
}
