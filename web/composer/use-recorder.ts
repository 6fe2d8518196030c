import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { VOICE_NOTE_BYTES } from './file-kinds.ts'
import { recordingType } from './voice-format.ts'

/** `asking`: for the microphone; `full`: as much as a voice note may hold. */
export type RecorderState = 'asking' | 'recording' | 'paused' | 'full'
/** Why nothing can be recorded: refused, none there, in use elsewhere, or a page or browser that records nothing. */
export type RecorderProblem = 'denied' | 'no-microphone' | 'busy' | 'insecure' | 'unable'

export type Recorder = {
  readonly state: RecorderState
  readonly seconds: number
  /** The last loudnesses, 0 to 1, oldest first. */
  readonly levels: readonly number[]
  readonly pauseOrResume: () => void
  /** The recording; null when it was too short to be meant. */
  readonly finish: () => Promise<Blob | null>
}

/** As much as WhatsApp itself uses: some four minutes to a voice note. */
const BITS_PER_SECOND = 16_000
/** Another wrapping takes some room too. */
const FULL_AT_BYTES = VOICE_NOTE_BYTES * 0.94
const SHORTEST_SECONDS = 0.6
const TICK_MS = 90
export const BARS = 48

/** Records from the moment it is there until it is finished or goes away; then the microphone is free again. */
export function useRecorder(onProblem: (problem: RecorderProblem) => void): Recorder {
  const [state, setState] = useState<RecorderState>('asking')
  const [levels, setLevels] = useState<readonly number[]>([])
  const [seconds, setSeconds] = useState(0)
  const recorder = useRef<MediaRecorder | null>(null)
  const pieces = useRef<Blob[]>([])
  const fail = useEffectEvent(onProblem)

  useEffect(() => {
    let stream: MediaStream | null = null
    let context: AudioContext | null = null
    let timer: ReturnType<typeof setInterval> | undefined
    let gone = false
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
      if (gone) return release()
      const type = recordingType()
      const made = new MediaRecorder(stream, {
        ...(type ? { mimeType: type } : {}),
        audioBitsPerSecond: BITS_PER_SECOND,
      })
      let sizeBytes = 0
      made.ondataavailable = ({ data }) => {
        pieces.current.push(data)
        sizeBytes += data.size
        if (sizeBytes < FULL_AT_BYTES || made.state !== 'recording') return
        made.pause()
        setState('full')
      }
      made.start(250)
      recorder.current = made
      setState('recording')
      context = new AudioContext()
      const meter = context.createAnalyser()
      meter.fftSize = 512
      context.createMediaStreamSource(stream).connect(meter)
      const samples = new Uint8Array(meter.fftSize)
      timer = setInterval(() => {
        if (made.state !== 'recording') return
        meter.getByteTimeDomainData(samples)
        const level = Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 128
        setLevels((known) => [...known.slice(1 - BARS), level])
        setSeconds((known) => known + TICK_MS / 1000)
      }, TICK_MS)
    }
    const release = () => {
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
      void context?.close()
    }
    begin().catch((error: unknown) => fail(problemOf(error)))
    return () => {
      gone = true
      if (recorder.current && recorder.current.state !== 'inactive') recorder.current.stop()
      release()
    }
  }, [])

  return {
    state,
    seconds,
    levels,
    pauseOrResume: () => {
      const made = recorder.current
      if (made?.state === 'recording') {
        made.pause()
        setState('paused')
      } else if (made?.state === 'paused' && state === 'paused') {
        made.resume()
        setState('recording')
      }
    },
    finish: () =>
      new Promise((resolve) => {
        const made = recorder.current
        if (!made || made.state === 'inactive' || seconds < SHORTEST_SECONDS) return resolve(null)
        made.onstop = () => resolve(new Blob(pieces.current, { type: made.mimeType }))
        made.stop()
      }),
  }
}

function problemOf(error: unknown): RecorderProblem {
  if (!window.isSecureContext) return 'insecure'
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
      return 'denied'
    case 'NotFoundError':
      return 'no-microphone'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'unable'
  }
}
