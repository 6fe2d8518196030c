import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { RotateCcw, Users } from 'lucide-react'
import { useState } from 'react'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useForm } from './builder.ts'
import { ChangesList } from './history/changes-list.tsx'
import { bodyOf, settleConflict, useKept } from './kept.ts'
import { changesOf } from './model/changes.ts'
import { fromBody } from './model/from-body.ts'

/** Somebody else wrote in the same template: both texts are there, and a person says which goes on. */
export function ConflictBanner({ onCreated }: { readonly onCreated: (id: string) => void }) {
  const { t } = useLingui()
  const theirs = useKept((state) => state.theirs)
  const isRecovered = useKept((state) => state.isRecovered)
  const form = useForm()
  const [open, setOpen] = useState(false)
  if (theirs === null) {
    return isRecovered ? (
      <p
        role="status"
        className="flex shrink-0 items-center gap-2 border-b border-border bg-chip px-5 py-2 text-sm text-text-2"
      >
        <RotateCcw size={14} aria-hidden />
        <Trans>Se recuperó lo que no se había guardado.</Trans>
      </p>
    ) : null
  }
  const who = theirs.draft?.by.name ?? t`Alguien`
  const at = shortDateTime(Date.parse(theirs.draft?.at ?? theirs.changedAt), formatLocale())
  const changes = changesOf(form, fromBody(bodyOf(theirs)))
  return (
    <div
      role="alert"
      data-testid="conflict"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-border bg-warn-soft px-5 py-2 text-sm text-warn"
    >
      <Users size={15} className="shrink-0" aria-hidden />
      <span className="min-w-48 flex-1 font-medium">
        <Trans>
          {who} cambió esta plantilla ({at}) mientras usted escribía. Nada se ha perdido.
        </Trans>
      </span>
      <Button size="sm" onPress={() => setOpen(true)}>
        <Plural value={changes.length} one="Ver # diferencia" many="Ver # de diferencias" other="Ver # diferencias" />
      </Button>
      <Button size="sm" onPress={() => settleConflict('theirs', onCreated)}>
        <Trans>Tomar lo suyo</Trans>
      </Button>
      <Button size="sm" look="primary" onPress={() => settleConflict('ours', onCreated)}>
        <Trans>Seguir con lo mío</Trans>
      </Button>
      {open && (
        <Dialog label={t`De lo suyo a lo de ${who}`} onClose={() => setOpen(false)}>
          <div className="overflow-y-auto px-5 pt-2 pb-5">
            <ChangesList changes={changes} />
          </div>
        </Dialog>
      )}
    </div>
  )
}
