import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { GreetingsView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { isSame } from './same.ts'
import { Part } from './part.tsx'
import { UnreadPart } from './unread-part.tsx'

/** Meta shows at most so many ice-breakers (cloud-api §1.1); of commands, few are read. */
const PROMPTS_MAX = 4
const COMMANDS_MAX = 30

/** What is offered in an empty chat, and after a slash. */
export function Greetings({ lineId }: { readonly lineId: string }) {
  const { t } = useLingui()
  const [greetings, setGreetings] = useState<GreetingsView | null>(null)
  const [kept, setKept] = useState<GreetingsView | null>(null)
  const [isUnread, setUnread] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const read = useCallback(async () => {
    const result = await call('getGreetings', { params: { id: lineId } })
    setUnread(!result.ok)
    if (!result.ok) return
    setGreetings(result.value)
    setKept(result.value)
  }, [lineId])
  useEffect(() => void read(), [read])
  if (isUnread && greetings === null) return <UnreadPart title={t`Saludos`} onAgain={read} />
  if (greetings === null) return null
  const { prompts, commands } = greetings
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const body = {
      prompts: prompts.filter((each) => each.trim() !== ''),
      commands: commands.filter(({ name }) => name.trim() !== ''),
    }
    const result = await call('putGreetings', { params: { id: lineId }, body })
    setRefused(result.ok ? null : (result.error.errors[0]?.found ?? result.error.title))
    if (!result.ok) return
    setGreetings(result.value)
    setKept(result.value)
    say(t`Saludos guardados`)
  }
  return (
    <Part
      title={t`Saludos`}
      hint={t`Hasta cuatro preguntas que se ofrecen en un chat vacío, y órdenes que aparecen al escribir una barra.`}
    >
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3 empty:hidden max-md:grid-cols-1">
          {prompts.map((prompt, index) => (
            <Field
              key={index}
              label={t`Pregunta ${index + 1}`}
              value={prompt}
              maxLength={80}
              onChange={(event) =>
                setGreetings({
                  prompts: prompts.map((each, at) => (at === index ? event.target.value : each)),
                  commands,
                })
              }
            />
          ))}
        </div>
        {commands.map((command, index) => (
          <div key={index} className="flex items-end gap-2">
            <Field
              label={t`Orden`}
              value={command.name}
              maxLength={32}
              placeholder="saldo"
              onChange={(event) =>
                setGreetings({ prompts, commands: changed(commands, index, { name: event.target.value }) })
              }
              className="w-40"
            />
            <Field
              label={t`Qué hace`}
              value={command.description}
              maxLength={256}
              onChange={(event) =>
                setGreetings({ prompts, commands: changed(commands, index, { description: event.target.value }) })
              }
              className="flex-1"
            />
            <IconButton
              label={t`Quitar ${command.name}`}
              onPress={() => setGreetings({ prompts, commands: commands.filter((_, at) => at !== index) })}
            >
              <X size={15} aria-hidden />
            </IconButton>
          </div>
        ))}
        {refused && (
          <p role="alert" className="text-sm text-danger">
            {refused}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          {prompts.length < PROMPTS_MAX && (
            <Button
              look="quiet"
              className="-ml-3 max-md:h-11"
              onPress={() => setGreetings({ prompts: [...prompts, ''], commands })}
            >
              <Plus size={14} aria-hidden />
              <Trans>Pregunta</Trans>
            </Button>
          )}
          {commands.length < COMMANDS_MAX && (
            <Button
              look="quiet"
              className="max-md:h-11"
              onPress={() => setGreetings({ prompts, commands: [...commands, { name: '', description: '' }] })}
            >
              <Plus size={14} aria-hidden />
              <Trans>Orden</Trans>
            </Button>
          )}
          <span className="flex-1" />
          <Button type="submit" className="max-md:h-11" isDisabled={isSame(greetings, kept)}>
            <Trans>Guardar saludos</Trans>
          </Button>
        </div>
      </form>
    </Part>
  )
}

type Command = GreetingsView['commands'][number]
const changed = (commands: readonly Command[], index: number, change: Partial<Command>): Command[] =>
  commands.map((each, at) => (at === index ? { ...each, ...change } : each))
