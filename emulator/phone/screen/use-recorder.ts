import { useEffect, useRef, useState } from 'react'
import { tell } from '../state/notice.ts'
import { sendFile, sendSample } from '../state/send.ts'
import { useApp } from '../state/store.ts'
import { wordsIn } from '../words/index.ts'
import { asVoiceNote } from './voice-note.ts'

export type Recorder = {
  state: 'idle' | 'starting' | 'recording'
  seconds: number
  start: () => void
  finish: () => void
  discard: () => void
}

/** The nearest this browser can come to WhatsApp's own ogg/opus. */
const wishes = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']
const shortestSeconds = 0.4

/** Records a voice note and sends it; without a microphone, a sample goes in its place. */
export function useRecorder(): Recorder {
  const [state, setState] = useState<Recorder['state']>('idle')
  const [seconds, setSeconds] = useState(0)
  const media = useRef<MediaRecorder | null>(null)
  const wanted = useRef<'record' | 'send' | 'discard'>('discard')
  const startedAt = useRef(0)

  useEffect(() => {
    if (state !== 'recording') return
    const timer = window.setInterval(() => setSeconds((performance.now() - startedAt.current) / 1000), 200)
    return () => window.clearInterval(timer)
  }, [state])
  useEffect(
    () => () => {
      wanted.current = 'discard'
      media.current?.stop()
    },
    [],
  )

  const end = () => {
    media.current = null
    setState('idle')
    setSeconds(0)
  }
  const stop = (purpose: 'send' | 'discard') => {
    wanted.current = purpose
    if (media.current !== null) media.current.stop()
  }
  const start = async () => {
    wanted.current = 'record'
    setState('starting')
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      end()
      sendSample('voice')
      tell(wordsIn(useApp.getState().language).sampleVoiceSent)
      return
    }
    const mimeType = wishes.find((wish) => MediaRecorder.isTypeSupported(wish))
    const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType })
    const pieces: Blob[] = []
    recorder.ondataavailable = (event) => pieces.push(event.data)
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      const long = (performance.now() - startedAt.current) / 1000 > shortestSeconds
      if (wanted.current === 'send' && long)
        void asVoiceNote(new Blob(pieces, { type: recorder.mimeType })).then((file) => sendFile('voice', file))
      end()
    }
    media.current = recorder
    startedAt.current = performance.now()
    recorder.start()
    setState('recording')
    // Let go or discarded while the browser was still asking for the microphone.
    if (wanted.current !== 'record') recorder.stop()
  }
  return { state, seconds, start: () => void start(), finish: () => stop('send'), discard: () => stop('discard') }
}
