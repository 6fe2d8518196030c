import { Trans, useLingui } from '@lingui/react/macro'
import { CircleSlash2, Clock3, Inbox, type LucideIcon, Send, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { LineView, ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { say } from '../kit/toast.tsx'
import { usePauseText } from '../line/use-pause-text.ts'
import { refreshMe } from '../session/session.ts'

/** Says what stops, or what leaves at once, before a number is paused or resumed: neither can be undone. */
export function PauseDialog({ line, onClose }: { readonly line: LineView; readonly onClose: () => void }) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  // What was read stays what is done, though somebody else may do it meanwhile.
  const [paused] = useState(line.pausedAt !== null)
  const { name } = line

  const confirm = async () => {
    setBusy(true)
    const result = await call(paused ? 'resumeLine' : 'pauseLine', { params: { id: line.id } })
    if (!result.ok) {
      setBusy(false)
      return setProblem(result.error)
    }
    await refreshMe()
    say(paused ? t`${name} vuelve a enviar` : t`${name} está en pausa: no sale ningún mensaje`)
    onClose()
  }
  return (
    <Dialog label={paused ? t`¿Reanudar ${name}?` : t`¿Pausar ${name}?`} width="sm" onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pb-4">
        <p className="text-sm text-text-2 tabular">{line.address}</p>
        <ul className="flex flex-col gap-3 text-sm">{paused ? <Resuming line={line} /> : <Pausing />}</ul>
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void confirm()} data-testid="pause-confirm">
          {paused ? <Trans>Reanudar envíos</Trans> : <Trans>Pausar envíos</Trans>}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}

const Pausing = () => (
  <>
    <Point icon={CircleSlash2}>
      <Trans>No sale ningún mensaje de este número: ni de agentes ni por la API.</Trans>
    </Point>
    <Point icon={Clock3}>
      <Trans>Lo que está en cola espera. Lo que WhatsApp ya aceptó llega igual.</Trans>
    </Point>
    <Point icon={Inbox}>
      <Trans>Los clientes pueden seguir escribiendo; sus mensajes llegan a la bandeja.</Trans>
    </Point>
    <Point icon={TriangleAlert}>
      <Trans>
        La ventana de 24 horas sigue corriendo: una respuesta que espera hasta que se cierra ya no se envía.
      </Trans>
    </Point>
  </>
)

function Resuming({ line }: { readonly line: LineView }) {
  const since = usePauseText()(line)
  return (
    <>
      {since && <Point icon={Clock3}>{since}</Point>}
      <Point icon={Send}>
        <Trans>
          Lo que espera sale enseguida, antes que lo nuevo, hasta {line.messagesPerSecond} mensajes por segundo.
        </Trans>
      </Point>
      <Point icon={TriangleAlert}>
        <Trans>Las respuestas cuya ventana de 24 horas se cerró entretanto no se envían, y quedan marcadas.</Trans>
      </Point>
    </>
  )
}

const Point = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }) => (
  <li className="flex gap-3">
    <Icon size={16} strokeWidth={1.75} aria-hidden className="mt-0.5 shrink-0 text-text-3" />
    <span className="text-text-2">{children}</span>
  </li>
)
