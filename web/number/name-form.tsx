import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { NumberView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { refreshMe } from '../session/session.ts'
import { Part } from './part.tsx'

type Props = {
  readonly number: NumberView
  readonly onChange: (number: NumberView) => void
  readonly onReload: () => Promise<void>
}

/** What agents call it, and what customers read. */
export function NameForm({ number, onChange, onReload }: Props) {
  const { t } = useLingui()
  const { line, atMeta } = number
  const [name, setName] = useState(line.name)
  const [displayName, setDisplayName] = useState(atMeta?.newName ?? atMeta?.displayName ?? '')
  const [refused, setRefused] = useState<string | null>(null)
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    const result = await call('renameLine', { params: { id: line.id }, body: { name } })
    if (!result.ok) return
    await Promise.all([refreshMe(), onReload()])
    say(t`Nombre guardado`)
  }
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const result = await call('askDisplayName', { params: { id: line.id }, body: { displayName } })
    setRefused(result.ok ? null : (result.error.errors[0]?.found ?? result.error.title))
    if (!result.ok) return
    onChange(result.value)
    say(t`Meta revisará el nombre`)
  }
  return (
    <Part
      title={t`Nombres`}
      hint={t`El del equipo cambia al momento; el visible lo revisa Meta, y el anterior queda hasta que lo apruebe.`}
    >
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <form onSubmit={(event) => void rename(event)} className="flex items-end gap-2">
          <Field
            label={t`Nombre para el equipo`}
            value={name}
            testId="line-name"
            required
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
            className="flex-1"
          />
          <Button type="submit" className="h-9!" isDisabled={name === line.name}>
            <Trans>Guardar</Trans>
          </Button>
        </form>
        <form onSubmit={(event) => void ask(event)} className="flex items-end gap-2">
          <Field
            label={t`Nombre visible`}
            value={displayName}
            required
            minLength={3}
            maxLength={120}
            error={refused}
            onChange={(event) => setDisplayName(event.target.value)}
            className="flex-1"
          />
          <Button
            type="submit"
            className="h-9!"
            isDisabled={atMeta === null || displayName === (atMeta.newName ?? atMeta.displayName)}
          >
            <Trans>Pedir</Trans>
          </Button>
        </form>
      </div>
    </Part>
  )
}
