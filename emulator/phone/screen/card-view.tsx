import {
  Copy,
  ExternalLink,
  FormInput,
  House,
  List,
  MapPin,
  Phone,
  PhoneOff,
  Reply,
  ShoppingBag,
  Truck,
  UserRound,
  Wallet,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bubble } from '../control/types.ts'
import { tell } from '../state/notice.ts'
import { answerCallRequest, payBill, shareContact, sharePlace } from '../state/answers.ts'
import { sendMessage } from '../state/send.ts'
import { useApp } from '../state/store.ts'
import { Formatted } from '../text/formatted.tsx'
import { useWords } from '../words/index.ts'
import type { Card, CardButton } from './content-types.ts'
import { LocationHeader } from './location-header.tsx'
import { DocumentView, PictureView, VideoView } from './media-view.tsx'
import { OfferView } from './offer-view.tsx'
import { ProductHeader } from './product-header.tsx'

/** A template or interactive message: header, words, footer. Its buttons hang below the bubble. */
export function CardView({ card, tail }: { card: Card; tail: ReactNode }) {
  const { header } = card
  return (
    <>
      {header?.kind === 'text' && <p className="pb-0.5 font-semibold">{header.text}</p>}
      {header?.kind === 'picture' && <PictureView source={header.source} caption="" />}
      {header?.kind === 'video' && <VideoView source={header.source} caption="" />}
      {header?.kind === 'document' && <DocumentView source={header.source} name={header.name} type={header.type} />}
      {header?.kind === 'location' && <LocationHeader name={header.name} address={header.address} />}
      {header?.kind === 'product' && <ProductHeader id={header.id} />}
      {card.offer !== null && <OfferView offer={card.offer} />}
      {(card.body !== '' || tail !== null) && (
        <div className={header !== null && header.kind !== 'text' ? 'pt-1' : ''}>
          <Formatted text={card.body} tail={card.footer === '' ? tail : null} />
        </div>
      )}
      {card.standing !== undefined && <Standing state={card.standing} />}
      {card.footer !== '' && (
        <p className="pt-0.5 text-[12.5px]/4.5 text-wa-ink-2">
          {card.footer}
          {tail}
        </p>
      )}
    </>
  )
}

/** How an order stands; Meta's word where we know none. */
function Standing({ state }: { state: string }) {
  const { orderStates } = useWords()
  const known: Readonly<Record<string, string>> = orderStates
  return (
    <p className="mt-1 mb-4 flex items-center gap-1.5 rounded-[6px] bg-black/5 px-2 py-1.5 font-semibold">
      <Truck size={16} aria-hidden="true" className="shrink-0 text-wa-accent" /> {known[state] ?? state}
    </p>
  )
}

/** What the customer may tap. Buttons without a counterpart on this phone (a call) are shown and do nothing. */
export function CardActions({ bubble, card }: { bubble: Bubble; card: Card }) {
  const words = useWords()
  const target = bubble.wamid
  const act = (button: CardButton) => {
    switch (button.kind) {
      case 'reply':
        return sendMessage(
          { kind: 'press', target, buttonId: button.id },
          { type: 'button', button: { text: button.text } },
          target,
        )
      case 'flow':
        return useApp.setState({ sheet: { kind: 'flow', wamid: target, token: button.token } })
      case 'location':
        return sharePlace(target)
      case 'catalog':
        return useApp.setState({ sheet: { kind: 'cart', wamid: target, ids: button.ids } })
      case 'contact':
        return shareContact(target)
      case 'allow-calls':
        return answerCallRequest(target, 'temporary')
      case 'always-allow-calls':
        return answerCallRequest(target, 'permanent')
      case 'refuse-calls':
        return answerCallRequest(target, 'no')
      case 'address':
        return useApp.setState({ sheet: { kind: 'address', wamid: target, known: button.known } })
      case 'pay':
      case 'fail-to-pay':
        return payBill(target, button.kind === 'pay')
      case 'copy':
        return void navigator.clipboard?.writeText(button.code).then(() => tell(words.copied))
      default:
        return undefined
    }
  }
  return (
    <div className="flex flex-col gap-[3px] pt-[3px]">
      {card.buttons.map((button, index) =>
        button.kind === 'link' && button.href !== '' ? (
          <a key={index} href={button.href} target="_blank" rel="noopener noreferrer" className={pill}>
            <ExternalLink size={15} aria-hidden="true" /> {button.text}
          </a>
        ) : (
          <button
            key={index}
            type="button"
            disabled={button.kind === 'call' || button.kind === 'link'}
            onClick={() => act(button)}
            className={pill}
          >
            <ButtonGlyph kind={button.kind} /> <span className="min-w-0">{labelOf(button, words)}</span>
          </button>
        ),
      )}
      {card.list !== null && (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => useApp.setState({ sheet: { kind: 'list', wamid: target } })}
          className={pill}
        >
          <List size={16} aria-hidden="true" /> {card.list.label}
        </button>
      )}
    </div>
  )
}

const pill =
  'flex min-h-9 items-center justify-center gap-1.5 rounded-[10px] bg-white px-3 py-1.5 text-center text-[14px]/[18px] font-semibold text-wa-accent shadow-bubble hover:bg-[#f4faf7] disabled:cursor-default disabled:hover:bg-white'

const labelOf = (button: CardButton, words: ReturnType<typeof useWords>): string => {
  if (button.kind === 'copy') return button.text || words.copyCode(button.code)
  if (button.kind === 'catalog' && button.items > 1) return words.viewItems(button.items)
  if (button.text !== '') return button.text
  switch (button.kind) {
    case 'location':
      return words.shareLocation
    case 'contact':
      return words.shareContact
    case 'allow-calls':
      return words.allowCalls
    case 'always-allow-calls':
      return words.alwaysAllowCalls
    case 'refuse-calls':
      return words.refuseCalls
    case 'address':
      return words.giveAddress
    case 'pay':
      return words.pay
    case 'fail-to-pay':
      return words.failToPay
    case 'call':
      return words.call
    default:
      return button.kind === 'catalog' && button.items === 1 ? words.orderItem : words.viewCatalog
  }
}

function ButtonGlyph({ kind }: { kind: CardButton['kind'] }) {
  const size = { size: 15, 'aria-hidden': true } as const
  switch (kind) {
    case 'copy':
      return <Copy {...size} />
    case 'flow':
      return <FormInput {...size} />
    case 'location':
      return <MapPin {...size} />
    case 'catalog':
      return <ShoppingBag {...size} />
    case 'contact':
      return <UserRound {...size} />
    case 'address':
      return <House {...size} />
    case 'refuse-calls':
      return <PhoneOff {...size} />
    case 'allow-calls':
    case 'always-allow-calls':
    case 'call':
      return <Phone {...size} />
    case 'link':
      return <ExternalLink {...size} />
    case 'pay':
    case 'fail-to-pay':
      return <Wallet {...size} />
    case 'reply':
      return <Reply {...size} />
  }
}
