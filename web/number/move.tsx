import { Trans, useLingui } from '@lingui/react/macro'
import { MoveRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { MoveView } from '#contract/number-move.ts'
import type { LineView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { accountsOf } from '../line/accounts.ts'
import { useMe } from '../session/session.ts'
import { MoveDialog } from './move-dialog.tsx'
import { Part } from './part.tsx'

type Props = { readonly line: LineView; readonly onChange: () => Promise<void> }

/** Where the company has another WhatsApp account: taking the number there. */
export function Move({ line, onChange }: Props) {
  const { t } = useLingui()
  const accounts = accountsOf(useMe().lines)
  const [view, setView] = useState<MoveView | null>(null)
  const [isOpen, setOpen] = useState(false)
  const hasOthers = accounts.length > 1
  const { id, wabaId } = line
  const load = async (to?: string) => setView((await read(id, to)) ?? view)
  useEffect(() => {
    let isOver = false
    if (hasOthers) void read(id).then((found) => !isOver && setView(found))
    return () => {
      isOver = true
    }
    // Once it has moved, everything is another.
  }, [hasOthers, id, wabaId])
  // Whoever has just moved the last number of an account still reads its PIN.
  if ((!hasOthers && !isOpen) || view === null) return null
  const { move } = view
  return (
    <Part
      title={t`Otra cuenta de WhatsApp`}
      hint={t`El número se lleva su nombre, su calidad y sus conversaciones; las plantillas se quedan en su cuenta.`}
    >
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-52 flex-1 text-sm text-text-2">
          {move === null ? (
            <Trans>Está en {accounts.find((account) => account.wabaId === wabaId)?.name ?? wabaId}.</Trans>
          ) : (
            <Trans>En camino a {move.accountName}; hasta el último paso sigue donde está.</Trans>
          )}
        </p>
        <Button data-testid="move-number" onPress={() => setOpen(true)}>
          <MoveRight size={14} aria-hidden />
          {move === null ? <Trans>Mover el número</Trans> : <Trans>Seguir moviéndolo</Trans>}
        </Button>
      </div>
      {isOpen && (
        <MoveDialog
          line={line}
          view={view}
          onView={setView}
          onTarget={(to) => void load(to)}
          onClose={() => {
            setOpen(false)
            void load()
          }}
          onMoved={onChange}
        />
      )}
    </Part>
  )
}

/** Null: it cannot be read now. */
async function read(id: string, wabaId?: string): Promise<MoveView | null> {
  const result = await call('getMove', { params: { id }, query: wabaId === undefined ? {} : { wabaId } })
  return result.ok ? result.value : null
}
