import { Trans, useLingui } from '@lingui/react/macro'
import { Phone, Search } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { AccountId } from '#core/account/account.ts'
import { useName } from '../contact/use-name.ts'
import { phoneWords } from '../contact/phone.ts'
import { SHORTEST, useFound } from '../contact/use-found.ts'
import { cx } from '../kit/cx.ts'
import { initials } from '../kit/avatar.tsx'
import { useMe } from '../session/session.ts'
import { isNumber, knownPerson, type Person, personAt } from './person.ts'
import { useRecipient } from './use-recipient.ts'

/** The shortest number the server reads. */
const SHORTEST_NUMBER = 5
const PAUSE_MS = 250

/** Whom to write to: a name is looked for, a number is read, whoever it belongs to. */
export function PersonPicker({ onChoose }: { readonly onChoose: (person: Person) => void }) {
  const { t, i18n } = useLingui()
  const { id, country: home } = useMe().account
  const accountId = id as AccountId
  const nameOf = useName()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const q = query.trim()
  const isPhone = isNumber(q)
  const { state, found } = useFound(query)
  const read = useRecipient(isPhone && q.length >= SHORTEST_NUMBER ? { phone: q } : null, PAUSE_MS)
  const typed = read?.kind === 'found' ? read.view : null
  const theirs = typed && personAt(typed, accountId, nameOf)
  const others = found
    .filter(({ contactId }) => contactId !== theirs?.contact?.contactId)
    .map((contact) => knownPerson(contact, nameOf))
  const people = theirs ? [theirs, ...others] : others
  const wrong = read?.kind === 'refused' ? read.problem.title : null
  const country = typed?.phone?.country ?? null

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && people.length > 0) {
      event.preventDefault()
      setAt((at + step + people.length) % people.length)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    const person = people[at]
    if (person) onChoose(person)
    else setTried(true)
  }
  return (
    <div className="flex min-h-0 flex-col px-3 pb-3">
      <div className="mx-2 flex h-9 shrink-0 items-center gap-2 rounded-sm border border-control px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus max-md:h-11">
        <Search size={15} className="text-text-3" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls="people-found"
          aria-activedescendant={people[at] ? `person-${at}` : undefined}
          aria-label={t`A quién escribir`}
          aria-invalid={tried && wrong !== null ? true : undefined}
          aria-describedby="people-said"
          placeholder={t`Nombre o número con código de país`}
          value={query}
          data-testid="outreach-person"
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
            setTried(false)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <ul
        id="people-found"
        role="listbox"
        aria-label={t`Personas encontradas`}
        className={cx('mt-2 min-h-0 overflow-y-auto', people.length === 0 && 'hidden')}
      >
        {people.map((person, index) => (
          <li
            key={person.contact?.contactId ?? 'typed'}
            id={`person-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => onChoose(person)}
            className={cx(
              'flex min-h-10 cursor-default items-center gap-3 rounded-md px-2 py-1.5 text-sm max-md:min-h-11',
              index === at && 'bg-selected',
            )}
          >
            <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-chip text-2xs font-semibold text-text-2">
              {person.contact ? initials(person.name) : <Phone size={14} aria-hidden />}
            </span>
            {person.contact ? (
              <span className="min-w-0 flex-1 truncate font-medium">{person.name}</span>
            ) : (
              <span className="min-w-0 flex-1 truncate">
                <Trans>
                  Escribir a <span className="font-medium tabular">{person.name}</span>
                </Trans>
              </span>
            )}
            <span className="shrink-0 text-xs text-text-2 tabular">
              {person.contact
                ? person.phone && phoneWords(person.phone, home)
                : country && countryName(country, i18n.locale)}
            </span>
          </li>
        ))}
      </ul>
      <p
        id="people-said"
        role="status"
        className={cx(
          'mx-2 text-sm empty:hidden',
          people.length > 0 ? 'mt-2 text-xs' : 'py-8 text-center',
          tried && wrong !== null ? 'font-medium text-danger' : 'text-text-2',
        )}
      >
        {wrong ??
          (people.length > 0 ? null : q.length < SHORTEST ? (
            <Trans>Busque a alguien por su nombre, o escriba un número con su código de país.</Trans>
          ) : state === 'failed' ? (
            <Trans>No se pudo buscar. Compruebe la conexión y escriba otra vez.</Trans>
          ) : state === 'found' && !isPhone ? (
            <Trans>Nadie se llama así. Para escribir a alguien nuevo, ponga su número.</Trans>
          ) : null)}
      </p>
    </div>
  )
}

const countryName = (country: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
