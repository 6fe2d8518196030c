import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ConversationId } from '#core/account/account.ts'
import { addressOf } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import { windowOf } from '#core/window/window.ts'
import { ContactConsents } from '../consent/contact-consents.tsx'
import { useNow } from '../feed/clock.ts'
import { GroupFacts } from '../group/group-facts.tsx'
import { usePeopleOf } from '../group/use-people.ts'
import { formatLocale, withWords } from '../i18n/i18n.ts'
import { duration, shortDateTime } from '../i18n/time-words.ts'
import { IconButton } from '../kit/button.tsx'
import { later } from '../kit/later.tsx'
import { toggleContact } from '../shell/aside.ts'
import { ContactFace } from '../kit/window-ring.tsx'
import { useMe } from '../session/session.ts'
import { useContactOf, useConversation } from '../store/desk-store.ts'
import { ContactPrivacy } from '../privacy/contact-privacy.tsx'
import { ContactMerges } from './merge/contact-merges.tsx'
import { useName } from './use-name.ts'
import { ContactBlock } from './contact-block.tsx'
import { ContactZone } from './contact-zone.tsx'
import { Fact, Section } from './panel-parts.tsx'
import { countryOf, phoneWords } from './phone.ts'

const ContactCalls = later(
  withWords(() => import('../calls/contact-calls.tsx')),
  <section className="h-24 border-t border-border" aria-hidden />,
)

/** Who this is, and how this conversation stands. */
export default function ContactPanel({ id }: { readonly id: ConversationId }) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const conversation = useConversation(id)
  const contact = useContactOf(conversation)
  const name = useName()(contact)
  usePeopleOf(contact)
  if (!conversation || !contact) return null
  const faced = facing(contact, conversation.of)
  const phone = addressOf(faced, 'phone')?.value ?? null
  const userId = addressOf(faced, 'user-id')?.value ?? null
  const others = contact.addresses.filter((address) => address.kind === 'phone' && !faced.addresses.includes(address))
  const country = phone ? countryOf(phone) : (userId?.slice(0, 2) ?? null)
  const window = windowOf(conversation, now)
  const line = me.lines.find((known) => known.id === conversation.lineId)
  const assignee = me.agents.find((agent) => agent.id === conversation.assigneeId)
  const locale = formatLocale()
  const isPerson = contact.erasedAt === undefined && contact.group === undefined
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-13 shrink-0 items-center border-b border-border pr-2 pl-4">
        <h2 className="flex-1 text-sm font-semibold">
          {contact.group ? <Trans>Grupo</Trans> : <Trans>Contacto</Trans>}
        </h2>
        <IconButton label={t`Cerrar`} keys="I" onPress={toggleContact}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto pb-6">
        <div className="flex flex-col items-center gap-2 px-4 pt-6 pb-4 text-center">
          <ContactFace name={name} isGroup={contact.group !== undefined} window={window} now={now} size={68} />
          <p className="mt-1 text-lg leading-6 font-semibold">{name}</p>
          {contact.erasedAt !== undefined && (
            <p className="text-sm text-text-2">{t`Borrada el ${shortDateTime(contact.erasedAt, formatLocale())}`}</p>
          )}
          {contact.username && <p className="text-sm text-text-2">{contact.username}</p>}
        </div>
        {contact.group && <GroupFacts contact={contact} group={contact.group} />}
        {isPerson && (
          <Section title={t`Identidad`}>
            <Fact name={t`Teléfono`} copy={phone ? `+${phone}` : null}>
              {phone ? (
                phoneWords(phone, me.account.country)
              ) : (
                <span className="text-text-3">{t`WhatsApp lo oculta`}</span>
              )}
              {others.map(({ value }) => (
                <span key={value} className="block text-text-2">
                  {phoneWords(value, me.account.country)}
                </span>
              ))}
            </Fact>
            {userId && (
              <Fact name={t`Id de WhatsApp`} copy={userId}>
                <span className="font-mono text-xs">{userId}</span>
              </Fact>
            )}
            <Fact name={t`Su hora local`}>
              <ContactZone contact={contact} country={country} />
            </Fact>
            {country && (
              <Fact name={t`País`}>{new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country}</Fact>
            )}
            <Fact name={t`Contacto desde`}>
              {new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(contact.createdAt)}
            </Fact>
          </Section>
        )}
        {isPerson && <ContactMerges contact={contact} />}
        {isPerson && <ContactConsents contact={contact} lineId={conversation.lineId} />}
        {isPerson && <ContactCalls conversation={conversation} />}
        <Section title={t`Esta conversación`}>
          <Fact name={t`Número nuestro`}>
            {line ? (
              <span>
                {line.name}
                <span className="block text-xs text-text-3 tabular">{line.address}</span>
              </span>
            ) : (
              '—'
            )}
          </Fact>
          <Fact name={t`Agente`}>{assignee?.name ?? <Trans>Sin asignar</Trans>}</Fact>
          <Fact name={t`Ventana`}>
            {window.kind === 'open' ? (
              <Trans>abierta, quedan {duration(window.closesAt - now)}</Trans>
            ) : window.closedAt === null ? (
              <Trans>cerrada: aún no ha escrito</Trans>
            ) : (
              <Trans>cerrada desde {shortDateTime(window.closedAt, locale)}</Trans>
            )}
          </Fact>
          {conversation.waitingSince !== null && (
            <Fact name={t`Espera`}>{duration(now - conversation.waitingSince)}</Fact>
          )}
          {conversation.freeEntryUntil !== null && conversation.freeEntryUntil > now && (
            <Fact name={t`Entrada gratuita`}>
              <Trans>hasta {shortDateTime(conversation.freeEntryUntil, locale)}</Trans>
            </Fact>
          )}
          <Fact name={t`Abierta`}>{shortDateTime(conversation.openedAt, locale)}</Fact>
          {conversation.resolvedAt !== null && (
            <Fact name={t`Resuelta`}>{shortDateTime(conversation.resolvedAt, locale)}</Fact>
          )}
        </Section>
        {isPerson && <ContactBlock contact={contact} conversation={conversation} />}
        {isPerson && <ContactPrivacy contact={contact} />}
      </div>
    </div>
  )
}
