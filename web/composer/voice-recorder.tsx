import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, SendHorizontal, Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { clockLength } from '../i18n/time-words.ts'
import { IconButton } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { NO_MEDIA, type OutboxEntry, waitingMedia } from '../outbox/entry.ts'
import { send } from '../outbox/send.ts'
import { asVoiceNote, recordingType } from './voice-format.ts'

type Props = { readonly id: ConversationId; readonly replyTo: OutboxEntry['replyTo']; readonly onDone: () => void }
const BARS = 48

/** Records at once; Enter or the arrow sends, Escape or the bin throws it away. */
export default function VoiceRecorder({ id, replyTo, onDone }: Props) {
  const { t } = useLingui()
  const [levels, setLevels] = useState<readonly number[]>([])
  const [seconds, setSeconds] = useState(0)
  const recorder = useRef<MediaRecorder | null>(null)
  const keep = useRef(false)

  const deliver = useEffectEvent(async (recorded: Blob) => {
    try {
      const voice = await asVoiceNote(recorded)
      send({
        conversationId: id,
        asked: { kind: 'audio', mediaId: NO_MEDIA, voice: true },
        shown: { kind: 'audio', media: waitingMedia(voice, 'voz.ogg'), voice: true },
        file: { blob: voice, filename: 'voz.ogg' },
        replyTo,
      })
    } catch {
      say(t`Este navegador no pudo preparar la nota de voz`)
    }
  })
  const giveUp = useEffectEvent(() => {
    say(t`No hay acceso al micrófono. Permítalo en la barra de direcciones del navegador.`)
    onDone()
  })

  useEffect(() => {
    let stream: MediaStream | null = null
    let context: AudioContext | null = null
    let timer: ReturnType<typeof setInterval> | undefined
    let gone = false
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
      if (gone) return stop()
      const pieces: Blob[] = []
      const type = recordingType()
      const made = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: 32_000 })
      recorder.current = made
      made.ondataavailable = (event) => pieces.push(event.data)
      made.onstop = () => {
        if (keep.current) void deliver(new Blob(pieces, { type: made.mimeType }))
      }
      made.start(250)
      context = new AudioContext()
      const meter = context.createAnalyser()
      meter.fftSize = 512
      context.createMediaStreamSource(stream).connect(meter)
      const samples = new Uint8Array(meter.fftSize)
      const startedAt = Date.now()
      timer = setInterval(() => {
        meter.getByteTimeDomainData(samples)
        const level = Math.max(...samples.map((sample) => Math.abs(sample - 128))) / 128
        setLevels((known) => [...known.slice(1 - BARS), level])
        setSeconds((Date.now() - startedAt) / 1000)
      }, 90)
    }
    const stop = () => {
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
      void context?.close()
    }
    begin().catch(() => giveUp())
    return () => {
      gone = true
      if (recorder.current?.state === 'recording') recorder.current.stop()
      stop()
    }
  }, [])

  const finish = (send: boolean) => {
    keep.current = send && seconds > 0.6
    if (recorder.current?.state === 'recording') recorder.current.stop()
    onDone()
  }
  return (
    <div
      role="group"
      aria-label={t`Grabando nota de voz`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') finish(false)
      }}
      className="flex h-15 items-center gap-3 rounded-sm border border-focus px-3 ring-1 ring-focus"
    >
      <IconButton label={t`Descartar`} keys="Esc" onPress={() => finish(false)}>
        <Trash2 size={17} aria-hidden />
      </IconButton>
      <span className="flex items-center gap-1.5 text-sm font-semibold text-danger tabular">
        <Mic size={15} aria-hidden /> {clockLength(seconds)}
      </span>
      <span className="flex h-8 min-w-0 flex-1 items-center justify-end gap-0.5 overflow-hidden" aria-hidden>
        {levels.map((level, index) => (
          <span
            key={index}
            className="w-0.75 shrink-0 rounded-full bg-accent"
            style={{ height: `${Math.max(8, level * 100)}%` }}
          />
        ))}
      </span>
      <button
        type="button"
        autoFocus
        data-testid="voice-send"
        onClick={() => finish(true)}
        className="flex h-9 items-center gap-1.5 rounded-md bg-accent px-3 text-sm font-semibold text-on-accent hover:bg-accent-hover"
      >
        <Trans>Enviar</Trans>
        <SendHorizontal size={15} aria-hidden />
      </button>
    </div>
  )
}
