import { FileText, ImageOff } from 'lucide-react'
import { useState } from 'react'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'

type Medium = { source: string; caption: string }

export function PictureView({ source, caption }: Medium) {
  const words = useWords()
  const [broken, setBroken] = useState(false)
  if (source === '' || broken) return <Missing label={words.photo} />
  return (
    <button
      type="button"
      aria-label={words.enlarge}
      onClick={() => useApp.setState({ sheet: { kind: 'picture', source, caption } })}
      className="-mx-1 -mt-0.5 block w-[calc(100%+8px)] overflow-hidden rounded-[7px]"
    >
      <img
        src={source}
        alt={caption || words.photo}
        onError={() => setBroken(true)}
        className="max-h-72 min-h-24 w-full min-w-[180px] bg-black/5 object-cover"
      />
    </button>
  )
}

export function VideoView({ source, caption }: Medium) {
  const words = useWords()
  const [broken, setBroken] = useState(false)
  if (source === '' || broken) return <Missing label={words.video} />
  return (
    <video
      src={source}
      controls
      playsInline
      preload="metadata"
      aria-label={caption || words.video}
      onError={() => setBroken(true)}
      className="-mx-1 -mt-0.5 max-h-72 min-h-28 w-[calc(100%+8px)] max-w-none min-w-[200px] rounded-[7px] bg-black"
    />
  )
}

export function StickerView({ source }: { source: string }) {
  const words = useWords()
  const [broken, setBroken] = useState(false)
  if (source === '' || broken) return <Missing label={words.sticker} />
  return <img src={source} alt={words.sticker} onError={() => setBroken(true)} className="size-32 object-contain" />
}

export function DocumentView({ source, name, type }: { source: string; name: string; type: string }) {
  const words = useWords()
  const inside = (
    <>
      <FileText size={26} strokeWidth={1.5} aria-hidden="true" className="shrink-0 text-wa-danger" />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-[13px]/4.5 font-medium break-all">{name || words.document}</span>
        <span className="text-[11px]/4 text-wa-ink-2">{type}</span>
      </span>
    </>
  )
  const box = '-mx-1 -mt-0.5 flex min-w-[200px] items-center gap-2.5 rounded-[7px] bg-black/5 px-2.5 py-2'
  if (source === '') return <div className={box}>{inside}</div>
  return (
    <a
      href={source}
      target="_blank"
      rel="noopener noreferrer"
      className={`${box} hover:bg-black/8`}
      title={words.download}
    >
      {inside}
    </a>
  )
}

function Missing({ label }: { label: string }) {
  const words = useWords()
  return (
    <div className="-mx-1 -mt-0.5 flex h-28 min-w-[190px] flex-col items-center justify-center gap-1.5 rounded-[7px] bg-black/5 text-[12px] text-wa-ink-2">
      <ImageOff size={20} strokeWidth={1.5} aria-hidden="true" />
      {label} · {words.mediaMissing}
    </div>
  )
}
