import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import type { DuplicateView } from '#contract/contact.ts'
import { fromContactView } from '#contract/convert-contact.ts'
import type { AccountId } from '#core/account/account.ts'
import { type Contact, ownName } from '#core/contact/contact.ts'
import { call } from '../api/api.ts'
import { conversationsOf } from '../contact/conversations-of.ts'
import { useNames } from '../contact/merge/use-names.ts'
import { phoneWords } from '../contact/phone.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'

type Props = {
  readonly pair: DuplicateView
  /** Where one comes in by the tab key. */
  readonly isFirst: boolean
  readonly onCompare: () => void
  readonly onSettled: () => void
}

/** Two who may be one: who they are, what speaks for it, and what to say. Enter compares, D says that they are two. */
export function PairRow({ pair, isFirst, onCompare, onSettled }: Props) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [one, other] = useBoth(pair)
  const [name, otherName] = useNames({ contact: one }, { contact: other })
  const kinds = pair.evidence.map(({ kind }) => kind)
  const keepApart = async () => {
    setBusy(true)
    const body = { from: other.contactId, evidence: [...new Set(kinds)] }
    const done = await call('keepContactsApart', { params: { id: one.contactId }, body })
    setBusy(false)
    say(done.ok ? t`Anotado: ${name} y ${otherName} son personas distintas` : done.error.detail || done.error.title)
    onSettled()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.key === 'Enter') onCompare()
    else if (event.key === 'd' && !busy) void keepApart()
    else return
    event.preventDefault()
  }
  return (
    <li
      data-testid="possible-duplicate"
      aria-label={t`${name} y ${otherName}`}
      tabIndex={isFirst ? 0 : -1}
      onKeyDown={onKeyDown}
      className="border-b border-border px-4 py-3 last:border-0 focus-visible:-outline-offset-2"
    >
      <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
        <Person contact={one} name={name} />
        <Person contact={other} name={otherName} />
      </div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 pt-2">
        <div className="flex min-w-56 flex-1 items-baseline gap-2 text-sm">
          <Chip tone={pair.evidence[0]?.strength === 'strong' ? 'warn' : 'plain'}>
            {pair.evidence[0]?.strength === 'strong' ? t`indicio fuerte` : t`indicio`}
          </Chip>
          <ul className="min-w-0 [overflow-wrap:anywhere] text-text-2">
            {pair.evidence.map(({ kind, own, words }) => (
              <li key={kind + own}>{words}</li>
            ))}
          </ul>
        </div>
        <div className="flex flex-wrap gap-1.5 max-md:w-full max-md:*:h-11 max-md:*:flex-1">
          <Button size="sm" onPress={onCompare}>
            <Trans>Comparar y unir…</Trans>
          </Button>
          <Button size="sm" look="quiet" isDisabled={busy} onPress={() => void keepApart()}>
            <Trans>Son personas distintas</Trans>
          </Button>
        </div>
      </div>
    </li>
  )
}

export function useBoth({ contacts: [one, other] }: DuplicateView): readonly [Contact, Contact] {
  const accountId = useMe().account.id as AccountId
  return [fromContactView(one, accountId), fromContactView(other, accountId)]
}

/** One of the two; the name leads to what was said with them last. */
function Person({ contact, name }: { readonly contact: Contact; readonly name: string }) {
  const { t } = useLingui()
  const country = useMe().account.country
  const navigate = useNavigate()
  const phones = ownName(contact) === null ? [] : contact.addresses.filter(({ kind }) => kind === 'phone')
  const since = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium' }).format(contact.createdAt)
  const open = async () => {
    const found = await conversationsOf(contact.contactId)
    if (found === null) return say(t`No se pudo abrir. Compruebe la conexión e intente otra vez.`)
    if (found.newest === null) return say(t`Con ${name} no se ha hablado todavía`)
    await navigate({ to: '/inbox/$conversationId', params: { conversationId: found.newest.id }, search: {} })
  }
  return (
    <div className="min-w-0">
      <button
        type="button"
        onClick={() => void open()}
        title={t`Abrir la conversación`}
        className="max-w-full rounded-sm text-left text-md font-semibold [overflow-wrap:anywhere] underline-offset-2 hover:underline max-md:min-h-11"
      >
        {name}
      </button>
      <p className="text-xs leading-4.5 text-text-2 tabular">
        {[...phones.map(({ value }) => phoneWords(value, country)), contact.name === null ? null : contact.username]
          .filter(Boolean)
          .map((word) => (
            <span key={word} className="block [overflow-wrap:anywhere]">
              {word}
            </span>
          ))}
        <Trans>Contacto desde el {since}</Trans>
      </p>
    </div>
  )
}
