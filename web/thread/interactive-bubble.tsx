import { Trans, useLingui } from '@lingui/react/macro'
import {
  ClipboardList,
  ExternalLink,
  House,
  LayoutGrid,
  ListIcon,
  MapPin,
  PhoneCall,
  ReceiptText,
  ShoppingBag,
  UserRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { InteractiveContent } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { ActionRow } from './action-row.tsx'
import { BillStandingRow } from './bill-standing-row.tsx'
import { FormattedText } from './formatted-text.tsx'
import { HeaderFile } from './header-file.tsx'
import { Meta } from './meta.tsx'
import { OrderLines } from './order-lines.tsx'
import { useOrderStates } from './order-states.ts'

type Props<Kind extends InteractiveContent['kind'] = InteractiveContent['kind']> = {
  readonly message: Message
  readonly content: Extract<InteractiveContent, { kind: Kind }>
}

/** What we sent for the contact to tap: the words, and below them what there is to tap. */
export function InteractiveBubble({ message, content }: Props) {
  const header = 'header' in content ? content.header : null
  const footer = 'footer' in content ? content.footer : null
  const hasFile = header !== null && typeof header !== 'string'
  return (
    // The words below a file are as wide as it is, as on a telephone.
    <div className={hasFile ? 'w-77 max-w-full' : undefined}>
      {hasFile && <HeaderFile header={header} messageId={message.messageId} />}
      <div className="relative px-2.25 py-1.5">
        {typeof header === 'string' && header && <p className="font-semibold">{header}</p>}
        <FormattedText text={content.body ?? ''} end={footer ? undefined : <Meta message={message} float />} />
        {footer && (
          <p className="text-xs text-bubble-out-meta">
            {footer}
            <Meta message={message} float />
          </p>
        )}
      </div>
      <Actions message={message} content={content} />
    </div>
  )
}

function Actions({ message, content }: Props) {
  switch (content.kind) {
    case 'buttons':
      return content.buttons.map(({ id, title }) => <ActionRow key={id}>{title}</ActionRow>)
    case 'list':
      return <Sections label={content.button} sections={content.sections} />
    case 'link':
      return (
        <ActionRow icon={<ExternalLink size={14} aria-hidden />}>
          <a href={content.url} target="_blank" rel="noreferrer noopener" title={content.url}>
            {content.label}
          </a>
        </ActionRow>
      )
    case 'location-request':
      return (
        <ActionRow icon={<MapPin size={14} aria-hidden />}>
          <Trans>Enviar ubicación</Trans>
        </ActionRow>
      )
    case 'contact-request':
      return (
        <ActionRow icon={<UserRound size={14} aria-hidden />}>
          <Trans>Compartir el teléfono</Trans>
        </ActionRow>
      )
    case 'call-request':
      return (
        <ActionRow icon={<PhoneCall size={14} aria-hidden />}>
          <Trans>Permitir llamadas</Trans>
        </ActionRow>
      )
    case 'call-button':
      return <ActionRow icon={<PhoneCall size={14} aria-hidden />}>{content.label ?? <Trans>Llamar</Trans>}</ActionRow>
    case 'address-request':
      return (
        <ActionRow icon={<House size={14} aria-hidden />}>
          <Trans>Dar la dirección</Trans>
        </ActionRow>
      )
    case 'product':
      return <Products ids={[content.productId]} />
    case 'products':
      return content.sections.map((section, index) => (
        <Products key={index} title={section.title} ids={section.productIds} />
      ))
    case 'catalogue':
      return (
        <ActionRow icon={<LayoutGrid size={14} aria-hidden />}>
          <Trans>Ver el catálogo</Trans>
        </ActionRow>
      )
    case 'carousel':
      return <Cards message={message} content={content} />
    case 'form':
      return <ActionRow icon={<ClipboardList size={14} aria-hidden />}>{content.label}</ActionRow>
    case 'order-details':
      return (
        <>
          <OrderLines order={content} />
          <BillStandingRow message={message} order={content} />
        </>
      )
    case 'order-status':
      return <OrderStanding content={content} />
  }
}

type SectionsProps = {
  readonly label: string
  readonly sections: Extract<InteractiveContent, { kind: 'list' }>['sections']
}

function Sections({ label, sections }: SectionsProps) {
  return (
    <details className="group/list border-t border-bubble-out-line">
      <summary className="flex h-9 cursor-pointer list-none items-center justify-center gap-1.5 px-3 text-sm font-semibold text-link">
        <ListIcon size={15} aria-hidden /> {label}
      </summary>
      <ul className="border-t border-bubble-out-line px-3 py-1.5 text-sm">
        {sections.flatMap((section) => [
          section.title ? (
            <li key={section.title} className="pt-1 text-xs font-semibold text-bubble-out-meta">
              {section.title}
            </li>
          ) : null,
          ...section.rows.map((row) => (
            <li key={row.id} className="py-0.5">
              {row.title}
              {row.description && <span className="block text-xs text-bubble-out-meta">{row.description}</span>}
            </li>
          )),
        ])}
      </ul>
    </details>
  )
}

/** Products by their codes: their names and pictures lie in the catalogue at Meta. */
function Products({ title = null, ids }: { readonly title?: string | null; readonly ids: readonly string[] }) {
  return (
    <div className="border-t border-bubble-out-line px-3 py-1.5 text-sm">
      {title && <p className="text-xs font-semibold text-bubble-out-meta">{title}</p>}
      {ids.map((id) => (
        <p key={id} className="flex items-center gap-1.5 py-0.5">
          <ShoppingBag size={14} className="shrink-0 text-bubble-out-meta" aria-hidden />
          <span className="truncate font-mono text-xs">{id}</span>
        </p>
      ))}
    </div>
  )
}

function Cards({ message, content: { cards } }: Props<'carousel'>) {
  const { t } = useLingui()
  return (
    <ul
      aria-label={t`Tarjetas`}
      tabIndex={0}
      className="flex max-w-full snap-x gap-2 overflow-x-auto border-t border-bubble-out-line p-2"
    >
      {cards.map((card, index) => (
        <li
          key={index}
          className="flex w-44 shrink-0 snap-start flex-col overflow-hidden rounded-md bg-inset-out text-sm"
        >
          {card.kind === 'product' ? (
            <Products ids={[card.productId]} />
          ) : (
            <LinkCard message={message} card={card} body={card.body && <FormattedText text={card.body} />} />
          )}
        </li>
      ))}
    </ul>
  )
}

type LinkCardProps = Pick<Props, 'message'> & {
  readonly card: Extract<Props<'carousel'>['content']['cards'][number], { kind: 'link' }>
  readonly body: ReactNode
}

const LinkCard = ({ message, card, body }: LinkCardProps) => (
  <>
    <HeaderFile header={card.picture} messageId={message.messageId} />
    <div className="flex-1 px-2 py-1.5">{body}</div>
    <ActionRow icon={<ExternalLink size={14} aria-hidden />}>
      <a href={card.url} target="_blank" rel="noreferrer noopener" title={card.url}>
        {card.label}
      </a>
    </ActionRow>
  </>
)

function OrderStanding({ content }: { readonly content: Props<'order-status'>['content'] }) {
  const states = useOrderStates()
  return (
    <div className="flex items-start gap-2 border-t border-bubble-out-line px-3 py-2 text-sm">
      <ReceiptText size={16} className="mt-0.5 shrink-0 text-bubble-out-meta" aria-hidden />
      <span>
        <span className="block font-medium">{states.order[content.state]}</span>
        <span className="block text-xs text-bubble-out-meta">
          {content.reference}
          {content.payment && ` · ${states.payment[content.payment.state]}`}
          {content.note && ` · ${content.note}`}
        </span>
      </span>
    </div>
  )
}
