import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import type { BarredView } from '#contract/policy.ts'
import type { Covers } from '#core/policy/rights.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { Field, inputLook } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { Section } from './section.tsx'

/** What the server takes at once. */
const AT_ONCE = 1_000

/** Whom nobody may contact: those who asked for it, and those of public lists. */
export function DoNotContact({ onChange }: { readonly onChange: () => void }) {
  const { t } = useLingui()
  const [entries, setEntries] = useState<readonly BarredView[]>([])
  const [next, setNext] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const load = (cursor: string | null, q: string) =>
    void call('listDoNotContact', { query: { limit: 50, ...(q && { q }), ...(cursor && { cursor }) } }).then(
      (result) => {
        if (!result.ok) return say(result.error.title)
        setEntries((known) => (cursor === null ? result.value.data : [...known, ...result.value.data]))
        setNext(result.value.next)
      },
    )
  useEffect(() => load(null, query), [query])
  const changed = () => {
    load(null, query)
    onChange()
  }
  const remove = async (address: string) => {
    const reason = t`Quitado de la lista a mano`
    const result = await call('removeDoNotContact', { body: { addresses: [address], reason } })
    if (result.ok) changed()
    else say(result.error.title)
  }
  return (
    <Section
      title={t`No contactar`}
      hint={t`A estas personas no se les escribe primero. Si escriben, se les responde.`}
    >
      <AddForm onAdded={changed} />
      <div className="border-t border-border px-5 pt-3">
        <Field
          label={t`Buscar un número`}
          value={query}
          inputMode="tel"
          onChange={(event) => setQuery(event.target.value)}
          className="max-w-70"
        />
      </div>
      <ul className="px-5 py-2">
        {entries.map(({ address, covers, reason, by }) => (
          <li key={address} data-testid="barred" className="flex items-center gap-3 py-1.5 text-sm max-md:min-h-11">
            <span className="font-medium tabular">{/^\d+$/.test(address) ? `+${address}` : address}</span>
            <Chip>{covers === 'marketing' ? <Trans>Publicidad</Trans> : <Trans>Todo</Trans>}</Chip>
            <span className="min-w-0 flex-1 truncate text-text-2">
              {reason}
              {by && ` · ${by}`}
            </span>
            <Button size="sm" look="quiet" onPress={() => void remove(address)}>
              <Trans>Quitar</Trans>
            </Button>
          </li>
        ))}
        {entries.length === 0 && (
          <li className="py-4 text-center text-sm text-text-2">
            {query ? <Trans>Ningún número empieza así.</Trans> : <Trans>La lista está vacía.</Trans>}
          </li>
        )}
      </ul>
      {next && (
        <div className="flex justify-center pb-3">
          <Button size="sm" onPress={() => load(next, query)}>
            <Trans>Ver más</Trans>
          </Button>
        </div>
      )}
    </Section>
  )
}

/** One number, or as many as somebody pastes, one on each line. */
function AddForm({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [covers, setCovers] = useState<Covers>('everything')
  const [refused, setRefused] = useState<readonly string[]>([])
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const lines = text
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter(Boolean)
    if (lines.length === 0 || reason.trim().length < 3) return say(t`Hacen falta números y un motivo.`)
    const bad: string[] = []
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const addresses = lines.slice(from, from + AT_ONCE)
      const result = await call('addDoNotContact', { body: { addresses, covers, reason: reason.trim() } })
      if (!result.ok) return say(result.error.detail || result.error.title)
      bad.push(...result.value.refused.map(({ found }) => found))
    }
    setRefused(bad)
    setText(bad.join('\n'))
    if (bad.length === 0) setReason('')
    onAdded()
  }
  return (
    <form onSubmit={(event) => void add(event)} data-testid="bar-form" className="flex flex-col gap-3 px-5 py-4">
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Números, uno por línea</Trans>
        <textarea
          value={text}
          rows={3}
          onChange={(event) => setText(event.target.value)}
          placeholder="+57 300 111 2233"
          className={`${inputLook} py-1.5 font-normal`}
        />
      </label>
      {refused.length > 0 && (
        <p role="alert" className="text-xs font-medium text-danger">
          <Plural
            value={refused.length}
            one="# línea no se entendió y sigue arriba."
            other="# líneas no se entendieron y siguen arriba."
          />
        </p>
      )}
      <div className="flex items-end gap-3 max-md:flex-col max-md:items-stretch">
        <Field
          label={t`Motivo o procedencia`}
          value={reason}
          maxLength={500}
          placeholder={t`Por ejemplo: lista Robinson, 2026-11`}
          onChange={(event) => setReason(event.target.value)}
          className="flex-1"
        />
        <select
          aria-label={t`Qué no se le envía`}
          value={covers}
          onChange={(event) => setCovers(event.target.value as Covers)}
          className={`${inputLook} h-9 md:w-auto!`}
        >
          <option value="everything">{t`Nada por iniciativa nuestra`}</option>
          <option value="marketing">{t`Solo sin publicidad`}</option>
        </select>
        <Button type="submit" look="primary" className="h-9! max-md:h-11!">
          <Trans>Añadir</Trans>
        </Button>
      </div>
    </form>
  )
}
