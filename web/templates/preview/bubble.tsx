import { Trans, useLingui } from '@lingui/react/macro'
import {
  Copy,
  ExternalLink,
  FileInput,
  FileText,
  Image,
  LayoutGrid,
  List,
  MapPin,
  Phone,
  Play,
  Reply,
  Timer,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { mediaUrl } from '../../api/api.ts'
import { useNow } from '../../feed/clock.ts'
import { duration } from '../../i18n/time-words.ts'
import { cx } from '../../kit/cx.ts'
import { FormattedText } from '../../thread/formatted-text.tsx'
import type { Shown, ShownHeader, ShownParts } from '../model/shown.ts'

/** WhatsApp folds longer texts behind "read more"; where exactly differs between its applications [K]. */
const FOLD_LENGTH = 768
/** From four on, WhatsApp shows two buttons and a list of all (Meta, Templates, Components, 2025-12 [K]). */
const BUTTONS_SHOWN_MAX = 3

type ButtonsProps = {
  readonly buttons: ShownParts['buttons']
  /** Somebody taps a button; absent: buttons are only shown. */
  readonly onTap?: ((text: string, kind: string) => void) | undefined
  readonly onList?: (() => void) | undefined
}

type BubbleProps = Omit<ButtonsProps, 'buttons'> & {
  readonly shown: Shown
  readonly time?: string
  /** The card brought into sight. */
  readonly card?: number
}

/** A template as the customer sees it, in one bubble and, for a carousel, the cards below. */
export function TemplateBubble({ shown, time, card = 0, onTap, onList }: BubbleProps) {
  const { header, body, footer, buttons, cards, offer } = shown
  return (
    <>
      <div className="phone-bubble w-fit max-w-[88%] min-w-[62%] overflow-visible text-[13.5px] leading-[18.5px]">
        <div className="px-2 pt-1.5 pb-1">
          {header && <HeaderView header={header} />}
          {offer && <OfferView offer={offer} />}
          <BodyText text={body} />
          {footer && (
            <p className="pt-1 text-xs text-(--phone-meta)" dir="auto">
              {footer}
            </p>
          )}
          {time && <p className="-mt-0.5 text-right text-[11px] leading-4 text-(--phone-meta) tabular">{time}</p>}
        </div>
        <Buttons buttons={buttons} onTap={onTap} onList={onList} />
      </div>
      {cards.length > 0 && <Cards cards={cards} card={card} onTap={onTap} />}
    </>
  )
}

function BodyText({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false)
  const folds = text.length > FOLD_LENGTH && !open
  const shown = folds ? `${text.slice(0, FOLD_LENGTH).trimEnd()}…` : text
  if (text.trim() === '') {
    return (
      <span aria-hidden className="flex flex-col gap-1.5 py-1">
        {['92%', '78%', '46%'].map((width) => (
          <span key={width} className="h-2.5 rounded-full bg-(--phone-inset)" style={{ width }} />
        ))}
      </span>
    )
  }
  return (
    <div className="break-words">
      <FormattedText text={shown} />
      {folds && (
        <button type="button" className="phone-link font-medium" onClick={() => setOpen(true)}>
          <Trans>Leer más</Trans>
        </button>
      )}
    </div>
  )
}

function HeaderView({ header }: { readonly header: ShownHeader }) {
  const { t } = useLingui()
  if (header.kind === 'text') {
    return (
      <p className="pb-0.5 font-semibold break-words" dir="auto">
        {header.text}
      </p>
    )
  }
  if (header.kind === 'document') {
    return (
      <p className="mb-1.5 flex items-center gap-2 rounded-md bg-(--phone-inset) px-2 py-2 text-xs">
        <FileText size={20} className="shrink-0 text-(--phone-meta)" aria-hidden />
        <span className="min-w-0 truncate">{header.filename ?? t`documento.pdf`}</span>
      </p>
    )
  }
  const { mediaId } = header.kind === 'location' ? { mediaId: null } : header
  const Icon = header.kind === 'location' ? MapPin : header.kind === 'video' || header.kind === 'gif' ? Play : Image
  const isVideo = header.kind === 'video' || header.kind === 'gif'
  const below = header.kind === 'location' ? (header.name ?? header.address) : mediaId === null ? header.filename : null
  return (
    <span className="-mx-1 -mt-0.5 mb-1.5 flex aspect-[1.91] flex-col items-center gap-1 justify-center overflow-hidden rounded-lg bg-(--phone-inset) text-(--phone-meta)">
      {mediaId && !isVideo && <img src={mediaUrl(mediaId)} alt="" className="size-full object-cover" />}
      {mediaId && isVideo && <video src={mediaUrl(mediaId)} muted className="size-full object-cover" />}
      {!mediaId && <Icon size={30} strokeWidth={1.5} aria-hidden />}
      {below && <span className="max-w-full truncate px-3 text-xs">{below}</span>}
    </span>
  )
}

/** How long an offer lasts whose end nobody has given yet. */
const EXAMPLE_LEFT = '23 h 59 min'

function OfferView({ offer }: { readonly offer: NonNullable<Shown['offer']> }) {
  const now = useNow()
  return (
    <span className="mb-1.5 flex items-center gap-2.5 rounded-md bg-(--phone-inset) px-2.5 py-2">
      <Timer size={22} strokeWidth={1.75} className="shrink-0 text-(--phone-meta)" aria-hidden />
      <span className="min-w-0 text-xs leading-4">
        <span className="block truncate font-semibold text-(--phone-text)">{offer.text || '▢'}</span>
        {offer.expires && (
          <span className="block text-(--phone-meta)">
            <Trans>Quedan {offer.until === null ? EXAMPLE_LEFT : duration(offer.until - now)}</Trans>
          </span>
        )}
        {offer.code && (
          <span className="block text-(--phone-meta)">
            <Trans>Código: {offer.code}</Trans>
          </span>
        )}
      </span>
    </span>
  )
}

function Buttons({ buttons, onTap, onList }: ButtonsProps) {
  const { t } = useLingui()
  const isLong = buttons.length > BUTTONS_SHOWN_MAX
  const shown = isLong ? buttons.slice(0, BUTTONS_SHOWN_MAX - 1) : buttons
  return (
    <>
      {shown.map(({ kind, text }, index) => (
        <Row key={index} onPress={onTap && (() => onTap(text, kind))} icon={<ButtonIcon kind={kind} />}>
          {text || <Wordless kind={kind} />}
        </Row>
      ))}
      {isLong && (
        <Row onPress={onList} icon={<List size={14} aria-hidden />}>
          {t`Ver todas las opciones`}
        </Row>
      )}
    </>
  )
}

type RowProps = {
  readonly onPress: (() => void) | undefined
  readonly icon: React.ReactNode
  readonly children: React.ReactNode
}

function Row({ onPress, icon, children }: RowProps) {
  const look =
    'phone-link flex min-h-9 w-full items-center justify-center gap-1.5 border-t border-(--phone-line) px-3 py-1.5 text-sm font-medium'
  const inner = (
    <>
      {icon}
      <span className="min-w-0 truncate">{children}</span>
    </>
  )
  return onPress ? (
    <button type="button" className={cx(look, 'active:opacity-60 focus-visible:-outline-offset-2')} onClick={onPress}>
      {inner}
    </button>
  ) : (
    <span className={look}>{inner}</span>
  )
}

/** What Meta writes on a button that has no words of ours. */
function Wordless({ kind }: { readonly kind: string }) {
  switch (kind) {
    case 'COPY_CODE':
      return <Trans>Copiar código de la oferta</Trans>
    case 'CATALOG':
      return <Trans>Ver catálogo</Trans>
    case 'MPM':
      return <Trans>Ver artículos</Trans>
    default:
      return '▢'
  }
}

export function ButtonIcon({ kind }: { readonly kind: string }) {
  const Icon = BUTTON_GLYPHS[kind] ?? Reply
  return <Icon size={14} className="shrink-0" aria-hidden />
}
const BUTTON_GLYPHS: Readonly<Record<string, typeof Reply>> = {
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
  VOICE_CALL: Phone,
  COPY_CODE: Copy,
  FLOW: FileInput,
  CATALOG: LayoutGrid,
  MPM: LayoutGrid,
}

/** Cards lie side by side and are swiped. */
type CardsProps = {
  readonly cards: readonly ShownParts[]
  readonly card: number
  readonly onTap: ButtonsProps['onTap']
}

function Cards({ cards, card, onTap }: CardsProps) {
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const list = row.current
    const shown = list?.children[card]
    if (list && shown instanceof HTMLElement) list.scrollTo({ left: shown.offsetLeft - list.offsetLeft - 12 })
  }, [card])
  const { t } = useLingui()
  return (
    <ul
      ref={row}
      tabIndex={0}
      aria-label={t`Tarjetas del carrusel`}
      className="-mx-3 flex snap-x snap-mandatory scroll-px-3 gap-2 overflow-x-auto px-3 pt-1.5 pb-2"
    >
      {cards.map((card, index) => (
        <li
          key={index}
          className="phone-bubble phone-bubble-plain flex w-[76%] shrink-0 snap-start flex-col text-[13px] leading-[18px]"
        >
          <div className="flex-1 px-2 pt-2 pb-1.5">
            {card.header && <HeaderView header={card.header} />}
            {card.body && <BodyText text={card.body} />}
          </div>
          <Buttons buttons={card.buttons} onTap={onTap} />
        </li>
      ))}
    </ul>
  )
}
