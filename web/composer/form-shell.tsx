import { Trans } from '@lingui/react/macro'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter } from '../kit/dialog.tsx'

type Props = {
  readonly title: string
  readonly ready: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The frame of the small forms the composer opens: fields, Cancel, Send. */
export function FormShell({ title, ready, onSend, onClose, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    onSend()
    onClose()
  }
  return (
    <Dialog label={title} onClose={onClose} width="sm">
      <form onSubmit={submit} className="flex min-h-0 flex-col">
        <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-2 pb-4">{children}</div>
        <DialogFooter>
          <Button onPress={onClose}>
            <Trans>Cancelar</Trans>
          </Button>
          <Button type="submit" look="primary" isDisabled={!ready}>
            <Trans>Enviar</Trans>
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  )
}
