import { Trans, useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { useName } from '../use-name.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'
import { SHORTEST, useFound } from '../use-found.ts'

type Props = {
  readonly contact: Contact
  readonly onChoose: (other: Contact, evidence: readonly []) => void
  readonly onClose: () => void
}

/** Another contact, found by name or number among those who were ever spoken with. */
export function FindContactDialog({ contact, onChoose, onClose }: Props) {
  const { t } = useLingui()
  const nameOf = useName()
  const me = useMe()
  const [query, setQuery] = useState('')
  const { state, found: everybody } = useFound(query)
  const found = everybody.filter(({ contactId }) => contactId !== contact.contactId)
  return (
    <Dialog label={t`Unir con otro contacto`} onClose={onClose} width="sm">
      <div className="flex min-h-0 flex-col px-3 pb-3">
        <p className="px-2 pb-2 text-sm text-text-2">
          <Trans>Busque a quien es la misma persona. Antes de unirlos los verá lado a lado.</Trans>
        </p>
        <div className="mx-2 mb-2 flex h-9 shrink-0 items-center gap-2 rounded-sm border border-control px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus max-md:h-11">
          <Search size={15} className="text-text-3" aria-hidden />
          <input
            autoFocus
            value={query}
            aria-label={t`Buscar contacto`}
            placeholder={t`Nombre o número`}
            onChange={(event) => setQuery(event.target.value)}
            className="min-w-0 flex-1 bg-transparent text-md outline-none"
          />
        </div>
        <ul className="min-h-40 flex-1 overflow-y-auto" data-testid="found-contacts">
          {found.map((other) => {
            const phone = addressOf(other, 'phone')
            return (
              <li key={other.contactId}>
                <button
                  type="button"
                  className="flex min-h-9 w-full items-center gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 max-md:min-h-11"
                  onClick={() => onChoose(other, [])}
                >
                  <span className="min-w-0 flex-1 truncate font-medium">{nameOf(other)}</span>
                  {phone && (
                    <span className="text-xs text-text-2 tabular">{phoneWords(phone.value, me.account.country)}</span>
                  )}
                </button>
              </li>
            )
          })}
          {found.length === 0 && (
            <li className="px-2 py-8 text-center text-sm text-text-2" role="status">
              {state === 'unasked' && <Trans>Escriba al menos {SHORTEST} letras o cifras</Trans>}
              {state === 'found' && <Trans>No hay ningún otro contacto así</Trans>}
              {state === 'failed' && <Trans>No se pudo buscar. Compruebe la conexión y escriba otra vez.</Trans>}
            </li>
          )}
        </ul>
      </div>
    </Dialog>
  )
}
