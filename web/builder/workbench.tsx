import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft, CornerDownLeft } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Conversation } from '#core/conversation/conversation.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Dialog, DialogFooter } from '../kit/dialog.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useNarrow } from '../kit/use-media.ts'
import { type Built, choiceOf } from './built.ts'
import { KindForm } from './kind-form.tsx'
import { Preview } from './preview.tsx'
import { CheckedProvider, useBuilt } from './use-built.ts'
import { useChoices } from './use-choices.tsx'

type Props = {
  readonly built: Built
  readonly conversation: Conversation
  readonly onChange: (built: Built) => void
  /** To the gallery; null: it was not there. */
  readonly onBack: (() => void) | null
  readonly onSend: (built: Built) => void
  readonly onClose: () => void
}
type Side = 'fields' | 'preview'

/** The fields of one kind, and beside them what they make; on a telephone one after the other. */
export function Workbench({ built, conversation, onChange, onBack, onSend, onClose }: Props) {
  const { t } = useLingui()
  const { words } = useChoices()
  const narrow = useNarrow()
  const form = useRef<HTMLFormElement>(null)
  const [side, setSide] = useState<Side>('fields')
  const { checked, misfits, tried, showAll } = useBuilt(built, conversation)
  const { name } = words[choiceOf(built)]
  const wrong = misfits.size

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong === 0) return onSend(built)
    showAll()
    setSide('fields')
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit()
  }
  const lack = tried && wrong > 0 && (
    <p role="alert" className="mr-auto flex items-center text-xs font-medium text-danger max-md:px-5 max-md:pt-2">
      <Trans>Falta algo: vea lo marcado en rojo.</Trans>
    </p>
  )
  return (
    <Dialog label={name} onClose={onClose} width="xl" title={false}>
      <CheckedProvider value={checked}>
        <form
          ref={form}
          noValidate
          onSubmit={submit}
          onKeyDown={onKeyDown}
          className="flex h-[min(88vh,46rem)] min-h-0 flex-col"
        >
          <header className="flex h-13 shrink-0 items-center gap-2 border-b border-border px-4">
            {onBack && (
              <IconButton label={t`Otro tipo de mensaje`} side="bottom" onPress={onBack}>
                <ArrowLeft size={18} aria-hidden />
              </IconButton>
            )}
            <h2 className="min-w-0 flex-1 truncate text-lg font-semibold text-text">{name}</h2>
            {narrow && (
              <Segmented<Side>
                label={t`Qué se ve`}
                small
                value={side}
                choices={[
                  { value: 'fields', name: t`Editar` },
                  { value: 'preview', name: t`Vista previa` },
                ]}
                onChange={setSide}
              />
            )}
          </header>
          <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,22.5rem)] max-md:grid-cols-1">
            {(!narrow || side === 'fields') && (
              <div className="flex min-h-0 flex-col gap-3.5 overflow-y-auto px-5 py-4">
                <KindForm built={built} onChange={onChange} />
              </div>
            )}
            {(!narrow || side === 'preview') && (
              <div className="flex min-h-0 flex-col border-l border-border bg-canvas max-md:border-0">
                <Preview built={built} conversation={conversation} />
              </div>
            )}
          </div>
          {narrow && lack}
          <DialogFooter>
            {!narrow && lack}
            <Button onPress={onClose}>
              <Trans>Cancelar</Trans>
            </Button>
            <Button type="submit" look="primary" data-testid="builder-send">
              <Trans>Enviar</Trans>
              <CornerDownLeft size={14} aria-hidden className="opacity-75 max-md:hidden" />
            </Button>
          </DialogFooter>
        </form>
      </CheckedProvider>
    </Dialog>
  )
}
