import { Trans, useLingui } from '@lingui/react/macro'
import { CONTACTS_MAX } from '#core/message/check/limits.ts'
import { newContact } from '../blank.ts'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function ContactsKind({ content, onChange }: KindProps<'contacts'>) {
  const { t } = useLingui()
  const { contacts } = content
  const put = (next: typeof contacts) => onChange({ ...content, contacts: next })
  return (
    <>
      {contacts.map((card, index) => {
        const change = (part: Partial<typeof card>) => put(withAt(contacts, index, { ...card, ...part }))
        const [phone] = card.phones
        return (
          <Group key={index} title={contacts.length > 1 && t`Contacto ${index + 1}`}>
            <div className="flex items-start gap-1.5">
              <TextPart
                autoFocus={index === 0}
                className="flex-1"
                field={`contacts.${index}.name`}
                label={t`Nombre`}
                value={card.name}
                onChange={(name) => change({ name })}
              />
              {contacts.length > 1 && (
                <Remove label={t`Quitar el contacto ${index + 1}`} onPress={() => put(withAt(contacts, index, null))} />
              )}
            </div>
            <TextPart
              field={`contacts.${index}.phones.0.phone`}
              label={t`Teléfono`}
              type="tel"
              placeholder="+52 55 1234 5678"
              value={phone?.phone ?? ''}
              onChange={(text) => change({ phones: [{ type: 'WORK', waId: null, ...phone, phone: text }] })}
            />
            <TextPart
              field={`contacts.${index}.emails.0`}
              label={t`Correo (opcional)`}
              type="email"
              value={card.emails[0] ?? ''}
              onChange={(email) => change({ emails: email === '' ? [] : [email] })}
            />
            <TextPart
              field={`contacts.${index}.organisation`}
              label={t`Empresa (opcional)`}
              value={card.organisation ?? ''}
              onChange={(organisation) => change({ organisation: organisation === '' ? null : organisation })}
            />
          </Group>
        )
      })}
      <More isFull={contacts.length >= CONTACTS_MAX} onPress={() => put([...contacts, newContact()])}>
        <Trans>Otro contacto</Trans>
      </More>
    </>
  )
}
