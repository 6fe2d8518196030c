import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Clock, LoaderCircle, Play, SendHorizontal } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { TemplateDetail } from '#contract/templates.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { say } from '../../kit/toast.tsx'
import { useMe } from '../../session/session.ts'
import { builder, errorsIn, goTo, trySubmit, useBuilder, useForm } from '../builder.ts'
import { hearOthers, kept, save, take, useKept } from '../kept.ts'
import { changesOf } from '../model/changes.ts'
import { isBlank } from '../model/form.ts'
import { fromBody } from '../model/from-body.ts'

type Props = { readonly onCreated: (id: string) => void }

/** The way to Meta: what stands in it, and what comes after. */
export function SubmitBar({ onCreated }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const form = useForm()
  const detail = useKept((state) => state.detail)
  const errors = useBuilder((state) => errorsIn(state).length)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  if (!me.permissions.includes('template:submit')) return null

  const submit = async () => {
    trySubmit()
    setRefused([])
    const [first] = errorsIn(builder())
    if (first) return goTo(first)
    setBusy(true)
    const isThere = await settled(onCreated)
    const { detail: now, problem } = kept()
    if (!isThere || now === null) {
      setBusy(false)
      return setRefused(problem ? messagesOf(problem) : [t`Todavía no se ha podido guardar.`])
    }
    const result = await call('submitTemplate', { params: { id: now.id }, body: { revision: now.revision } })
    setBusy(false)
    if (result.ok) {
      take(result.value)
      return say(t`Presentada a Meta. Se avisa aquí cuando conteste.`)
    }
    if (result.error.code === 'template-changed-meanwhile') void hearOthers()
    setRefused(messagesOf(result.error))
  }
  const unpause = async () => {
    if (detail === null) return
    const result = await call('unpauseTemplate', { params: { id: detail.id } })
    if (result.ok) take(result.value)
    else setRefused(messagesOf(result.error))
  }
  const isChanged =
    detail?.content == null || changesOf(fromBody(detail.content), form).length > 0 || detail.draft !== null
  const mayUnpause = detail?.status === 'PAUSED' && isFree(detail, 'unpause')
  return (
    <div data-testid="submit-bar" className="shrink-0 border-t border-border bg-canvas px-4 py-3">
      <Waits detail={detail} refused={refused} isChanged={isChanged} />
      <div className="flex items-center gap-2">
        {mayUnpause && (
          <Button className="h-9!" onPress={() => void unpause()}>
            <Play size={14} aria-hidden />
            <Trans>Reactivar</Trans>
          </Button>
        )}
        <Button
          look="primary"
          className="h-9! flex-1"
          data-testid="submit-template"
          isDisabled={busy || isBlank(form) || detail?.submission != null || detail?.status === 'PENDING' || !isChanged}
          onPress={() => void submit()}
        >
          {busy ? (
            <LoaderCircle size={15} className="animate-spin" aria-hidden />
          ) : (
            <SendHorizontal size={15} aria-hidden />
          )}
          {detail?.status === 'REJECTED' || detail?.status === 'PAUSED' ? (
            <Trans>Presentar de nuevo</Trans>
          ) : detail?.status === 'APPROVED' ? (
            <Trans>Presentar los cambios</Trans>
          ) : (
            <Trans>Presentar a Meta</Trans>
          )}
          {errors > 0 && (
            <span className="rounded-full bg-on-accent/20 px-1.5 text-xs tabular">
              <Plural value={errors} one="falta #" many="faltan #" other="faltan #" />
            </span>
          )}
        </Button>
      </div>
    </div>
  )
}

/** Stores what is written, also where a save is under way already. */
async function settled(onCreated: (id: string) => void): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    if (await save(onCreated)) return true
    if (kept().saving !== 'saving' && kept().saving !== 'waiting') return false
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return false
}

const messagesOf = ({
  errors,
  detail,
}: {
  readonly errors: readonly { readonly message: string }[]
  readonly detail: string
}) => (errors.length > 0 ? errors.map(({ message }) => message) : [detail])

export const isFree = (detail: TemplateDetail, action: 'archive' | 'unarchive' | 'unpause' | 'delete'): boolean =>
  (detail.can[action] ?? []).length === 0

/** Told with every unchanged template; here the button says it. */
const SAID_BY_BUTTON: ReadonlySet<string> = new Set(['template-nothing-to-submit', 'template-submitting'])

type WaitsProps = {
  readonly detail: TemplateDetail | null
  readonly refused: readonly string[]
  readonly isChanged: boolean
}

/** What keeps it from Meta, or Meta from answering; limits are told before they bite. */
function Waits({ detail, refused, isChanged }: WaitsProps) {
  if (refused.length > 0) {
    return (
      <ul role="alert" className="flex flex-col gap-1 pb-2 text-xs font-medium text-danger">
        {refused.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    )
  }
  if (detail === null) return null
  if (detail.submission !== null)
    return (
      <Word isBusy>
        <Trans>Va camino de Meta…</Trans>
      </Word>
    )
  if (detail.status === 'PENDING') {
    return (
      <Word>
        <Trans>Meta la revisa: suele tardar minutos, a veces hasta 24 horas.</Trans>
      </Word>
    )
  }
  const obstacles = (detail.can['submit'] ?? []).filter(({ code }) => !SAID_BY_BUTTON.has(code))
  if (obstacles.length > 0 && isChanged) {
    return (
      <ul data-testid="obstacles" className="flex flex-col gap-1 pb-2 text-xs text-warn">
        {obstacles.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
    )
  }
  return detail.status === 'APPROVED' && isChanged ? (
    <Word>
      <Trans>Meta deja cambiar una aprobada una vez cada 24 horas y diez en 30 días.</Trans>
    </Word>
  ) : null
}

const Word = ({ isBusy = false, children }: { readonly isBusy?: boolean; readonly children: ReactNode }) => {
  const Icon = isBusy ? LoaderCircle : Clock
  return (
    <p role="status" className="flex gap-2 pb-2 text-xs text-text-2">
      <Icon size={13} className={isBusy ? 'mt-0.5 shrink-0 animate-spin' : 'mt-0.5 shrink-0'} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
