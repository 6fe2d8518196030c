import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { SendHorizontal } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AccountId, LineId } from '#core/account/account.ts'
import type { PriceCategory } from '#core/cost/rate-card.ts'
import { priceOf } from '#core/cost/price.ts'
import { fillTemplate, type TemplateValues } from '#core/template/fill.ts'
import { fromTemplateView } from '#contract/convert.ts'
import type { MessageView, ProblemView, TemplateView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { askedValues } from '../composer/asked-values.ts'
import { lastUse, rememberUse } from '../composer/last-use.ts'
import { RightNote } from '../composer/right-note.tsx'
import { hasEnded, TemplateFill, toFirstProblem } from '../composer/template-fill.tsx'
import { TemplateList } from '../composer/template-list.tsx'
import { prefill, templateKey } from '../composer/templates.ts'
import { useAsked } from '../composer/use-asked.ts'
import { useLineTemplates } from '../composer/use-line-templates.ts'
import { usePriceBook } from '../costs/prices.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { DialogProblem } from '../kit/dialog.tsx'
import { useMe } from '../session/session.ts'
import { categoryWords, moneyWords } from '../thread/price.ts'
import type { Person } from './person.ts'

type Props = {
  readonly person: Person
  readonly lineId: LineId
  /** They wrote lately, and it costs as an answer does. */
  readonly isWindowOpen: boolean
  readonly onSent: (message: MessageView) => void
}

/** The template that opens the conversation: chosen, filled, seen as they will see it, judged, sent. */
export function FirstMessage({ person, lineId, isWindowOpen, onSent }: Props) {
  const { t } = useLingui()
  const accountId = useMe().account.id as AccountId
  const now = useNow()
  const book = usePriceBook(lineId)
  const { templates, list } = useLineTemplates(lineId)
  const [draft, setDraft] = useState<{ readonly key: string; readonly values: TemplateValues } | null>(null)
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const form = useRef<HTMLFormElement>(null)
  /** The same wish sent twice, after an answer that was lost, is one message. */
  const wish = useRef({ asked: '', key: '' })

  const chosen = templates.find((template) => templateKey(template) === draft?.key)
  const template = chosen ? fromTemplateView(chosen, accountId) : null
  const values = draft?.values ?? {}
  const filled = template ? fillTemplate(template, values) : null
  const to = { ...person.to, lineId }
  const right = useAsked(to, template)
  const missing = tried && filled && !filled.ok ? filled.error.length : 0
  const category = chosen?.category.toLowerCase() as PriceCategory | undefined
  const recipient = { phone: person.phone, userId: null }
  const price = category && priceOf(book, { category, recipient, at: now, isWindowOpen, isFreeEntry: false })

  const isListed = chosen === undefined
  useEffect(() => {
    if (isListed) form.current?.querySelector<HTMLElement>('[data-composer-focus]')?.focus()
  }, [isListed])

  const choose = (picked: TemplateView | null) => {
    setTried(false)
    setProblem(null)
    const given = picked && { ...lastUse(lineId, picked), ...prefill(picked, person.contact ?? undefined) }
    setDraft(picked && { key: templateKey(picked), values: given ?? {} })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen || !template || !filled || right?.kind === 'refused' || sending) return
    if (!filled.ok || hasEnded(values, now)) return requestAnimationFrame(() => toFirstProblem(form.current))
    const { name, language } = template
    const body = { to, content: { kind: 'template' as const, name, language, values: askedValues(values) } }
    const asked = JSON.stringify(body)
    if (wish.current.asked !== asked) wish.current = { asked, key: crypto.randomUUID() }
    setSending(true)
    setProblem(null)
    const result = await call('sendMessage', { body, idempotencyKey: wish.current.key })
    setSending(false)
    if (!result.ok) return setProblem(result.error)
    rememberUse(lineId, chosen, values)
    onSent(result.value)
  }
  return (
    <form
      ref={form}
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t`Primer mensaje`}
      className="@container flex min-h-0 flex-1 flex-col border-t border-border bg-surface px-1 pt-2"
    >
      {chosen && template ? (
        <>
          <TemplateFill
            key={draft?.key}
            chosen={chosen}
            template={template}
            values={values}
            refusals={filled && !filled.ok && tried ? filled.error : []}
            to={person.name}
            onValues={(next) => setDraft({ key: templateKey(chosen), values: next })}
            onAnother={() => choose(null)}
          />
          {right && <RightNote right={right} />}
          <div className="px-4 pb-2 empty:hidden">
            <DialogProblem problem={problem} />
          </div>
          <div className="-mx-1 flex items-center justify-end gap-3 border-t border-border px-5 py-3">
            <span className="min-w-0 flex-1 text-xs text-text-2 tabular">
              {categoryWords(category ?? '')}
              {price && (price.micros === 0 ? <Trans> · gratis</Trans> : <> · {moneyWords(price)}</>)}
            </span>
            {missing > 0 && (
              <span role="status" className="shrink-0 text-xs font-medium text-danger">
                <Plural value={missing} one="Falta # dato" many="Faltan # de datos" other="Faltan # datos" />
              </span>
            )}
            <Button
              type="submit"
              look="primary"
              className="h-9! px-4! max-md:h-11!"
              isDisabled={right?.kind === 'refused' || sending}
              data-testid="outreach-send"
            >
              {right?.kind === 'deferred' ? <Trans>Enviar cuando se permita</Trans> : <Trans>Enviar plantilla</Trans>}
              <SendHorizontal size={14} aria-hidden />
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="px-4 pb-1 text-xs text-text-2">
            {isWindowOpen ? (
              <Trans>Elija la plantilla con la que empezar.</Trans>
            ) : (
              <Trans>Hasta que la persona escriba, WhatsApp solo admite una plantilla aprobada.</Trans>
            )}
          </p>
          <TemplateList {...list} onChoose={choose} />
        </>
      )}
    </form>
  )
}
