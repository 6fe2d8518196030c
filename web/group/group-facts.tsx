import { Trans, useLingui } from '@lingui/react/macro'
import type { Contact } from '#core/contact/contact.ts'
import type { Group, Participant } from '#core/group/group.ts'
import { present } from '#core/group/group.ts'
import { Fact, Section } from '../contact/panel-parts.tsx'
import { useName } from '../contact/use-name.ts'
import { addressOf } from '#core/contact/contact.ts'
import { phoneWords } from '../contact/phone.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { AgentFace } from '../kit/avatar.tsx'
import { useMe } from '../session/session.ts'
import { useDesk } from '../store/desk-store.ts'

/** Of a group, what stands where a person's identity would: who is in it, and how it stands. */
export function GroupFacts({ contact, group }: { readonly contact: Contact; readonly group: Group }) {
  const { t } = useLingui()
  const inside = present(group)
  const gone = group.participants.filter(({ isIn }) => !isIn)
  const id = addressOf(contact, 'group')?.value ?? null
  return (
    <>
      <Section title={t`Grupo`}>
        {group.state.value !== 'active' && (
          <Fact name={t`Estado`}>
            <span className="text-danger">
              {group.state.value === 'suspended' ? t`suspendido por WhatsApp` : t`ya no existe`}
            </span>
          </Fact>
        )}
        {group.description.value && <Fact name={t`Descripción`}>{group.description.value}</Fact>}
        {id && (
          <Fact name={t`Id de WhatsApp`} copy={id}>
            <span className="font-mono text-xs">{id}</span>
          </Fact>
        )}
      </Section>
      <Section title={t`Participantes`}>
        {inside.length === 0 && <p className="text-sm text-text-2">{t`Todavía no sabemos quién está`}</p>}
        {inside.map((participant) => (
          <Person key={participant.contactId} participant={participant} />
        ))}
      </Section>
      {gone.length > 0 && (
        <Section title={t`Ya no están`}>
          {gone.map((participant) => (
            <Person key={participant.contactId} participant={participant} />
          ))}
        </Section>
      )}
      <p className="px-4 pb-3 text-xs text-text-2">
        <Trans>
          Lo que se escribe aquí lo lee todo el grupo. Las conversaciones privadas de cada persona están aparte.
        </Trans>
      </p>
    </>
  )
}

function Person({ participant: { contactId, isIn, at } }: { readonly participant: Participant }) {
  const me = useMe()
  const contact = useDesk((state) => state.contacts.get(contactId))
  const name = useName()(contact)
  const phone = contact ? (addressOf(contact, 'phone')?.value ?? null) : null
  const since = shortDateTime(at, formatLocale())
  return (
    <div className="flex min-h-9 items-center gap-2.5" data-testid="participant">
      <AgentFace id={contactId} name={name} size={28} />
      <span className="min-w-0">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block truncate text-xs text-text-2 tabular">
          {isIn ? phone && phoneWords(phone, me.account.country) : <Trans>salió {since}</Trans>}
        </span>
      </span>
    </div>
  )
}
