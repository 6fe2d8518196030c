import {
  ChartBar,
  Clapperboard,
  FileText,
  Forward,
  Image,
  Images,
  MapPin,
  Megaphone,
  Mic,
  Music,
  ShoppingBag,
  Smile,
  Sticker,
  Timer,
  UserRound,
  Video,
} from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { MediaKind } from '../control/types.ts'
import {
  sendAlbum,
  sendForwarded,
  sendFromAd,
  sendMovingSticker,
  sendSampleContact,
  sendSampleOrder,
  sendSamplePlace,
  sendUnsupported,
} from '../state/samples.ts'
import { sendFile, sendSample } from '../state/send.ts'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { Sheet } from './sheet.tsx'

/** Everything a customer can attach: from this computer, or a sample with one tap. */
export function AttachSheet() {
  const words = useWords()
  const inGroup = useApp((state) => state.group !== null)
  const glyph = { size: 18, 'aria-hidden': true } as const
  return (
    <Sheet title={words.attach}>
      <Row kind="image" accept="image/jpeg,image/png" name={words.photo} glyph={<Image {...glyph} />} />
      <Row kind="video" accept="video/mp4,video/3gpp" name={words.video} glyph={<Video {...glyph} />} />
      <Row kind="document" accept="" name={words.document} glyph={<FileText {...glyph} />} />
      <Row kind="audio" accept="audio/*" name={words.audio} glyph={<Music {...glyph} />} />
      <div className="grid grid-cols-3 gap-1.5 pt-2.5 pb-1">
        <Tile name={words.voice} glyph={<Mic {...glyph} />} onClick={() => sendSample('voice')} />
        <Tile name={words.sticker} glyph={<Sticker {...glyph} />} onClick={() => sendSample('sticker')} />
        <Tile name={words.location} glyph={<MapPin {...glyph} />} onClick={sendSamplePlace} />
        <Tile name={words.contact} glyph={<UserRound {...glyph} />} onClick={sendSampleContact} />
        {!inGroup && (
          <>
            <Tile name={words.order} glyph={<ShoppingBag {...glyph} />} onClick={() => sendSampleOrder()} />
            <Tile name={words.fromAd} glyph={<Megaphone {...glyph} />} onClick={sendFromAd} />
          </>
        )}
        <Tile name={words.movingSticker} glyph={<Smile {...glyph} />} onClick={sendMovingSticker} />
        <Tile name="GIF" glyph={<Clapperboard {...glyph} />} onClick={() => sendSample('video')} />
        <Tile name={words.album} glyph={<Images {...glyph} />} onClick={sendAlbum} />
        <Tile name={words.forwardedOften} glyph={<Forward {...glyph} />} onClick={sendForwarded} />
        <Tile name={words.poll} glyph={<ChartBar {...glyph} />} onClick={() => sendUnsupported('poll')} />
        <Tile name={words.disappearing} glyph={<Timer {...glyph} />} onClick={() => sendUnsupported('ephemeral')} />
      </div>
    </Sheet>
  )
}

function Row({ kind, accept, name, glyph }: { kind: MediaKind; accept: string; name: string; glyph: ReactNode }) {
  const words = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div className="flex min-h-11 items-center gap-2 border-b border-wa-line/70">
      <button
        type="button"
        onClick={() => chooser.current?.click()}
        aria-label={words.fileOf(name)}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-[8px] px-1 text-left text-[14px] font-medium hover:bg-wa-bar"
      >
        <span className="text-wa-accent">{glyph}</span>
        <span className="truncate">{name}</span>
      </button>
      <button
        type="button"
        onClick={() => sendSample(kind)}
        aria-label={words.sampleOf(name)}
        className="h-7 shrink-0 rounded-full bg-wa-bar px-3 text-[12px] font-semibold text-wa-accent hover:bg-wa-line"
      >
        {words.sample}
      </button>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        hidden
        aria-label={words.fileOf(name)}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) sendFile(kind, file)
        }}
      />
    </div>
  )
}

const Tile = ({ name, glyph, onClick }: { name: string; glyph: ReactNode; onClick: () => void }) => (
  <button
    type="button"
    onClick={onClick}
    className="flex min-h-16 flex-col items-center justify-center gap-1.5 rounded-[10px] bg-wa-bar px-1 text-center text-[11.5px]/3.5 font-medium hover:bg-wa-line"
  >
    <span className="text-wa-accent">{glyph}</span>
    {name}
  </button>
)
