import { Trans, useLingui } from '@lingui/react/macro'
import { Copy, ExternalLink, MapPin } from 'lucide-react'
import type { Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { initials } from '../kit/avatar.tsx'
import { IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { say } from '../kit/toast.tsx'
import { Meta } from './meta.tsx'

const ground = (message: Message) => (message.direction === 'out' ? 'bg-inset-out' : 'bg-inset-in')

type LocationProps = { readonly message: Message; readonly content: Extract<Content, { kind: 'location' }> }

/** A place, without asking anybody's map server: the pin, the words, and a link for whoever wants the map. */
export function LocationCard({ message, content }: LocationProps) {
  const { latitude, longitude, name, address } = content
  const point = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  return (
    <div className="p-1">
      <a
        href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
        target="_blank"
        rel="noreferrer noopener"
        className={cx('block w-70 max-w-full overflow-hidden rounded-md', ground(message))}
      >
        <span className="relative block h-24 overflow-hidden bg-selected" aria-hidden>
          <svg
            viewBox="0 0 280 96"
            preserveAspectRatio="xMidYMid slice"
            className="size-full stroke-surface"
            fill="none"
          >
            <path
              d="M-10 70 70 52l60 22 70-40 100 14M40-10l30 62 10 60M150-10l-20 84-8 40M220-10l-20 44 34 80"
              strokeWidth="5"
            />
            <path d="M-10 22 60 30l76 4 64-18 100-6M-10 92l90-6 60 4 70-20 90 6" strokeWidth="2.5" />
          </svg>
          <MapPin size={28} className="absolute top-8 left-1/2 -translate-x-1/2 fill-danger-soft text-danger" />
        </span>
        <span className="flex items-start gap-2 p-2.5">
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-medium text-text">
              {name ?? <Trans>Ubicación compartida</Trans>}
            </span>
            <span className="block text-xs text-text-2">{address ?? point}</span>
          </span>
          <ExternalLink size={14} className="mt-0.5 shrink-0 text-text-2" aria-hidden />
        </span>
      </a>
      <div className="flex justify-end px-1.5 pt-0.5">
        <Meta message={message} />
      </div>
    </div>
  )
}

type ContactsProps = { readonly message: Message; readonly content: Extract<Content, { kind: 'contacts' }> }

export function ContactCards({ message, content: { contacts, own } }: ContactsProps) {
  const { t } = useLingui()
  const copy = (phone: string) => {
    void navigator.clipboard.writeText(phone)
    say(t`Teléfono copiado`)
  }
  return (
    <div className="p-1">
      <div className={cx('w-70 max-w-full rounded-md', ground(message))}>
        {own && (
          <p className="px-2.5 pt-2 text-xs font-semibold text-text-2">
            <Trans>Compartió su teléfono</Trans>
          </p>
        )}
        {contacts.map((card, index) => (
          <div key={index} className={cx('flex items-center gap-3 p-2.5', index > 0 && 'border-t border-border')}>
            <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-surface text-xs font-semibold text-text-2">
              {initials(card.name)}
            </span>
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium text-text">{card.name}</span>
              {card.organisation && <span className="block truncate text-xs text-text-2">{card.organisation}</span>}
              {card.phones.map(({ phone }) => (
                <span key={phone} className="block text-xs text-text-2 tabular">
                  {phone}
                </span>
              ))}
              {card.emails.map((email) => (
                <span key={email} className="block truncate text-xs text-text-2">
                  {email}
                </span>
              ))}
            </span>
            {card.phones[0] && (
              <IconButton label={t`Copiar teléfono`} onPress={() => copy(card.phones[0]?.phone ?? '')}>
                <Copy size={14} aria-hidden />
              </IconButton>
            )}
          </div>
        ))}
      </div>
      <div className="flex justify-end px-1.5 pt-0.5">
        <Meta message={message} />
      </div>
    </div>
  )
}
