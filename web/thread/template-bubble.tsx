import { Trans, useLingui } from '@lingui/react/macro'
import {
  ClipboardList,
  Copy,
  ExternalLink,
  FileText,
  Image,
  LayoutGrid,
  MapPin,
  Phone,
  PhoneCall,
  Play,
  Reply,
  ShoppingBag,
  Timer,
  UserRound,
} from 'lucide-react'
import type { Message } from '#core/message/message.ts'
import type { FilledTemplate } from '#core/template/template.ts'
import { mediaUrl } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import type { Shown, ShownHeader, ShownParts } from '../templates/model/shown.ts'
import { shownOfFilled } from '../templates/model/shown-send.ts'
import { ActionRow } from './action-row.tsx'
import { DocumentHeader } from './document-parts.tsx'
import { FormattedText } from './formatted-text.tsx'
import { Meta } from './meta.tsx'

type Props = { readonly message: Message; readonly template: FilledTemplate }

/** A template that was sent, with everything it was given. */
export function TemplateBubble({ message, template }: Props) {
  const { header, body, footer, buttons, cards, offer } = shownOfFilled(template)
  return (
    <div className={hasFile(header) ? FILE_WIDTH : 'min-w-60'}>
      {header && header.kind !== 'text' && <FileHeader header={header} messageId={message.messageId} />}
      <div className="px-2.5 pt-1.5 pb-1">
        {header?.kind === 'text' && <p className="pb-0.5 font-semibold">{header.text}</p>}
        {offer && <Offer offer={offer} />}
        <FormattedText text={body} />
        <p className="mt-1 flex items-center justify-between gap-4 text-xs text-bubble-out-meta">
          <span className="truncate" title={`${template.name} · ${template.language}`}>
            {footer ? `${footer} · ` : ''}
            <Trans>plantilla</Trans>
          </span>
          <Meta message={message} />
        </p>
      </div>
      <TemplateButtons buttons={buttons} />
      {cards.length > 0 && (
        <ul className="flex max-w-full snap-x gap-2 overflow-x-auto border-t border-bubble-out-line p-2" tabIndex={0}>
          {cards.map((card, index) => (
            <Card key={index} card={card} messageId={message.messageId} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** The words below a file are as wide as it is, as on a telephone. */
const FILE_WIDTH = 'w-77 max-w-full'

const hasFile = (header: ShownHeader | null): boolean =>
  header !== null && ['image', 'video', 'gif', 'document'].includes(header.kind)

type CardProps = { readonly card: ShownParts; readonly messageId: string }

const Card = ({ card: { header, body, buttons }, messageId }: CardProps) => (
  <li className="flex w-44 shrink-0 snap-start flex-col overflow-hidden rounded-md bg-inset-out text-sm">
    {header && header.kind !== 'text' && <FileHeader header={header} messageId={messageId} />}
    <div className="flex-1 px-2 py-1.5">
      <FormattedText text={body} />
    </div>
    <TemplateButtons buttons={buttons} />
  </li>
)

const Offer = ({ offer }: { readonly offer: NonNullable<Shown['offer']> }) => (
  <p className="mb-1.5 flex items-center gap-2 rounded-md bg-inset-out px-2 py-1.5 text-xs">
    <Timer size={16} className="shrink-0 text-bubble-out-meta" aria-hidden />
    <span className="min-w-0">
      <span className="block font-semibold text-text">{offer.text}</span>
      <span className="block text-bubble-out-meta">
        {offer.until !== null && <Trans>Hasta {shortDateTime(offer.until, formatLocale())}</Trans>}
        {offer.until !== null && offer.code !== null && ' · '}
        {offer.code}
      </span>
    </span>
  </p>
)

type FileProps = { readonly header: Exclude<ShownHeader, { kind: 'text' }>; readonly messageId: string }

function FileHeader({ header, messageId }: FileProps) {
  if (header.kind === 'location') {
    const { name, address } = header
    return (
      <NamedHeader icon={<MapPin size={18} className="shrink-0" aria-hidden />}>
        {name ?? address}
        {name && address && <span className="block truncate text-xs font-normal text-text-2">{address}</span>}
      </NamedHeader>
    )
  }
  const { kind, mediaId, filename } = header
  const source = mediaId && mediaUrl(mediaId)
  if (source && kind === 'image') {
    return (
      <a href={source} target="_blank" rel="noreferrer" className="block p-0.75 pb-0">
        <img src={source} alt={filename ?? ''} className="aspect-[1.91] w-full rounded-[8px] object-cover" />
      </a>
    )
  }
  if (source && (kind === 'video' || kind === 'gif')) {
    return (
      <div className="p-0.75 pb-0">
        <video src={source} controls preload="metadata" className="aspect-[1.91] w-full rounded-[8px] bg-chip" />
      </div>
    )
  }
  if (mediaId && kind === 'document') {
    return <DocumentHeader mediaId={mediaId} filename={filename} media={null} messageId={messageId} />
  }
  const Icon = { image: Image, video: Play, gif: Play, document: FileText, product: LayoutGrid }[kind]
  return (
    <NamedHeader href={source} icon={<Icon size={18} aria-hidden />}>
      {filename}
    </NamedHeader>
  )
}

type NamedProps = { readonly icon: React.ReactNode; readonly href?: string | null; readonly children: React.ReactNode }

function NamedHeader({ icon, href, children }: NamedProps) {
  const look = 'flex min-w-0 items-center gap-2 rounded-md bg-inset-out px-2.5 py-2 text-sm font-medium text-text'
  return (
    <div className="p-1 pb-0">
      {href ? (
        <a href={href} target="_blank" rel="noreferrer" className={look}>
          {icon} <span className="truncate">{children}</span>
        </a>
      ) : (
        <span className={look}>
          {icon} <span className="truncate">{children}</span>
        </span>
      )}
    </div>
  )
}

export function TemplateButtons({ buttons }: Pick<ShownParts, 'buttons'>) {
  const { t } = useLingui()
  // WhatsApp writes these itself, whatever the template says.
  const fixed: Readonly<Record<string, string>> = {
    CALL_PERMISSION_REQUEST: t`Permitir llamadas`,
    REQUEST_CONTACT_INFO: t`Compartir el teléfono`,
    COPY_CODE: t`Copiar código`,
  }
  return buttons.map(({ kind, text }, index) => (
    <ActionRow key={index} icon={iconOf(kind)}>
      {fixed[kind] ?? text}
    </ActionRow>
  ))
}

function iconOf(kind: string) {
  switch (kind) {
    case 'URL':
      return <ExternalLink size={14} aria-hidden />
    case 'PHONE_NUMBER':
      return <Phone size={14} aria-hidden />
    case 'VOICE_CALL':
    case 'CALL_PERMISSION_REQUEST':
      return <PhoneCall size={14} aria-hidden />
    case 'REQUEST_CONTACT_INFO':
      return <UserRound size={14} aria-hidden />
    case 'SEND_LOCATION':
      return <MapPin size={14} aria-hidden />
    case 'FLOW':
      return <ClipboardList size={14} aria-hidden />
    case 'COPY_CODE':
    case 'OTP':
      return <Copy size={14} aria-hidden />
    case 'SPM':
      return <ShoppingBag size={14} aria-hidden />
    case 'CATALOG':
    case 'MPM':
      return <LayoutGrid size={14} aria-hidden />
    default:
      return <Reply size={14} aria-hidden />
  }
}
