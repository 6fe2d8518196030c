import { useLingui } from '@lingui/react/macro'
import { Mic, Music, Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Media } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { clockLength } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { localFile } from '../outbox/outbox.ts'
import { Meta } from './meta.tsx'
import { usePlayable } from './playable.ts'
import { sourceOf } from './picture.tsx'
import { BARS, type Waveform, waveformOf } from './waveform.ts'
import { WhyMissing } from './why-missing.tsx'

type Props = { readonly message: Message; readonly media: Media; readonly voice: boolean }
const SPEEDS = [1, 1.5, 2] as const
/** One recording sounds at a time. */
let sounding: HTMLAudioElement | null = null

export function VoicePlayer({ message, media, voice }: Props) {
  const { t } = useLingui()
  const out = message.direction === 'out'
  const source = sourceOf(message, media)
  const playable = usePlayable(source, media)
  const blob = message.direction === 'out' ? localFile(message.clientKey)?.blob : undefined
  const audio = useRef<HTMLAudioElement>(null)
  const [wave, setWave] = useState<Waveform | null>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1)

  useEffect(() => {
    let gone = false
    if (source)
      waveformOf(source, media.mime, blob).then(
        (read) => !gone && setWave(read),
        () => {},
      )
    return () => {
      gone = true
    }
  }, [source, media.mime, blob])

  const seconds = wave?.seconds ?? 0
  const share = seconds > 0 ? at / seconds : 0
  const toggle = () => {
    const player = audio.current
    if (!player) return
    if (playing) return player.pause()
    if (sounding !== player) sounding?.pause()
    sounding = player
    player.playbackRate = speed
    void player.play()
  }
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1
    setSpeed(next)
    if (audio.current) audio.current.playbackRate = next
  }
  const seek = (to: number) => {
    if (!audio.current || seconds === 0) return
    audio.current.currentTime = to * seconds
    setAt(to * seconds)
  }

  return (
    <div className="w-74 max-w-full px-2 pt-2 pb-1">
      <div className="flex items-center gap-2.5">
        <button
          type="button"
          onClick={toggle}
          disabled={!playable}
          aria-label={playing ? t`Pausar` : t`Reproducir`}
          className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent transition-colors hover:bg-accent-hover disabled:opacity-50"
        >
          {playing ? (
            <Pause size={16} className="fill-current" aria-hidden />
          ) : (
            <Play size={16} className="ml-0.5 fill-current" aria-hidden />
          )}
        </button>
        <Bars
          peaks={wave && wave.peaks.length > 0 ? wave.peaks : FLAT}
          share={share}
          onSeek={seek}
          label={t`Posición en el audio`}
        />
        <button
          type="button"
          onClick={faster}
          aria-label={t`Velocidad: ${speed}×`}
          className={cx(
            'h-6 w-9 shrink-0 rounded-full text-2xs font-bold tabular',
            out ? 'bg-black/8 text-bubble-out-meta' : 'bg-chip text-text-2',
          )}
        >
          {speed}×
        </button>
      </div>
      <div
        className={cx(
          'flex items-center justify-between pl-11.5 text-2xs font-medium tabular',
          out ? 'text-bubble-out-meta' : 'text-bubble-in-meta',
        )}
      >
        <span className="flex items-center gap-1">
          {voice ? (
            <Mic size={11} className="shrink-0" aria-hidden />
          ) : (
            <Music size={11} className="shrink-0" aria-hidden />
          )}
          {source ? (
            clockLength(playing || at > 0 ? at : seconds)
          ) : media.state === 'failed' ? (
            <WhyMissing media={media} />
          ) : (
            '…'
          )}
        </span>
        <Meta message={message} />
      </div>
      {playable && (
        <audio
          ref={audio}
          src={playable}
          preload="none"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setAt(0)}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        />
      )}
    </div>
  )
}

const FLAT: readonly number[] = Array.from({ length: BARS }, () => 0.12)

type BarsProps = {
  readonly peaks: readonly number[]
  readonly share: number
  readonly onSeek: (share: number) => void
  readonly label: string
}

function Bars({ peaks, share, onSeek, label }: BarsProps) {
  return (
    <div className="relative h-8 min-w-0 flex-1">
      <svg viewBox={`0 0 ${peaks.length * 4} 32`} preserveAspectRatio="none" className="size-full" aria-hidden>
        {peaks.map((peak, index) => {
          const height = Math.max(3, peak * 28)
          return (
            <rect
              key={index}
              x={index * 4 + 0.75}
              y={16 - height / 2}
              width="2.5"
              height={height}
              rx="1.25"
              className={index / peaks.length < share ? 'fill-accent' : 'fill-text-3/55'}
            />
          )
        })}
      </svg>
      <input
        type="range"
        min={0}
        max={1000}
        value={Math.round(share * 1000)}
        aria-label={label}
        onChange={(event) => onSeek(Number(event.target.value) / 1000)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </div>
  )
}
