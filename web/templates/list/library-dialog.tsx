import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, CloudOff, Search } from 'lucide-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import type { Answer, Request } from '#contract/client.ts'
import { fillPlaces } from '#core/template/read.ts'
import { call } from '../../api/api.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import type { Shown } from '../model/shown.ts'
import { TemplateBubble } from '../preview/bubble.tsx'
import '../preview/phone.css'

type LibraryTemplate = Answer<'searchTemplateLibrary'>['data'][number]
type Props = { readonly lineId: string; readonly onClose: () => void }
/** The library is searched when the typing rests. */
const PAUSE_MS = 250

/** Meta's own templates: approved at once, to be taken as they are. */
export function LibraryDialog({ lineId, onClose }: Props) {
  const { t, i18n } = useLingui()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly LibraryTemplate[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [chosen, setChosen] = useState<LibraryTemplate | null>(null)
  useEffect(() => {
    const timer = setTimeout(async () => {
      const q = query.trim()
      const result = await call('searchTemplateLibrary', { query: { lineId, limit: 100, ...(q === '' ? {} : { q }) } })
      setFailed(!result.ok)
      if (!result.ok) return
      const own = i18n.locale.slice(0, 2)
      const isOwn = ({ language }: LibraryTemplate) => Number(!language.startsWith(own))
      setFound(result.value.data.toSorted((one, other) => isOwn(one) - isOwn(other)))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query, lineId, i18n.locale])
  return (
    <Dialog label={t`Biblioteca de Meta`} width="lg" onClose={onClose}>
      {chosen ? (
        <TakeTemplate template={chosen} lineId={lineId} onBack={() => setChosen(null)} onClose={onClose} />
      ) : (
        <div className="flex min-h-0 flex-col">
          <div className="px-5 pt-1 pb-3">
            <p className="pb-2 text-sm text-text-2">
              <Trans>Textos que Meta ya revisó: se aprueban al presentarlos.</Trans>
            </p>
            <label className="flex h-9 items-center gap-2 rounded-sm border border-control px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus">
              <Search size={15} className="text-text-3" aria-hidden />
              <input
                autoFocus
                type="search"
                aria-label={t`Buscar en la biblioteca`}
                placeholder={t`Pago, cita, envío…`}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
                className="min-w-0 flex-1 bg-transparent text-sm outline-none"
              />
            </label>
          </div>
          <ul className="grid min-h-60 grid-cols-2 gap-3 overflow-y-auto border-t border-border bg-canvas p-5 max-md:grid-cols-1">
            {found?.map((template) => (
              <li key={`${template.name} ${template.language}`}>
                <button
                  type="button"
                  data-testid="library-template"
                  onClick={() => setChosen(template)}
                  className="flex h-full w-full flex-col gap-1 rounded-md border border-border bg-surface p-3 text-left hover:border-accent"
                >
                  <span className="flex w-full items-baseline gap-2">
                    <span className="min-w-0 flex-1 truncate text-sm font-semibold">{template.name}</span>
                    <span className="font-mono text-2xs text-text-3">{template.language}</span>
                  </span>
                  <span className="line-clamp-3 text-xs text-text-2">{textOf(template)}</span>
                </button>
              </li>
            ))}
            {found?.length === 0 && (
              <li className="col-span-full py-8 text-center text-sm text-text-2">
                <Trans>Nada con esas palabras.</Trans>
              </li>
            )}
          </ul>
          {failed && <Notice icon={<CloudOff size={20} aria-hidden />} title={t`No se pudo leer la biblioteca`} />}
        </div>
      )}
    </Dialog>
  )
}

const textOf = ({ body, examples }: LibraryTemplate): string => fillPlaces(body, (name) => examples[Number(name) - 1])

const shownOf = (template: LibraryTemplate): Shown => ({
  header: template.header ? { kind: 'text', text: template.header } : null,
  body: textOf(template),
  footer: '',
  buttons: template.buttons.map((button) => ({
    kind: String(button['type'] ?? ''),
    text: String(button['text'] ?? ''),
  })),
  cards: [],
  offer: null,
})

type Target = NonNullable<Request<'createFromLibrary'>['body']['buttons']>[number]

type TakeProps = {
  readonly template: LibraryTemplate
  readonly lineId: string
  readonly onBack: () => void
  readonly onClose: () => void
}

/** A name of one's own, and where each button leads; the text is Meta's. */
function TakeTemplate({ template, lineId, onBack, onClose }: TakeProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const formId = useId()
  const [name, setName] = useState(template.name)
  const [targets, setTargets] = useState<Readonly<Record<number, string>>>({})
  const [problem, setProblem] = useState<string | null>(null)
  const kinds = template.buttons.map((button) => String(button['type'] ?? ''))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const buttons = kinds.flatMap((kind, index): Target[] => {
      const target = targets[index]?.trim() ?? ''
      if (kind === 'URL') return [{ kind: 'URL', url: target }]
      return kind === 'PHONE_NUMBER' ? [{ kind: 'PHONE_NUMBER', phone: target }] : []
    })
    const body = { lineId, libraryName: template.name, language: template.language, name, buttons }
    const result = await call('createFromLibrary', { body })
    if (!result.ok) return setProblem(result.error.errors[0]?.message ?? result.error.detail)
    onClose()
    void navigate({ to: '/templates/$templateId', params: { templateId: result.value.id } })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex min-h-0 flex-col">
      <div className="flex min-h-0 gap-5 overflow-y-auto px-5 pt-1 pb-4 max-md:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <Field label={t`Nombre`} value={name} required onChange={(event) => setName(event.target.value)} />
          {kinds.map((kind, index) =>
            kind === 'URL' || kind === 'PHONE_NUMBER' ? (
              <Field
                key={`${formId} ${index}`}
                label={`${String(template.buttons[index]?.['text'] ?? '')} · ${kind === 'URL' ? t`Dirección` : t`Teléfono`}`}
                value={targets[index] ?? ''}
                required
                placeholder={kind === 'URL' ? 'https://' : '+52 55 1234 5678'}
                onChange={(event) => setTargets({ ...targets, [index]: event.target.value })}
              />
            ) : null,
          )}
          {problem && (
            <p role="alert" className="text-sm font-medium text-danger">
              {problem}
            </p>
          )}
        </div>
        <div className="phone phone-ground min-h-50 w-76 shrink-0 rounded-lg border border-border p-4 max-md:w-full">
          <TemplateBubble shown={shownOf(template)} />
        </div>
      </div>
      <div className="flex items-center justify-end gap-2 border-t border-border px-5 py-3">
        <IconButton label={t`Volver a la biblioteca`} onPress={onBack}>
          <ArrowLeft size={16} aria-hidden />
        </IconButton>
        <span className="flex-1" />
        <Button type="submit" look="primary">
          <Trans>Tomarla como borrador</Trans>
        </Button>
      </div>
    </form>
  )
}
