import { Headphones, Mic, Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { control } from '../control/client.ts'
import type { Bubble } from '../control/types.ts'
import { useApp } from '../state/store.ts'
import { durationName } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import { barCount, guessedPeaks, readWaveform } from './waveform.ts'

const speeds = [1, 1.5, 2]

/** A recording that plays. The first time one of the business's voice notes is heard, the business learns of it. */
export function SoundView({ bubble, source, voice }: { bubble: Bubble; source: string; voice: boolean }) {
  const words = useWords()
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [speed, setSpeed] = useState(1)
  const [broken, setBroken] = useState(source === '')
  const { peaks, seconds } = useWaveform(source, bubble.wamid)
  const heard = useRef(false)
  const share = seconds > 0 ? at / seconds : 0
  const Sign = voice ? Mic : Headphones

  const onPlay = () => {
    setPlaying(true)
    const { phone, number, group } = useApp.getState()
    if (heard.current || !voice || bubble.from !== 'business') return
    if (phone === null || number === null || group !== null) return
    heard.current = true
    control.play(phone, number, bubble.wamid).catch(() => (heard.current = false))
  }
  const toggle = () => {
    if (playing) audio.current?.pause()
    else void audio.current?.play().catch(() => setBroken(true))
  }
  const nextSpeed = () => {
    const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1
    setSpeed(next)
    if (audio.current !== null) audio.current.playbackRate = next
  }

  return (
    <div className="flex w-[220px] max-w-full items-center gap-2 pt-0.5 pb-4">
      <button
        type="button"
        onClick={toggle}
        disabled={broken}
        aria-label={playing ? words.pause : `${words.play}: ${voice ? words.voice : words.audio}`}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-wa-accent text-white disabled:opacity-40"
      >
        {playing ? (
          <Pause size={17} fill="currentColor" aria-hidden="true" />
        ) : (
          <Play size={17} fill="currentColor" aria-hidden="true" className="ml-0.5" />
        )}
      </button>
      <div className="relative min-w-0 flex-1 rounded has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-[var(--focus)]">
        <Bars peaks={peaks} share={share} />
        <input
          type="range"
          min={0}
          max={seconds || 1}
          step={0.1}
          value={Math.min(at, seconds || 1)}
          aria-label={words.position}
          aria-valuetext={`${durationName(at)} / ${durationName(seconds)}`}
          onChange={(event) => audio.current !== null && (audio.current.currentTime = Number(event.target.value))}
          className="absolute inset-0 h-full w-full cursor-pointer opacity-0"
        />
      </div>
      {playing || speed !== 1 ? (
        <button
          type="button"
          onClick={nextSpeed}
          aria-label={`${words.speed}: ${speed}×`}
          className="h-6 w-9 shrink-0 rounded-full bg-black/8 text-[11px] font-semibold tabular-nums"
        >
          {speed}×
        </button>
      ) : (
        <Sign
          size={16}
          aria-hidden="true"
          className={`shrink-0 ${bubble.status === 'played' ? 'text-wa-read' : 'text-wa-ink-2'}`}
        />
      )}
      <span className="absolute bottom-1 left-[54px] text-[11px]/4 text-wa-ink-2 tabular-nums">
        {broken ? words.mediaMissing : durationName(playing || at > 0 ? at : seconds)}
      </span>
      {source !== '' && (
        <audio
          ref={audio}
          src={source}
          preload="none"
          onPlay={onPlay}
          onPause={() => setPlaying(false)}
          onEnded={() => setAt(0)}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
          onError={() => setBroken(true)}
        />
      )}
    </div>
  )
}

function Bars({ peaks, share }: { peaks: number[]; share: number }) {
  return (
    <svg viewBox={`0 0 ${barCount * 4} 28`} preserveAspectRatio="none" className="block h-7 w-full" aria-hidden="true">
      {peaks.map((peak, index) => {
        const height = Math.max(3, peak * 26)
        return (
          <rect
            key={index}
            x={index * 4 + 0.75}
            y={14 - height / 2}
            width="2.500"
            height={height}
            rx="1.250"
            className={(index + 0.5) / barCount <= share ? 'fill-wa-accent' : 'fill-wa-ink-2/45'}
          />
        )
      })}
    </svg>
  )
}

/** Reads the recording once it has been drawn; until then, or if it cannot be read, a guess stands in. */
function useWaveform(source: string, name: string) {
  const [waveform, setWaveform] = useState(() => ({ peaks: guessedPeaks(name, barCount), seconds: 0 }))
  useEffect(() => {
    if (source === '') return
    let wanted = true
    readWaveform(source).then(
      (read) => wanted && setWaveform(read),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [source])
  return waveform
}
