import { ClipboardCheck, House, MapPin, Phone, PhoneOff, ShoppingBag, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bubble } from '../control/types.ts'
import { Formatted } from '../text/formatted.tsx'
import { useWords } from '../words/index.ts'
import { CardView } from './card-view.tsx'
import { ProductHeader } from './product-header.tsx'
import { errorTitleOf } from './content.ts'
import type { Content } from './content-types.ts'
import { DocumentView, PictureView, StickerView, VideoView } from './media-view.tsx'
import { SoundView } from './sound-view.tsx'

/** The inside of a bubble. `tail` keeps room for the time after the last word. */
export function ContentView({ bubble, content, tail }: { bubble: Bubble; content: Content; tail: ReactNode }) {
  const words = useWords()
  switch (content.kind) {
    case 'text':
    case 'system':
      return <Formatted text={content.text} tail={tail} />
    case 'picture':
      return (
        <>
          <PictureView source={content.source} caption={content.caption} />
          <Caption text={content.caption} tail={tail} />
        </>
      )
    case 'video':
      return (
        <>
          <VideoView source={content.source} caption={content.caption} />
          <Caption text={content.caption} tail={tail} />
        </>
      )
    case 'sticker':
      return (
        <>
          <StickerView source={content.source} />
          <div className="h-4" />
        </>
      )
    case 'sound':
      return <SoundView bubble={bubble} source={content.source} voice={content.voice} />
    case 'document':
      return (
        <>
          <DocumentView source={content.source} name={content.name} type={content.type} />
          <Caption text={content.caption} tail={tail} />
        </>
      )
    case 'location':
      return <LocationView place={content} tail={tail} />
    case 'contacts':
      return (
        <>
          {content.people.map((person, index) => (
            <p key={index} className="flex min-w-[190px] items-center gap-2.5 py-1">
              <span className="grid size-9 shrink-0 place-items-center rounded-full bg-black/8 text-wa-ink-2">
                <UserRound size={18} aria-hidden="true" />
              </span>
              <span className="min-w-0">
                <span className="block truncate font-semibold">{person.name || words.contact}</span>
                <span className="block truncate text-[12.5px]/4 text-wa-ink-2 tabular-nums">{person.detail}</span>
              </span>
            </p>
          ))}
          <div className="h-4" />
        </>
      )
    case 'order':
      return (
        <>
          <p className="flex min-w-[190px] items-center gap-2.5 py-1">
            <span className="grid size-9 shrink-0 place-items-center rounded-[8px] bg-black/8 text-wa-accent">
              <ShoppingBag size={18} aria-hidden="true" />
            </span>
            <span>
              <span className="block font-semibold">{words.orderItems(content.count)}</span>
              <span className="block text-[12.5px]/4 text-wa-ink-2 tabular-nums">{content.total}</span>
            </span>
          </p>
          <Lines lines={content.lines} />
          <Caption text={content.text} tail={tail} />
        </>
      )
    case 'answer':
      return (
        <>
          <p className="flex min-w-[190px] items-center gap-2 font-semibold">
            <span className="shrink-0 text-wa-accent" aria-hidden="true">
              {content.isAddress ? <House size={16} /> : <ClipboardCheck size={16} />}
            </span>
            {content.isAddress ? words.addressSent : words.formSent}
          </p>
          <Lines lines={content.lines} />
          <div className="h-4" />
        </>
      )
    case 'call-answer':
      return (
        <p className="flex items-center gap-2">
          <span className="shrink-0 text-wa-accent" aria-hidden="true">
            {content.isYes ? <Phone size={15} /> : <PhoneOff size={15} />}
          </span>
          <span>
            {content.isYes ? words.callsAllowed : words.callsRefused}
            {tail}
          </span>
        </p>
      )
    case 'product':
      return <ProductHeader id={content.id} />
    case 'card':
      return <CardView card={content.card} tail={tail} />
    case 'call':
    case 'call-reminder':
    case 'group-line':
      return null
    case 'unknown':
      return (
        <p className="text-wa-ink-2 italic">
          {errorTitleOf(bubble) || words.unsupported} ({content.type}){tail}
        </p>
      )
  }
}

/** At most five lines of what was ordered or filled in. */
function Lines({ lines }: { lines: string[] }) {
  const more = lines.length - MOST_LINES
  return (
    <ul className="pt-0.5 text-[12.5px]/4.5 text-wa-ink-2">
      {lines.slice(0, MOST_LINES).map((line, index) => (
        <li key={index} className="truncate">
          {line}
        </li>
      ))}
      {more > 0 && <li>+ {more}</li>}
    </ul>
  )
}

const MOST_LINES = 5

/** Words under a medium; without them, the line that carries the time. */
function Caption({ text, tail }: { text: string; tail: ReactNode }) {
  return text === '' ? (
    <div className="h-4" />
  ) : (
    <div className="pt-1">
      <Formatted text={text} tail={tail} />
    </div>
  )
}

type Place = { latitude: number; longitude: number; name: string; address: string }

/** A drawn map, not a fetched one: the emulator never leaves the machine. */
export function LocationView({ place, tail }: { place: Place; tail: ReactNode }) {
  const words = useWords()
  const where = `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`
  return (
    <div className="-mx-1 -mt-0.5 min-w-[210px]">
      <a
        href={`https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=16/${place.latitude}/${place.longitude}`}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={`${words.openMap}: ${place.name || where}`}
        className="relative block h-28 overflow-hidden rounded-[7px] bg-[#e3ecdf]"
      >
        <svg viewBox="0 0 220 112" className="size-full" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
          <path d="M0 78c50-14 90 10 130-6s60-30 90-26v66H0z" fill="#cfe0ea" />
          <path
            d="M-4 30 224 58M40-4l30 120M130-4 108 116M-4 96 180-4M190-4l-20 120"
            stroke="#fff"
            strokeWidth="7"
            fill="none"
          />
          <path d="M-4 62 224 20" stroke="#f7e3a8" strokeWidth="8" fill="none" />
        </svg>
        <MapPin
          size={30}
          aria-hidden="true"
          className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-full fill-wa-danger text-white"
        />
      </a>
      <div className="px-1 pt-1">
        {place.name !== '' && <p className="font-semibold">{place.name}</p>}
        <p className="text-[12.5px]/4.5 text-wa-ink-2 tabular-nums">
          {place.address || where}
          {tail}
        </p>
      </div>
    </div>
  )
}
