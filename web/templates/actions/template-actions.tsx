import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Building2, Copy, Ellipsis, History, Languages, Trash, Undo } from 'lucide-react'
import { useState } from 'react'
import type { TemplateDetail } from '#contract/templates.ts'
import { call } from '../../api/api.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Dialog, DialogFooter } from '../../kit/dialog.tsx'
import { Menu, MenuGroup, MenuItem } from '../../kit/menu.tsx'
import { say } from '../../kit/toast.tsx'
import { undo } from '../builder.ts'
import { HistoryDialog } from '../history/history-dialog.tsx'
import { discardDraft, kept, take, useKept } from '../kept.ts'
import { accountsOf } from '../../line/accounts.ts'
import { useMe } from '../../session/session.ts'
import { LanguageTabs } from '../language-tabs.tsx'
import { isFree } from './submit-bar.tsx'
import { DuplicateDialog } from './duplicate-dialog.tsx'

type Shown = 'history' | 'languages' | 'name' | 'account' | 'delete' | null

/** What can be done with a template besides writing it. */
export function TemplateActions({ mayWrite }: { readonly mayWrite: boolean }) {
  const { t } = useLingui()
  const detail = useKept((state) => state.detail)
  const hasOthers = accountsOf(useMe().lines).length > 1
  const [shown, setShown] = useState<Shown>(null)
  if (detail === null) return null
  const close = () => setShown(null)
  const act = async (what: 'archiveTemplate' | 'unarchiveTemplate') => {
    const result = await call(what, { params: { id: detail.id } })
    if (result.ok) take(result.value)
    else say(result.error.errors[0]?.message ?? result.error.detail)
  }
  const discard = async () => {
    await discardDraft()
    if (kept().problem === null) say(t`Vuelve a ser lo que tiene Meta`, { label: t`Deshacer`, run: undo })
  }
  return (
    <>
      <span className="max-[1360px]:hidden">
        <LanguageTabs onAdd={mayWrite ? () => setShown('languages') : null} />
      </span>
      <Menu
        label={t`Más`}
        trigger={
          <IconButton label={t`Más`} side="bottom" data-testid="template-menu">
            <Ellipsis size={17} aria-hidden />
          </IconButton>
        }
      >
        <MenuGroup title={t`Ver`}>
          <MenuItem
            text={t`Historial y diferencias`}
            icon={<History size={15} aria-hidden />}
            onAction={() => setShown('history')}
          />
        </MenuGroup>
        {mayWrite && (
          <MenuGroup title={t`Hacer`}>
            <MenuItem
              text={t`En otros idiomas`}
              icon={<Languages size={15} aria-hidden />}
              onAction={() => setShown('languages')}
            />
            <MenuItem
              text={t`Duplicar con otro nombre`}
              icon={<Copy size={15} aria-hidden />}
              onAction={() => setShown('name')}
            />
            {hasOthers && (
              <MenuItem
                text={t`Copiar a otra cuenta de WhatsApp`}
                icon={<Building2 size={15} aria-hidden />}
                onAction={() => setShown('account')}
              />
            )}
            {detail.draft && detail.content && (
              <MenuItem
                text={t`Descartar los cambios`}
                icon={<Undo size={15} aria-hidden />}
                onAction={() => void discard()}
              />
            )}
            {isFree(detail, 'archive') && (
              <MenuItem
                text={t`Archivar`}
                icon={<Archive size={15} aria-hidden />}
                onAction={() => void act('archiveTemplate')}
              />
            )}
            {isFree(detail, 'unarchive') && (
              <MenuItem
                text={t`Recuperar del archivo`}
                icon={<ArchiveRestore size={15} aria-hidden />}
                onAction={() => void act('unarchiveTemplate')}
              />
            )}
            {isFree(detail, 'delete') && (
              <MenuItem text={t`Borrar`} icon={<Trash size={15} aria-hidden />} onAction={() => setShown('delete')} />
            )}
          </MenuGroup>
        )}
      </Menu>
      {shown === 'history' && <HistoryDialog detail={detail} onClose={close} />}
      {(shown === 'languages' || shown === 'name' || shown === 'account') && (
        <DuplicateDialog detail={detail} as={shown} onClose={close} />
      )}
      {shown === 'delete' && <DeleteDialog detail={detail} onClose={close} />}
    </>
  )
}

/** What Meta has had is asked for twice: its name is blocked for a while. */
function DeleteDialog({ detail, onClose }: { readonly detail: TemplateDetail; readonly onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    const result = await call('deleteTemplate', { params: { id: detail.id } })
    if (!result.ok) return setProblem(result.error.errors[0]?.message ?? result.error.detail)
    say(t`Plantilla borrada: ${detail.name}`)
    void navigate({ to: '/templates' })
  }
  const isDraft = detail.version === 0
  return (
    <Dialog label={t`Borrar ${detail.name}`} width="sm" onClose={onClose}>
      <div className="flex flex-col gap-2 px-5 pt-1 pb-4 text-sm text-text-2">
        {isDraft ? (
          <p>
            <Trans>Meta nunca la ha visto: se borra solo de aquí, con su historial.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Trans>
                Meta la borra en {detail.language}. Lo que ya está en camino todavía llega; nadie podrá enviarla de
                nuevo.
              </Trans>
            </p>
            <p className="rounded-md bg-warn-soft px-3 py-2 font-medium text-warn">
              <Trans>
                El nombre {detail.name} queda bloqueado 30 días: hasta entonces no se puede crear otra con él.
              </Trans>
            </p>
          </>
        )}
        {problem && (
          <p role="alert" className="font-medium text-danger">
            {problem}
          </p>
        )}
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="danger" onPress={() => void remove()} data-testid="confirm-delete">
          <Trans>Borrar</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
