import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Lock, SendHorizontal, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import type { AccountId, AgentId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { maySend, SEND_MARGIN } from '#core/policy/may-send.ts'
import { fillTemplate } from '#core/template/fill.ts'
import { fromLineView, fromTemplateView } from '#contract/convert.ts'
import type { TemplateView } from '#contract/views.ts'
import { useName } from '../contact/use-name.ts'
import AdviceLine from '../costs/advice-line.tsx'
import { usePriceBook } from '../costs/prices.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { send } from '../outbox/send.ts'
import { useMe } from '../session/session.ts'
import { useContactOf, useThread } from '../store/desk-store.ts'
import { categoryWords, moneyWords } from '../thread/price.ts'
import { NO_DRAFT, putDraft, useDraft } from './drafts.ts'
import { closeTemplates } from './mode.ts'
import { newestSeen } from './seen-up-to.ts'
import { askedValues } from './asked-values.ts'
import { lastUse, rememberUse } from './last-use.ts'
import { hasEnded, TemplateFill, toFirstProblem } from './template-fill.tsx'
import { TemplateList } from './template-list.tsx'
import { RightNote } from './right-note.tsx'
import { prefill, templateKey } from './templates.ts'
import { useAsked } from './use-asked.ts'
import { useLineTemplates } from './use-line-templates.ts'
import { useRights } from './use-rights.ts'

type Props = { readonly conversation: Conversation; readonly closed: boolean }

/** The composer of a closed window: choose, fill, see it as the customer will, send. */
export default function TemplatePicker({ conversation, closed }: Props) {
  const { t } = useLingui()
  const nameOf = useName()
  const me = useMe()
  const now = useNow()
  const rights = useRights()
  const contact = useContactOf(conversation)
  const { conversationId: id, lineId } = conversation
  const hasHistory = useThread(id)?.messages.some(({ history }) => history) ?? false
  const { templates, list } = useLineTemplates(lineId)
  const prices = usePriceBook(lineId)
  const draft = useDraft(id) ?? NO_DRAFT
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const accountId = me.account.id as AccountId

  const chosen = templates.find((template) => templateKey(template) === draft.template?.key)
  const choose = (template: TemplateView | null) => {
    setTried(false)
    putDraft(id, {
      template: template && {
        key: templateKey(template),
        values: { ...lastUse(lineId, template), ...prefill(template, contact) },
      },
    })
  }
  const template = chosen ? fromTemplateView(chosen, accountId) : null
  const values = draft.template?.values ?? {}
  const filled = template ? fillTemplate(template, values) : null
  const view = me.lines.find((line) => line.id === lineId)
  const verdict = template
    ? maySend({
        line: view ? fromLineView(view, accountId) : null,
        contact: contact ?? null,
        conversation,
        content: { kind: 'template', template, filled: null },
        by: me.agent && { kind: 'agent', agentId: me.agent.id as AgentId },
        rights,
        now,
        margin: SEND_MARGIN,
        prices,
      })
    : null
  const price = verdict?.kind === 'allowed' ? verdict.price : null
  const right = useAsked({ conversationId: id }, template)
  const missing = tried && filled && !filled.ok ? filled.error.length : 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!chosen || !template || !filled || right?.kind === 'refused') return
    if (!filled.ok || hasEnded(values, now)) return requestAnimationFrame(() => toFirstProblem(form.current))
    rememberUse(lineId, chosen, values)
    send({
      conversationId: id,
      asked: { kind: 'template', name: template.name, language: template.language, values: askedValues(values) },
      shown: { kind: 'template', template: filled.value },
      seenUpTo: newestSeen(id),
    })
    putDraft(id, { template: null })
    closeTemplates()
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      data-testid="template-picker"
      aria-label={t`Elegir plantilla`}
      className="@container flex max-h-[64vh] flex-col max-md:max-h-[74vh]"
    >
      <div className="flex min-h-10 items-center gap-2 px-4 pt-2 text-xs">
        {closed ? (
          <span data-testid="window-chip" className="flex items-center gap-1.5 font-semibold text-text">
            <Lock size={13} aria-hidden />
            <Trans>Ventana cerrada</Trans>
          </span>
        ) : (
          <span className="font-semibold text-text">
            <Trans>Enviar una plantilla</Trans>
          </span>
        )}
        <span className="line-clamp-2 min-w-0 flex-1 text-text-2">
          {closed &&
            (conversation.customerWroteAt === null && hasHistory ? (
              <Trans>Lo escrito en la app no abre la ventana: solo se puede enviar una plantilla aprobada.</Trans>
            ) : conversation.customerWroteAt === null && contact?.group ? (
              <Trans>Nadie ha escrito aún en el grupo: solo se puede enviar una plantilla aprobada.</Trans>
            ) : conversation.customerWroteAt === null ? (
              <Trans>El cliente aún no ha escrito: solo se puede enviar una plantilla aprobada.</Trans>
            ) : (
              <Trans>
                Último mensaje: {shortDateTime(conversation.customerWroteAt, formatLocale())}. Solo plantillas
                aprobadas.
              </Trans>
            ))}
        </span>
        {!closed && (
          <IconButton label={t`Volver al texto`} onPress={closeTemplates}>
            <X size={15} aria-hidden />
          </IconButton>
        )}
      </div>
      {chosen && template ? (
        <>
          <TemplateFill
            key={templateKey(chosen)}
            chosen={chosen}
            template={template}
            values={values}
            refusals={filled && !filled.ok && tried ? filled.error : []}
            to={contact ? nameOf(contact) : ''}
            onValues={(next) => putDraft(id, { template: { key: templateKey(chosen), values: next } })}
            onAnother={() => choose(null)}
          />
          {right && <RightNote right={right} />}
          <div className="flex items-center justify-end gap-3 border-t border-border px-4 py-2.5">
            <span className="flex min-w-0 flex-1 flex-col gap-0.5 text-xs text-text-2 tabular">
              <span>
                {categoryWords(chosen.category.toLowerCase())}
                {price && (price.micros === 0 ? <Trans> · gratis</Trans> : <> · {moneyWords(price)}</>)}
              </span>
              <AdviceLine
                conversation={conversation}
                template={chosen.category.toLowerCase() as 'marketing' | 'utility' | 'authentication'}
              />
            </span>
            {missing > 0 && (
              <span role="status" className="shrink-0 text-xs font-medium text-danger" data-testid="template-missing">
                <Plural value={missing} one="Falta # dato" many="Faltan # de datos" other="Faltan # datos" />
              </span>
            )}
            <Button
              type="submit"
              look="primary"
              className="h-9! px-4!"
              isDisabled={right?.kind === 'refused'}
              data-testid="composer-send"
            >
              {right?.kind === 'deferred' ? <Trans>Enviar cuando se permita</Trans> : <Trans>Enviar plantilla</Trans>}
              <SendHorizontal size={14} aria-hidden />
            </Button>
          </div>
        </>
      ) : (
        <TemplateList {...list} onChoose={choose} />
      )}
    </form>
  )
}
